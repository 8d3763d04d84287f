/**
 * @file Where the calendar stands: which screens, how long a stretch, which day. It is the calendar's address,
 * so that a reload, a link and the way back lead to the same days. Pure.
 */
import { dayText, type DayNumber } from '../../../../contracts/schedule/zone.ts'
import { dayOf } from '../view/wall.ts'
import type { Span } from './days.ts'
import { scopeOf, scopeText, type Scope } from './scope.ts'

export interface Place {
  scope: Scope
  span: Span
  day: DayNumber
}

const spans: readonly Span[] = ['day', 'week', 'month']

/** Parts of the address, as the tool's route names them. */
export type PlaceState = Record<'scope' | 'span' | 'day', string>

export const stateOf = ({ scope, span, day }: Place): PlaceState => ({
  scope: scopeText(scope),
  span,
  day: dayText(day),
})

/** @param instead where nothing, or nothing that can be read, is said */
export function placeOf(state: Readonly<Record<string, unknown>>, instead: Place): Place {
  const { scope, span, day } = state
  return {
    scope: typeof scope === 'string' ? scopeOf(scope) : instead.scope,
    span: spans.find((each) => each === span) ?? instead.span,
    day: typeof day === 'string' ? dayOf(day, instead.day) : instead.day,
  }
}
