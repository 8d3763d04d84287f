/**
 * @file Answers questions: from what is kept, from what is being worked out, or by a worker.
 *
 * Invariant: an answer knows of every commit made before its question was asked. The same question asked twice
 * between two commits is worked out once.
 */
import type { Log } from '../../contracts/part.ts'
import type { Commit } from '../store/commit.ts'
import type { Documents } from '../store/documents.ts'
import { AnswerCache, questionKey } from './answer-cache.ts'
import type { Answer, Question } from './evaluate.ts'
import { touchedBy } from './touched.ts'
import { openWorkers, type WorkerCounts, type WorkerSettings } from './workers.ts'

export interface PoolSettings extends WorkerSettings {
  /** Of the main thread, after each commit. */
  documents: Documents
}

export interface QueryPool {
  /** @returns the result as JSON text
   *  @throws PufaError `lake.malformed-query`, `lake.query-failed`, `lake.query-too-slow`,
   *  `lake.query-too-large`, `lake.query-queue-full` */
  ask(question: Question): Promise<string>
  /** The same, with what the answer depends on. */
  answer(question: Question): Promise<Answer>
  follow(commit: Commit): void
  counts(): WorkerCounts & { fromCache: number; cacheBytes: number }
  close(): Promise<void>
}

export function openQueryPool(settings: PoolSettings, log: Log): QueryPool {
  const { documents } = settings
  const workers = openWorkers(settings, log)
  const cache = new AnswerCache()
  /** Questions that are being worked out, all asked since the last commit. */
  const open = new Map<string, Promise<Answer>>()
  let fromCache = 0

  const workOut = async (question: Question, key: string): Promise<Answer> => {
    const told = await workers.send(question)
    cache.put(key, told.answer, told.seq)
    return told.answer
  }

  const answer = async (question: Question): Promise<Answer> => {
    const key = questionKey(question)
    const known = cache.get(key)
    if (known) {
      fromCache++
      return known
    }
    const asked = open.get(key)
    // What hangs on the moment or on who asks is not shared, and only an answer tells whether it does.
    if (asked) {
      const shared = await asked
      if (!shared.sight.isMomentary) return shared
    }
    const given = workOut(question, key)
    open.set(key, given)
    const forget = () => {
      if (open.get(key) === given) open.delete(key)
    }
    given.then(forget, forget)
    return given
  }

  return {
    answer,
    ask: async (question) => (await answer(question)).json,
    follow: (commit) => {
      cache.follow(commit.seq, touchedBy(documents, commit.changes))
      open.clear()
      workers.follow(commit)
    },
    counts: () => ({ ...workers.counts(), fromCache, cacheBytes: cache.bytes }),
    close: workers.close,
  }
}
