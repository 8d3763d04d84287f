/**
 * @file The one way a document changes.
 *
 * Synchronous from staging to the last event, so no two commits ever interleave: stage, settle, check, one database
 * transaction, memory, then whoever follows the commits, in commit order. When the database refuses, memory
 * is as it was. What the party may not read does not exist for it. A commit repeated with the same
 * `transactionId`, author and request (a client that lost the answer) is answered again and changes nothing;
 * the same id with another request is refused.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Clock } from '../../contracts/part.ts'
import { withCounty } from '../access/county.ts'
import type { Party } from '../access/party.ts'
import { withinTime } from '../within-time.ts'
import { sightOf } from '../access/rights.ts'
import type { Documents } from './documents.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { ResolvedMutation } from './mutation.ts'
import { randomDocumentId, randomId } from './random.ts'
import { stage, type Change, type MutationResult, type Stamp } from './stage.ts'

export interface CommitRequest {
  mutations: readonly ResolvedMutation[]
  /** The client's own, else null: one is made. It becomes `_rev` of every document written. */
  transactionId: string | null
  party: Party
  requestSha256: string
  dryRun: boolean
  makesArrayKeys: boolean
}

export interface Outcome {
  transactionId: string
  results: readonly MutationResult[]
  /** Empty for a repeated commit. */
  changes: readonly Change[]
}

export interface Commit {
  seq: number
  transactionId: string
  author: string
  timestamp: string
  changes: readonly Change[]
  /** Each changed document as stored, null when deleted. */
  jsonById: ReadonlyMap<string, string | null>
}

/** Throws a `PufaError` to refuse the transaction. */
export type CommitCheck = (documents: Documents, changes: readonly Change[], party: Party) => void

export interface Committer {
  commit(request: CommitRequest): Outcome
  /** The outcome of the same commit made before, or null. @throws PufaError `lake.transaction-reused` */
  repeated(request: Pick<CommitRequest, 'transactionId' | 'party' | 'requestSha256'>): Outcome | null
  /**
   * Writes documents as another lake has them, revisions and times with them, in one commit. Nothing is
   * judged: whoever calls has done so.
   */
  copy(changes: readonly Change[], author: string): void
  /** Sequence number of the last commit. */
  lastSeq(): number
}

const STAGING_MS_MAX = 5_000
const TRANSACTION_ID = /^[A-Za-z0-9_.-]{1,128}$/

export function createCommitter(parts: {
  documents: Documents
  ledger: Ledger
  clock: Clock
  checks: readonly CommitCheck[]
  /** What follows from the changes, to be written with them; left out: nothing. Throws to refuse. */
  settle?: (
    changes: readonly Change[],
    party: Party,
    stamp: { transactionId: string; timestamp: string },
  ) => Change[]
  onCommit: (commit: Commit) => void
}): Committer {
  const { documents, ledger, clock, checks, settle = (changes) => [...changes], onCommit } = parts
  let lastSeq = ledger.lastSeq()
  let lastTimestamp = ledger.lastTimestamp()

  function repeated(
    request: Pick<CommitRequest, 'transactionId' | 'party' | 'requestSha256'>,
  ): Outcome | null {
    const { transactionId, party, requestSha256 } = request
    const past = transactionId === null ? null : ledger.find(transactionId)
    if (!past || transactionId === null) return null
    if (past.author !== party.id || past.requestSha256 !== requestSha256)
      throw failLake('lake.transaction-reused', { transactionId })
    return { transactionId, results: past.results, changes: [] }
  }

  function commit(request: CommitRequest): Outcome {
    const { party, requestSha256 } = request
    const author = party.id
    const transactionId = request.transactionId ?? randomId()
    if (!TRANSACTION_ID.test(transactionId))
      throw failLake('lake.malformed-mutation', { reason: 'transactionId' })
    const past = repeated(request)
    if (past) return past

    const timestamp = timeOfNext()
    const stamp: Stamp = {
      transactionId,
      timestamp,
      makeDocumentId: randomDocumentId,
      makeKey: request.makesArrayKeys ? () => randomId(12) : null,
      complete: (document) => withCounty(document, party),
    }
    const staging = () => stage(sightOf(documents, party), request.mutations, stamp)
    // Some paths of patches take quadratic time, and nobody else is served meanwhile.
    const mayBeSlow = request.mutations.some(({ kind }) => kind === 'patch')
    const staged = mayBeSlow ? withinTime(STAGING_MS_MAX, staging, 'lake.patch-too-slow') : staging()
    const { results } = staged
    const changes = settle(staged.changes, party, stamp)
    for (const check of checks) check(documents, changes, party)
    if (request.dryRun) return { transactionId, results, changes }

    write({ transactionId, author, timestamp, requestSha256, results, changes })
    return { transactionId, results, changes }
  }

  /** A clock set back must not make history run backwards: times never fall, and the sequence orders. */
  function timeOfNext(): string {
    const present = new Date(clock.now()).toISOString()
    return present > lastTimestamp ? present : lastTimestamp
  }

  function write(entry: LedgerEntry): void {
    const { transactionId, author, timestamp, changes } = entry
    const { seq, jsonById } = ledger.write(entry)
    lastSeq = seq
    lastTimestamp = timestamp
    documents.apply(changes.map(({ id, after }) => ({ id, document: after })))
    onCommit({ seq, transactionId, author, timestamp, changes, jsonById })
  }

  function copy(changes: readonly Change[], author: string): void {
    const transactionId = randomId()
    write({ transactionId, author, timestamp: timeOfNext(), requestSha256: '', results: [], changes })
  }

  return { commit, copy, repeated, lastSeq: () => lastSeq }
}
