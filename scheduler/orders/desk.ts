/**
 * @file Giving orders, ending them, and seeing who follows.
 *
 * An order and the screens that it touches are on disk before any screen hears of it. The screens are
 * then made ahead of all other work; an order waits for nothing but the disk.
 */
import { failSignage } from '../../contracts/errors/signage.ts'
import {
  ordersInForceMax,
  stopsReserved,
  type Order,
  type OrderBody,
  type OrderPreview,
  type OrderReport,
} from '../../contracts/orders.ts'
import type { Instant } from '../../contracts/part.ts'
import type { SignageDocument } from '../compile/documents.ts'
import type { Changed } from '../content/watch.ts'
import { atomically } from '../store/database.ts'
import type { Touched } from './compliance.ts'
import { readDraft, type Draft } from './draft.ts'
import { confirmationFor, countiesOf, previewOf } from './preview.ts'
import { reportOf, type ReportWorld } from './report.ts'
import { settlingOf, type SettlingWorld } from './settling.ts'
import { touchedBy } from './touched.ts'
import { documentOf } from './visible.ts'

const listMax = 50

export interface OrderDesk {
  /** @throws PufaError */
  place(sent: unknown, by: string): Promise<OrderReport>
  /** @throws PufaError `signage.order-unknown`, `signage.order-over` */
  end(id: number, by: string, reason: string): Promise<OrderReport>
  /** What `place` would do. @throws PufaError */
  preview(sent: unknown): OrderPreview
  /** @throws PufaError `signage.order-unknown` */
  report(id: number): OrderReport
  list(openOnly: boolean, before: number | null): Omit<OrderReport, 'screens'>[]
  /** The screen's player plays by this revision. */
  applied(screen: string, revision: number): void
  /** After manifests were made for another reason: screens may have come into an order's range. */
  settle(): void
  /** Makes the screens anew whose orders have ended by themselves since this was last asked. */
  expire(): void
  close(): void
}

export interface DeskWorld extends SettlingWorld, ReportWorld {
  now(): Instant
  manifests: SettlingWorld['manifests']
  /** As published, what is withdrawn among them. */
  documents(): ReadonlyMap<string, SignageDocument>
  /** Makes the touched screens at once and hands them on; never rejects. */
  refresh(changed: Changed): Promise<void>
}

export function orderDesk(world: DeskWorld): OrderDesk {
  const { now, database, log, compliance, manifests, documents } = world
  const settling = settlingOf(world)
  let standing: readonly Order[] = log.inForce()
  const rowsOf = (id: number) => compliance.of(id)
  const isInForce = (order: Order) => log.inForce().some(({ id }) => id === order.id)

  /** @throws PufaError `signage.order-unknown` */
  function find(id: number): Order {
    const order = log.find(id)
    if (!order) throw failSignage('signage.order-unknown', { order: id })
    return order
  }

  function report(id: number): OrderReport {
    compliance.flush()
    const order = find(id)
    return reportOf({ order, inForce: isInForce(order), rows: rowsOf(id) }, world)
  }

  /** What must be made again: the screens themselves, or what reads the documents. */
  function changedBy(body: OrderBody, touched: readonly Touched[]): Changed {
    if (body.kind === 'end') {
      const ended = find(body.order)
      if (ended.kind === 'withdraw') return changedBy(ended, touched)
    }
    if (body.kind !== 'withdraw') return touched.map(({ screen }) => ({ id: screen, type: 'order' }))
    const ids = [...new Set(body.ids.map(documentOf))]
    return ids.map((id) => ({ id, type: documents().get(id)?._type ?? '' }))
  }

  async function give(body: OrderBody, reason: string, by: string, touched: Touched[]): Promise<OrderReport> {
    let given: Order
    try {
      given = atomically(database, () => {
        const order = log.append(body, by, reason)
        compliance.expect(order.id, touched)
        return order
      })
    } catch (error) {
      log.reload()
      throw error
    }
    await world.refresh(changedBy(body, touched))
    settling.screens(
      given,
      touched.map(({ screen }) => screen),
    )
    return report(given.id)
  }

  /** @throws PufaError */
  function read(sent: unknown): { draft: Draft; touched: Touched[] } {
    const draft = readDraft(sent, { documents: documents(), now: now() })
    const touched = touchedBy(draft.body, world)
    if (touched.length === 0 && draft.body.kind !== 'withdraw') throw failSignage('signage.order-no-screens')
    return { draft, touched }
  }

  return {
    async place(sent, by) {
      const { draft, touched } = read(sent)
      const most = ordersInForceMax + (draft.body.kind === 'stop' ? stopsReserved : 0)
      if (log.inForce().length >= most) throw failSignage('signage.orders-too-many', { most })
      const confirm = confirmationFor(draft.body, touched, world)
      if (confirm !== null && draft.confirm !== confirm)
        throw failSignage('signage.order-unconfirmed', { counties: countiesOf(touched, world), confirm })
      return give(draft.body, draft.reason, by, touched)
    },
    async end(id, by, reason) {
      const order = find(id)
      if (!isInForce(order)) throw failSignage('signage.order-over', { order: id, endedBy: order.endedBy })
      const body = { kind: 'end', order: id } as const
      const screens = rowsOf(id).map(({ screen }) => screen)
      return give(body, reason, by, touchedBy(body, world, { order, screens }))
    },
    preview(sent) {
      const { draft, touched } = read(sent)
      return previewOf(draft.body, touched, world)
    },
    report,
    list(openOnly, before) {
      compliance.flush()
      const orders = openOnly ? log.inForce().reverse() : log.list(listMax, before)
      return orders.map((order) => {
        const { counts, inForce } = reportOf(
          { order, inForce: isInForce(order), rows: rowsOf(order.id) },
          world,
        )
        return { order, inForce, counts }
      })
    },
    applied(screen, revision) {
      const held = manifests.get(screen)
      if (held && revision <= held.head.revision) compliance.applied(screen, revision)
    },
    settle: settling.all,
    expire() {
      const before = standing
      standing = log.inForce()
      const over = before.filter(({ id }) => !isInForce(find(id)))
      const screens = new Set(over.flatMap(({ id }) => rowsOf(id).map(({ screen }) => screen)))
      if (screens.size > 0) void world.refresh([...screens].map((id) => ({ id, type: 'order' })))
    },
    close: () => compliance.close(),
  }
}
