/**
 * @file Which screens an order touches, and until when each may go on as before while out of contact.
 *
 * Pure but for what it is handed. A screen out of contact follows the last manifest that it has, until
 * its lease ends, and its fallback list after that.
 */
import type { Order, OrderBody } from '../../contracts/orders.ts'
import type { Instant } from '../../contracts/part.ts'
import { targetsScreen } from '../../contracts/schedule/order.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import { isOf, type Item } from '../../contracts/schedule/items.ts'
import type { Part } from '../compile/parts.ts'
import type { Fleet } from '../fleet/status.ts'
import type { Held, Manifests } from '../manifests/manifests.ts'
import type { Touched } from './compliance.ts'
import { takeoverId } from '../compile/takeover.ts'
import { untilOf } from './log.ts'

export interface TouchedWorld {
  manifests: Pick<Manifests, 'get' | 'profiles'>
  fleet: Pick<Fleet, 'get'>
}

/** Whether it holds another manifest than ours, which may have what ours has not. */
function isBehind(screen: string, held: Held, { fleet }: TouchedWorld): boolean {
  const applied = fleet.get(screen)?.appliedRevision ?? 0
  return applied > 0 && applied < held.head.revision
}

/** What a withdrawal takes from each part, worked out once for all screens that share it. */
function partsWith(ids: ReadonlySet<string>): (part: Part) => readonly Item[] {
  const known = new Map<string, readonly Item[]>()
  return (part) => {
    const before = known.get(part.hash)
    if (before) return before
    const whole = (part.content.playlists ?? []).some(({ id }) => ids.has(id))
    const found = (part.content.items ?? []).filter((item) => whole || isOf(item, ids))
    known.set(part.hash, found)
    return found
  }
}

/** Items that each screen loses by the withdrawal. */
export function losses(ids: readonly string[], { manifests }: TouchedWorld): Map<string, readonly Item[]> {
  const lost = partsWith(new Set(ids))
  const found = new Map<string, readonly Item[]>()
  for (const { id } of manifests.profiles()) {
    const items = (manifests.get(id)?.parts ?? []).flatMap(lost)
    if (items.length > 0) found.set(id, items)
  }
  return found
}

/**
 * Whether a manifest is as the order wants it. Asked of the manifest itself, so that one which could not be
 * made anew never counts as obedience.
 * @param ended the order that an `end` ends
 */
export function carrier(order: Order, ended: Order | null): (held: Held) => boolean {
  const hasEvent = (id: string) => (held: Held) =>
    held.parts.some(({ content }) => content.events?.some((event) => event.id === id) ?? false)
  if (order.kind === 'withdraw') {
    const lost = partsWith(new Set(order.ids))
    return ({ parts }) => parts.every((part) => lost(part).length === 0)
  }
  if (order.kind !== 'end') return hasEvent(takeoverId(order.id))
  const still = ended && ended.kind !== 'withdraw' ? hasEvent(takeoverId(ended.id)) : () => false
  return (held) => !still(held)
}

function endOf(items: readonly Item[], zone: string, lease: Instant): Instant {
  const ends = items.map(({ validUntil }) =>
    validUntil === undefined ? Infinity : (localInstant(zone, validUntil) ?? Infinity),
  )
  return Math.min(lease, Math.max(...ends))
}

/** Whether the fallback list has it, which goes on when the lease is over. */
function isEvergreen(items: readonly Item[], { head, parts }: Held): boolean {
  const fallbacks = new Set([head.fallback, head.screen.fallback])
  const shown = new Set(items.map(({ id }) => id))
  return parts
    .flatMap(({ content }) => content.playlists ?? [])
    .some(({ id, entries }) => fallbacks.has(id) && entries.some(({ item }) => shown.has(item)))
}

function withdrawn(ids: readonly string[], world: TouchedWorld): Touched[] {
  const lost = losses(ids, world)
  return world.manifests.profiles().flatMap(({ id: screen, zone = defaultZone }): Touched[] => {
    const held = world.manifests.get(screen)
    if (!held) return []
    const items = lost.get(screen)
    // What an older manifest holds is not known: such a screen counts until it is up to date.
    if (isBehind(screen, held, world)) return [{ screen, mayShowUntil: null }]
    if (!items) return []
    const mayShowUntil = isEvergreen(items, held) ? null : endOf(items, zone, held.head.leaseUntil)
    return [{ screen, mayShowUntil }]
  })
}

/** Until when a screen that hears nothing of the end goes on with what was ended. */
function goesOn(ended: Order, held: Held): Instant | null {
  if (ended.kind === 'withdraw') return held.head.leaseUntil
  const until = untilOf(ended)
  if (until === null) return null
  const id = takeoverId(ended.id)
  const event = held.parts.flatMap(({ content }) => content.events ?? []).find((each) => each.id === id)
  const zone = held.head.screen.zone ?? defaultZone
  return event?.validUntil === undefined ? until : localInstant(zone, event.validUntil)
}

/** @param ended the order that an `end` ends, with the screens that it touched */
export function touchedBy(
  body: OrderBody,
  world: TouchedWorld,
  ended?: { order: Order; screens: readonly string[] },
): Touched[] {
  if (body.kind === 'withdraw') return withdrawn(body.ids, world)
  if (body.kind === 'end')
    return (ended?.screens ?? []).flatMap((screen): Touched[] => {
      const held = world.manifests.get(screen)
      return held && ended ? [{ screen, mayShowUntil: goesOn(ended.order, held) }] : []
    })
  return world.manifests.profiles().flatMap((profile): Touched[] => {
    const held = targetsScreen(body, profile) ? world.manifests.get(profile.id) : null
    return held ? [{ screen: profile.id, mayShowUntil: held.head.leaseUntil }] : []
  })
}
