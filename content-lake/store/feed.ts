/**
 * @file Hands every commit, in order, to those who listen, and lets a listener that was cut off resume.
 *
 * A listener that fails or cannot keep up is dropped, and the others never notice. Each listener belongs to
 * a caller and is closed once that caller's sign-in has ended.
 */
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Log } from '../../contracts/part.ts'
import type { DocumentFilter } from '../query/filter.ts'
import type { Reads } from '../access/rights.ts'
import { quietReason } from '../observe/quiet.ts'
import type { Commit } from './commit.ts'
import { byTransaction, type History, type PastChange } from './history.ts'
import {
  mutationEvents,
  type EventOptions,
  type HeardAlready,
  type ListenedChange,
} from './mutation-event.ts'

export interface Listener {
  filter: DocumentFilter
  reads: Reads
  options: EventOptions
  /** Never blocks; closes itself when its peer is too slow. */
  send(name: string, data: object, eventId: string | null): void
  /** The listener has been dropped: its filter does not come to an end, or something in it broke. */
  fail(error: unknown): void
}

/** Sequence number and index of the last event a client saw. */
export interface ResumePoint {
  seq: number
  index: number
}

const RESUMED_CHANGES_MAX = 2000

export class Feed {
  readonly #listeners = new Set<Listener>()
  readonly #followers = new Set<(commit: Commit) => void>()
  readonly #history: History
  readonly #log: Log

  constructor(history: History, log: Log) {
    this.#history = history
    this.#log = log
  }

  get listenerCount(): number {
    return this.#listeners.size
  }

  /**
   * Greets the listener and adds it: `welcome`; or, when it resumes, `welcomeback` and what it missed, or
   * `reset` when that is too much.
   * @returns removes it
   */
  add(listener: Listener, listenerName: string, lastSeq: number, resume: ResumePoint | null): () => void {
    const missed = resume && resume.seq <= lastSeq ? this.#missedSince(resume) : null
    const greeting = resume ? (missed ? 'welcomeback' : 'reset') : 'welcome'
    listener.send(greeting, { listenerName }, `${lastSeq}-e`)
    for (const changes of missed ?? []) if (!this.#tell(listener, changes, resume)) return () => {}
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back after every commit. @returns stops it */
  follow(callback: (commit: Commit) => void): () => void {
    this.#followers.add(callback)
    return () => this.#followers.delete(callback)
  }

  publish(commit: Commit): void {
    const { seq, transactionId, author, timestamp } = commit
    const changes = commit.changes.map(({ id, before, after, mutations }) => ({
      seq,
      transactionId,
      author,
      timestamp,
      documentId: id,
      before,
      after,
      mutations,
    }))
    const heard: HeardAlready = new Map()
    for (const listener of this.#listeners) this.#tell(listener, changes, null, heard)
    for (const callback of this.#followers) callback(commit)
  }

  /** @returns false when the listener failed, and has been dropped */
  #tell(
    listener: Listener,
    changes: readonly ListenedChange[],
    after: ResumePoint | null,
    heard: HeardAlready = new Map(),
  ): boolean {
    try {
      for (const { eventId, data } of mutationEvents(
        changes,
        listener.filter,
        listener.reads,
        listener.options,
        heard,
      )) {
        const [seq, index] = eventId.split('-').map(Number)
        if (after && seq === after.seq && (index ?? 0) <= after.index) continue
        listener.send('mutation', data, eventId)
      }
      return true
    } catch (error) {
      const fields = { reason: quietReason(error) }
      // A filter that does not come to an end is its author's fault, not ours.
      if (error instanceof PufaError) this.#log.warn(fields, 'a listener was dropped')
      else this.#log.error(fields, 'a listener failed and was dropped')
      this.#listeners.delete(listener)
      listener.fail(error)
      return false
    }
  }

  /** Changes by transaction, or null when there are too many to send again, or some have lost their contents. */
  #missedSince({ seq, index }: ResumePoint): PastChange[][] | null {
    const changes = this.#history.changesAfter(
      Number.isFinite(index) ? seq - 1 : seq,
      RESUMED_CHANGES_MAX + 1,
    )
    if (changes.length > RESUMED_CHANGES_MAX || changes.some(({ isWhole }) => !isWhole)) return null
    return byTransaction(changes)
  }
}

/** `12-0` is the first event of commit 12, `12-e` all of them; null when it is neither. */
export function parseResumePoint(eventId: string | null): ResumePoint | null {
  const [, seq, index] = /^(\d{1,15})-(\d{1,9}|e)$/.exec(eventId ?? '') ?? []
  if (seq === undefined || index === undefined) return null
  return { seq: Number(seq), index: index === 'e' ? Infinity : Number(index) }
}
