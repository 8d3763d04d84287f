/**
 * @file Watches the queries: how many, how long, how they ended, and which were slow.
 *
 * The slow-query log holds the query without its constants, and its parameters by name only: what a person
 * searched for is never in it. It writes a bounded number of lines a minute; the count knows all of them.
 */
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import type { Question } from '../query/evaluate.ts'
import type { QueryPool } from '../query/pool.ts'
import { Histogram, Tally } from './histogram.ts'
import { quietQuery } from './quiet.ts'

const RESULTS = ['answered', 'malformed', 'failed', 'too_slow', 'refused', 'fault'] as const
type Result = (typeof RESULTS)[number]

const RESULT_OF: Readonly<Record<string, Result>> = {
  'lake.malformed-query': 'malformed',
  'lake.query-failed': 'failed',
  'lake.query-too-large': 'failed',
  'lake.query-too-slow': 'too_slow',
  'lake.query-queue-full': 'refused',
}

const LINES_A_MINUTE = 30
const MINUTE_MS = 60_000
const NAMES_MAX = 20

export interface WatchedQueries {
  /** The same pool, watched. */
  pool: QueryPool
  figures(): Record<string, number>
}

/** @param slowMs from so long on, a query is slow */
export function watchQueries(
  pool: QueryPool,
  { slowMs, clock, log }: { slowMs: number; clock: Clock; log: Log },
): WatchedQueries {
  const results = new Tally(RESULTS)
  const seconds = new Histogram()
  let slow = 0
  let minute = 0
  let linesOfMinute = 0

  const end = (question: Question, began: number, result: Result) => {
    const ms = performance.now() - began
    results.add(result)
    seconds.observe(ms / 1000)
    if (ms < slowMs) return
    slow++
    const current = Math.floor(clock.now() / MINUTE_MS)
    if (current !== minute) linesOfMinute = 0
    minute = current
    if (++linesOfMinute > LINES_A_MINUTE) return
    const { query, params, perspective, party } = question
    const fields = { ms: Math.round(ms), result, query: quietQuery(query), params: namesOf(params) }
    log.warn({ ...fields, perspective: layersOf(perspective), role: party.role }, 'a query was slow')
  }

  const answer: QueryPool['answer'] = async (question) => {
    const began = performance.now()
    try {
      const answered = await pool.answer(question)
      end(question, began, 'answered')
      return answered
    } catch (error) {
      end(question, began, (error instanceof PufaError && RESULT_OF[error.code]) || 'fault')
      throw error
    }
  }
  return {
    pool: { ...pool, answer, ask: async (question) => (await answer(question)).json },
    figures: () => ({
      ...results.figures('lake_queries_total', 'result'),
      ...seconds.figures('lake_query_seconds'),
      lake_slow_queries_total: slow,
    }),
  }
}

const namesOf = (params: Record<string, unknown>) =>
  Object.keys(params)
    .slice(0, NAMES_MAX)
    .map((name) => (/^\w{1,40}$/.test(name) ? name : '…'))

/** The names of releases are people's words. */
const layersOf = (perspective: Question['perspective']) =>
  typeof perspective === 'string' ? perspective : `${perspective.length} layers`
