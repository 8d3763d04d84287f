/**
 * @file From which revision on each screen obeys an order, once its manifest is made.
 *
 * A manifest is asked whether it carries the order; so one that could not be made anew, or that another
 * refresh left as it was, counts for nothing, and is settled when it is made.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Order } from '../../contracts/orders.ts'
import { atomically } from '../store/database.ts'
import type { ComplianceStore } from './compliance.ts'
import { isTakeover, type OrderLog } from './log.ts'
import { carrier, touchedBy, type TouchedWorld } from './touched.ts'

export interface SettlingWorld extends TouchedWorld {
  database: DatabaseSync
  log: OrderLog
  compliance: ComplianceStore
}

export interface Settling {
  /** Those of an order's screens whose manifests carry it. */
  screens(order: Order, screens: readonly string[]): void
  /** Whatever is open; screens that came into the range of an order are expected from here on. */
  all(): void
}

export function settlingOf(world: SettlingWorld): Settling {
  const { database, log, compliance, manifests, fleet } = world

  function screens(order: Order, of: readonly string[]): void {
    const carries = carrier(order, order.kind === 'end' ? log.find(order.order) : null)
    const made = of.flatMap((screen) => {
      const held = manifests.get(screen)
      return held && carries(held) ? [{ screen, revision: held.head.revision }] : []
    })
    if (made.length === 0) return
    atomically(database, () => {
      for (const { screen, revision } of made) compliance.require(order.id, screen, revision)
    })
    // Who plays by it already says nothing again before the next heartbeat.
    for (const { screen, revision } of made) {
      const applied = fleet.get(screen)?.appliedRevision ?? 0
      if (applied <= revision) compliance.applied(screen, applied)
    }
  }

  function expectNewcomers(): void {
    for (const order of log.inForce().filter(isTakeover)) {
      const known = new Set(compliance.of(order.id).map(({ screen }) => screen))
      const fresh = touchedBy(order, world).filter(({ screen }) => !known.has(screen))
      if (fresh.length > 0) atomically(database, () => compliance.expect(order.id, fresh))
    }
  }

  return {
    screens,
    all() {
      expectNewcomers()
      const open = compliance.unsettled()
      for (const id of new Set(open.map(({ order }) => order))) {
        const order = log.find(id)
        if (order)
          screens(
            order,
            open.filter((row) => row.order === id).map(({ screen }) => screen),
          )
      }
    },
  }
}
