/**
 * @file Broadcasts on screens: the relay, and the switch by which the officer on duty ends one at once.
 *
 * At a stop the relay refuses at once, the order is written down, and the screens' manifests are made again
 * without the broadcast.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { LiveStream } from '../../contracts/documents/index.ts'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Instant, Log } from '../../contracts/part.ts'
import type { SignageDocument } from '../compile/documents.ts'
import { liveOrders, type LiveOrder } from './stops.ts'
import { relayOf, type Relayed } from './relay.ts'
import { openSource } from './source.ts'

/** Answers that are being sent at the same time; a screen takes one at a time. */
const answersMax = 4_000

export interface LiveParts {
  database: DatabaseSync
  documents(): ReadonlyMap<string, SignageDocument>
  now(): Instant
  log: Log
  /** Sources may lie in the bureau's own network. */
  privateAllowed: boolean
  /** Withdrawn by an order, which the relay follows as well; left out: none is. */
  isWithdrawn?(stream: string): boolean
  /** The broadcast was stopped or goes on: screens that show it need another manifest. */
  changed(stream: string): void
}

export interface LiveState {
  stream: LiveStream
  stopped: boolean
  orders: readonly LiveOrder[]
}

export interface Live {
  isStopped(stream: string): boolean
  /** Counts one more player that is being answered. @returns ends it. @throws PufaError `signage.live-busy` */
  enter(): () => void
  /** @throws PufaError `signage.live-…` */
  get(stream: string, name: string): Promise<Relayed>
  /** @throws PufaError `signage.live-unknown` */
  find(stream: string): LiveStream
  order(stream: string, action: LiveOrder['action'], by: { id: string; name: string }): LiveState
  all(): LiveState[]
  close(): void
}

export function openLive(parts: LiveParts): Live {
  const { documents, now, log, privateAllowed } = parts
  const orders = liveOrders(parts.database)
  const source = openSource(privateAllowed)
  let answers = 0
  const stream = (id: string): LiveStream | null => {
    const document = documents().get(id)
    return document?._type === 'liveStream' ? document : null
  }
  const relay = relayOf({
    now,
    log,
    stream: (id) => (parts.isWithdrawn?.(id) ? null : stream(id)),
    isStopped: orders.isStopped,
    source,
    insecure: privateAllowed,
  })
  const find = (id: string): LiveStream => {
    const found = stream(id)
    if (!found) throw failSignage('signage.live-unknown', { stream: id })
    return found
  }
  const stateOf = (found: LiveStream): LiveState => ({
    stream: found,
    stopped: orders.isStopped(found._id),
    orders: orders.of(found._id),
  })
  return {
    isStopped: orders.isStopped,
    enter() {
      if (answers >= answersMax) throw failSignage('signage.live-busy')
      answers++
      return () => void answers--
    },
    get: relay.get,
    find,
    order(id, action, by) {
      const found = find(id)
      // A second press changes nothing, and is recorded all the same: it was an order.
      try {
        orders.add({ stream: id, action, at: now(), by: by.id, byName: by.name })
        log.info({ stream: id, action, by: by.id }, 'a broadcast was stopped, or goes on')
      } finally {
        if (action === 'stop') relay.cut(id)
        parts.changed(id)
      }
      return stateOf(found)
    },
    all: () =>
      [...documents().values()]
        .filter((document): document is LiveStream => document._type === 'liveStream')
        .sort((a, b) => (a.begins < b.begins ? -1 : 1))
        .map(stateOf),
    close: source.close,
  }
}
