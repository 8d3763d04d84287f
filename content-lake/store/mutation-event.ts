/**
 * @file Builds the events that listeners receive.
 *
 * Pure. Wire shape: Sanity's `GET /data/listen`. `effects` are mendoza patches; `[0, document]` ("put out
 * this value") is a valid one, if a coarse one.
 */
import { asSeen, type Reads } from '../access/rights.ts'
import type { DocumentFilter } from '../query/filter.ts'
import type { LakeDocument } from './document.ts'

/** One document's part of a commit, as listeners need it. */
export interface ListenedChange {
  seq: number
  transactionId: string
  author: string
  timestamp: string
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
  mutations: readonly unknown[]
}

export interface EventOptions {
  includesResult: boolean
  includesPrevious: boolean
  includesMutations: boolean
  includesEffects: boolean
}

export interface MutationEvent {
  /** `<seq>-<index>`: what a client gives back as `Last-Event-ID`. */
  eventId: string
  data: Record<string, unknown>
}

/** A change that a listener hears of, as it may see it. */
interface Chosen {
  change: ListenedChange
  was: boolean
  is: boolean
}

/** Events of one transaction, by what makes them differ: most listeners hear the same as another. */
export type HeardAlready = Map<string, MutationEvent[]>

/**
 * @param changes of one transaction
 * @param reads what the listener may read: a document that leaves its sight disappears
 * @param heard what was made for others of the same changes; their events, the very objects, are given again
 */
export function mutationEvents(
  changes: readonly ListenedChange[],
  filter: DocumentFilter,
  reads: Reads,
  options: EventOptions,
  heard: HeardAlready = new Map(),
): MutationEvent[] {
  const chosen = changes
    .map((whole) => asSeen(whole, reads))
    .map((change) => ({ change, was: filter(change.before), is: filter(change.after) }))
    .filter(({ was, is }) => was || is)
  if (chosen.length === 0) return []
  const key = keyOf(changes, chosen, options)
  const events = (key === null ? undefined : heard.get(key)) ?? eventsOf(chosen, options)
  if (key !== null) heard.set(key, events)
  return events
}

/** Null when the listener sees less than is there: then its events are its own. */
function keyOf(
  changes: readonly ListenedChange[],
  chosen: readonly Chosen[],
  options: EventOptions,
): string | null {
  if (chosen.some(({ change }) => !changes.includes(change))) return null
  return JSON.stringify([options, chosen.map(({ change, was, is }) => [changes.indexOf(change), was, is])])
}

function eventsOf(chosen: readonly Chosen[], options: EventOptions): MutationEvent[] {
  return chosen.map(({ change, was, is }, index) => {
    const { before, after, documentId, transactionId, timestamp } = change
    const eventId = `${change.seq}-${index}`
    const data: Record<string, unknown> = {
      eventId: `${transactionId}#${documentId}`,
      documentId,
      transactionId,
      transition: !was ? 'appear' : !is ? 'disappear' : 'update',
      identity: change.author,
      timestamp,
      visibility: 'query',
      transactionTotalEvents: chosen.length,
      transactionCurrentEvent: index + 1,
      messageReceivedAt: timestamp,
    }
    if (before) data['previousRev'] = before._rev
    // Also when it is gone: the Studio passes over an event without it, and then saves for ever.
    data['resultRev'] = transactionId
    if (options.includesMutations) data['mutations'] = change.mutations
    if (options.includesResult && after) data['result'] = after
    if (options.includesPrevious && before) data['previous'] = before
    if (options.includesEffects) data['effects'] = { apply: [0, after], revert: [0, before] }
    return { eventId, data }
  })
}
