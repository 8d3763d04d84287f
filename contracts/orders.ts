/**
 * @file Orders: what an operator commands screens at once, beside the timetable.
 *
 * An order is written down for ever with who, when and why; nothing of it changes. What ends an order is
 * another order. A takeover (`stop`, `notice`, `urgent`) travels in manifests as an event; `withdraw`
 * takes content off every screen as though it were not published.
 */
import type { SloganTone } from './documents/signage.ts'
import type { Instant } from './part.ts'
import type { Selector } from './schedule/shape.ts'

const hourMs = 3_600_000

/** How long a notice may stand at most. */
export const noticeLastsMsMax = 72 * hourMs
export const urgentLastsMsMax = 2 * hourMs
/** Of a stop that ends by itself. */
export const stopLastsMsMin = 60_000
export const stopLastsMsMax = 24 * hourMs
export const urgentCharactersMax = 120
export const reasonCharactersMax = 200
export const targetsMax = 50
export const withdrawnIdsMax = 50
/** Orders in force at once. */
export const ordersInForceMax = 50
/** Stops above that: what is full of orders must still be stopped. */
export const stopsReserved = 20

export interface StopBody {
  kind: 'stop'
  /** ORed, as in schedule events. */
  targets: readonly Selector[]
  /** Left out: it lasts until somebody ends it. */
  until?: Instant
}

/** A published template with its blanks filled; the words are kept as they were that day. */
export interface NoticeBody {
  kind: 'notice'
  targets: readonly Selector[]
  until: Instant
  template: string
  fields: Readonly<Record<string, string>>
  title: string
  text: string
  tone: SloganTone
}

/** Free words, without a template. */
export interface UrgentBody {
  kind: 'urgent'
  targets: readonly Selector[]
  until: Instant
  text: string
}

export interface WithdrawBody {
  kind: 'withdraw'
  /** Of documents, playlists, or lines of playlists (`<playlist>:<key>`). */
  ids: readonly string[]
}

export interface EndBody {
  kind: 'end'
  order: number
}

export type TakeoverBody = StopBody | NoticeBody | UrgentBody
export type OrderBody = TakeoverBody | WithdrawBody | EndBody
export type OrderKind = OrderBody['kind']

export interface OrderStamp {
  id: number
  at: Instant
  /** `at`, but later than that of every earlier order: the newest wins also after the clock was set back. */
  rank: Instant
  /** Account of the operator. */
  by: string
  reason: string
  /** The order that ended this one. */
  endedBy: number | null
}

export type OrderOf<Body extends OrderBody> = OrderStamp & Body
export type Order = { [Kind in OrderKind]: OrderOf<Extract<OrderBody, { kind: Kind }>> }[OrderKind]

export type Compliance =
  | 'acknowledged'
  /** In contact, and has not said yet that it follows. */
  | 'waiting'
  | 'offline'
  /** No player stands for the screen. */
  | 'unpaired'

export interface OrderedScreen {
  id: string
  title: string
  county: string
  online: boolean
  state: Compliance
  /** Revision from which on its manifest carries the order; `null` while it is being made. */
  revision: number | null
  acknowledgedAt: Instant | null
  /** Until when it may go on as before while out of contact; `null`: until it is back. */
  mayShowUntil: Instant | null
  /** The same in a sentence; empty once it has acknowledged. */
  note: string
}

export type OrderCounts = Readonly<Record<Compliance | 'all', number>>

export interface OrderReport {
  order: Order
  inForce: boolean
  counts: OrderCounts
  screens: readonly OrderedScreen[]
}

export interface OrderPreview {
  screens: readonly { id: string; title: string; county: string; online: boolean; shows: string }[]
  counties: number
  /** What the order must bring as `confirm`; `null` where it needs none. */
  confirm: string | null
}

export type Takeover = OrderOf<TakeoverBody>

/** A takeover as manifests carry it. */
export interface TakeoverInForce {
  order: Takeover
  /** When it ends on a screen that hears nothing more; `null`: it does not. */
  until: Instant | null
}
