/**
 * @file Answers one query over what its party sees.
 *
 * A query is compiled and runs over the indexes of its view (run/compile.ts). The few things that only
 * groq-js can evaluate (`diff::`, `delta::`) are left to it, over the whole view.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Party } from '../access/party.ts'
import { readsAll } from '../access/rights.ts'
import { evaluateAsync, type ExprNode } from './groq.ts'
import { parseQuery } from './parse.ts'
import type { Perspective } from './perspective.ts'
import { compiled } from './run/compiled.ts'
import { NoRoom, rootFrame, type Env } from './run/frame.ts'
import { sightOf, type Sight } from './sight.ts'
import type { Views } from './view/views.ts'

export interface Question {
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  party: Party
  projectId: string
  dataset: string
  now: Instant
}

export interface Answer {
  /** The result. */
  json: string
  /** What the answer depends on. */
  sight: Sight
}

export interface Limits {
  /** Of the answer's text: a longer one helps nobody, and would take the memory that others need. */
  lengthMax: number
  /** Objects and entries of lists made on the way. */
  valuesMax: number
}

export const LIMITS: Limits = { lengthMax: 50_000_000, valuesMax: 20_000_000 }

/** @throws PufaError `lake.malformed-query`, `lake.query-failed`, `lake.query-too-large` */
export async function answer(views: Views, question: Question, limits: Limits = LIMITS): Promise<Answer> {
  const { query, params, party } = question
  const tree = parseQuery(query, params)
  try {
    const view = views.get(question.perspective, party)
    const dereferenced = new Set<string>()
    const env: Env = {
      view,
      projectId: question.projectId,
      dataset: question.dataset,
      identity: party.id,
      now: question.now,
      room: limits.valuesMax,
      onDereference: (id) => dereferenced.add(id),
    }
    const run = compiled(tree, params)
    const result = run ? run(rootFrame(), env) : await plainly(tree, params, env)
    const json = toJson(result, limits.lengthMax)
    return { json, sight: sightOf(tree, params, { dereferenced, view, seesAll: readsAll(party) }) }
  } catch (error) {
    if (error instanceof PufaError) throw error
    if (error instanceof NoRoom) throw failLake('lake.query-too-large', { ...limits }, error)
    if (error instanceof Error) throw failLake('lake.query-failed', { reason: error.message, query }, error)
    throw error
  }
}

/** @throws PufaError `lake.query-too-large` */
function toJson(result: unknown, lengthMax: number): string {
  let json: string | null
  try {
    json = JSON.stringify(result ?? null)
  } catch (error) {
    // Longer than any text can be.
    if (!(error instanceof RangeError)) throw error
    json = null
  }
  if (json === null || json.length > lengthMax) throw failLake('lake.query-too-large', { lengthMax })
  return json
}

async function plainly(tree: ExprNode, params: Record<string, unknown>, env: Env): Promise<unknown> {
  const { view, projectId, dataset, identity, now, onDereference } = env
  const value = await evaluateAsync(tree, {
    dataset: view.all(),
    params,
    identity,
    sanity: { projectId, dataset },
    timestamp: new Date(now),
    dereference: ({ _ref }) => {
      onDereference(_ref)
      return view.get(_ref) ?? null
    },
  })
  return value.get()
}
