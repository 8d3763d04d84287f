/**
 * @file Who is looking at what: the Studio's presence, JSON-RPC over a WebSocket at `/v…/socket/:dataset`.
 *
 * Nothing is stored. What one Studio announces is passed to all that subscribe, as Sanity's own service
 * does, but for the places of documents that the receiver may not read; method names found by running
 * Studio 6.16.
 */
import type { WebSocket } from 'ws'
import type { Clock, Log } from '../../contracts/part.ts'
import { readsAll, sightOf } from '../access/rights.ts'
import { identityOf, partyOf, type Caller } from '../accounts/caller.ts'
import { isRecord, publishedIdOf } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import { randomId } from '../store/random.ts'
import { guardSocket } from './socket-guard.ts'

const HEARTBEAT = '♥'
const HEARTBEAT_MS = 20_000
const SUBSCRIPTIONS_MAX = 20

interface Member {
  send: (text: string) => void
  subscriptions: Set<string>
  /** Whether the member may know of this document; null: of every one. */
  knows: ((documentId: string) => boolean) | null
}

export class PresenceRoom {
  readonly #members = new Set<Member>()

  get count(): number {
    return this.#members.size
  }

  join(
    socket: WebSocket,
    caller: Caller,
    parts: { clock: Clock; log: Log; store: { documents: Documents } },
  ): void {
    const identity = identityOf(caller)
    const subscriptions = new Set<string>()
    const { send } = guardSocket(socket, parts, (text) => {
      const call = parseCall(text)
      if (!call) return socket.close(1008, 'malformed message')
      const result = this.#answer(call.method, call.params, identity, subscriptions)
      if (call.id !== undefined) send(JSON.stringify({ jsonrpc: '2.0', id: call.id, result }))
    })
    const party = partyOf(caller)
    const sight = sightOf(parts.store.documents, party)
    const knows = (id: string) => sight.idsOfVersions(publishedIdOf(id)).length > 0
    const member: Member = { send, subscriptions, knows: readsAll(party) ? null : knows }
    this.#members.add(member)
    const timer = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS).unref()
    socket.on('close', () => {
      clearInterval(timer)
      this.#members.delete(member)
    })
  }

  #answer(method: string, params: Record<string, unknown>, i: string, subscriptions: Set<string>): string {
    const { session, data, subscriptionId } = params
    switch (method) {
      case 'presence_subscribe': {
        const id = randomId(16)
        if (subscriptions.size < SUBSCRIPTIONS_MAX) subscriptions.add(id)
        return id
      }
      case 'presence_unsubscribe':
        subscriptions.delete(String(subscriptionId))
        break
      case 'presence_rollcall':
        this.#tell({ type: 'rollCall', i, session })
        break
      case 'presence_announce':
        this.#tell({ type: 'state', i, m: data })
        break
      case 'presence_disconnect':
        this.#tell({ type: 'disconnect', i, m: { session } })
    }
    return 'ok'
  }

  #tell(result: Record<string, unknown>): void {
    for (const { send, subscriptions, knows } of this.#members) {
      const told = knows ? withoutHiddenPlaces(result, knows) : result
      for (const subscription of subscriptions)
        send(
          JSON.stringify({
            jsonrpc: '2.0',
            method: 'presence_subscription',
            params: { subscription, result: told },
          }),
        )
    }
  }
}

/** That somebody is here may be known to all who work here; where, only to those who may read it. */
function withoutHiddenPlaces(
  result: Record<string, unknown>,
  knows: (documentId: string) => boolean,
): Record<string, unknown> {
  const { m } = result
  if (!isRecord(m)) return result
  const { sessionId, session, locations } = m
  const open = Array.isArray(locations)
    ? locations.filter((place: unknown) => {
        const id = isRecord(place) ? place['documentId'] : undefined
        return typeof id === 'string' && knows(id)
      })
    : []
  return { ...result, m: { sessionId, session, locations: open } }
}

function parseCall(text: string): { id: unknown; method: string; params: Record<string, unknown> } | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  if (!isRecord(value) || typeof value['method'] !== 'string') return null
  return {
    id: value['id'],
    method: value['method'],
    params: isRecord(value['params']) ? value['params'] : {},
  }
}
