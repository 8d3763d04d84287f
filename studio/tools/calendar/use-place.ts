/** @file Where the calendar stands, kept in the address. */
import { useMemo, useRef } from 'react'
import { useRouter } from 'sanity/router'
import { browserClock } from '../../clock.ts'
import { bureauZone } from '../../schema/standing.ts'
import { wallClock } from '../../../contracts/schedule/zone.ts'
import { placeOf, stateOf, type Place } from './model/place.ts'

/** Below it seven days have no room for words. */
const narrowPx = 700

export const today = () => wallClock(bureauZone, browserClock.now()).day

const atFirst = (): Place => ({
  scope: { kind: 'all' },
  span: window.innerWidth < narrowPx ? 'day' : 'week',
  day: today(),
})

/** @returns the place, and what goes on from the place that was last asked for: two presses are two steps */
export function usePlace(): [Place, (change: (from: Place) => Partial<Place>) => void] {
  const { navigate, state } = useRouter()
  const first = useMemo(atFirst, [])
  const place = useMemo(() => placeOf(state, first), [state, first])
  // The address is drawn a moment after it was asked for.
  const asked = useRef<{ from: Place; to: Place } | null>(null)
  const go = (change: (from: Place) => Partial<Place>) => {
    const at = asked.current?.from === place ? asked.current.to : place
    const to = { ...at, ...change(at) }
    asked.current = { from: place, to }
    navigate(stateOf(to))
  }
  return [place, go]
}
