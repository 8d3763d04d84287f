/**
 * @file What an operator of one county may reach: that county's screens, and what names nothing else.
 *
 * An order or a command that could reach another county's screen, today or once a screen joins a group, is
 * an operator's of the whole prefecture.
 */
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Registry } from '../fleet/registry.ts'
import { anyOperatorOf, watcherOf, type Operator, type Watcher } from './operator.ts'
import type { Call, RouteParts } from './route.ts'

export const reaches = ({ county }: Operator, of: string | null | undefined): boolean =>
  county === null || county === of

/** @throws PufaError `signage.not-allowed` */
export function mustReach(operator: Operator, of: string | null | undefined): void {
  if (!reaches(operator, of)) throw failSignage('signage.not-allowed')
}

/** @throws PufaError `signage.unknown-screen`, `signage.not-allowed` */
export function mustReachScreens(operator: Operator, screens: readonly string[], registry: Registry): void {
  for (const screen of screens) {
    const view = registry.view(screen)
    if (!view) throw failSignage('signage.unknown-screen', { screen })
    mustReach(operator, view.county.id)
  }
}

/** Who asks for the screen that the path names. @throws PufaError as `anyOperatorOf` and `mustReachScreens` */
export async function screenOperator({ request, id }: Call, parts: RouteParts): Promise<Operator> {
  const operator = await anyOperatorOf(request, parts.lake, parts.origin)
  mustReachScreens(operator, [id], parts.registry)
  return operator
}

/** Who looks at the screen that the path names. @throws PufaError as `watcherOf` and `mustReachScreens` */
export async function screenWatcher({ request, id }: Call, parts: RouteParts): Promise<Watcher> {
  const watcher = await watcherOf(request, parts.lake, parts.origin)
  mustReachScreens(watcher, [id], parts.registry)
  return watcher
}

/** Whether an order, as it is kept or as it was sent, stays within the operator's county. */
export function reachesOrder(operator: Operator, order: unknown, registry: Registry): boolean {
  if (operator.county === null) return true
  const { targets } = (order ?? {}) as { targets?: unknown }
  if (!Array.isArray(targets) || targets.length === 0) return false
  return targets.every((target: unknown) => {
    const { county, screen } = (target ?? {}) as { county?: unknown; screen?: unknown }
    if (county !== undefined) return county === operator.county
    return typeof screen === 'string' && registry.view(screen)?.county.id === operator.county
  })
}

/** @throws PufaError `signage.not-allowed` */
export function mustReachOrder(operator: Operator, order: unknown, registry: Registry): void {
  if (!reachesOrder(operator, order, registry)) throw failSignage('signage.not-allowed')
}
