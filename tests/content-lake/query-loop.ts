/**
 * @file Asks the lake and plain groq-js the same random questions over random documents that change, and
 * counts where they differ.
 *
 * Used by the test beside it with few questions, and by `scripts/soak` with many. Beside the answers, what is
 * said of them is proven: an answer that is still kept after commits equals a fresh one, and where an answer
 * changed, the commits had one of its sync tags.
 */
import { evaluateSync, parse } from 'groq-js'
import { ANONYMOUS_PARTY, SYSTEM, type Party } from '../../content-lake/access/party.ts'
import { readsAll, readsOf } from '../../content-lake/access/rights.ts'
import { AnswerCache, questionKey } from '../../content-lake/query/answer-cache.ts'
import { answer, type Answer, type Question } from '../../content-lake/query/evaluate.ts'
import type { Perspective } from '../../content-lake/query/perspective.ts'
import { tagsOf, touchedBy } from '../../content-lake/query/touched.ts'
import { USUAL } from '../../content-lake/query/view/view.ts'
import { Views } from '../../content-lake/query/view/views.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { Documents } from '../../content-lake/store/documents.ts'
import { chanceOf, type Chance } from './chance.ts'
import { plainView } from './plain-view.ts'
import { randomDocument, randomId } from './random-documents.ts'
import { PARAMS, QueryWriter } from './random-queries.ts'

export interface QueryReport {
  asked: number
  /** Answers that are no empty list, nought or null: agreement about nothing would prove little. */
  telling: number
  fromCache: number
  /** Answers that were other after commits. */
  changed: number
  differences: string[]
}

const PERSPECTIVES: readonly [Perspective, ...Perspective[]] = [
  'raw',
  'published',
  ['drafts'],
  ['r1', 'drafts'],
  ['r2', 'r1'],
]
const PARTIES: readonly [Party, ...Party[]] = [
  SYSTEM,
  { ...SYSTEM, id: 'editor', role: 'administrator' },
  { ...SYSTEM, id: 'reader', role: 'viewer' },
  { id: 'e', role: 'editor', county: null },
  { id: 'c', role: 'editor', county: 'd1' },
  { id: 'o', role: 'operator', county: 'd2' },
  { id: 'a', role: 'adviser', county: 'd1' },
  ANONYMOUS_PARTY,
]
const NOW = Date.UTC(2026, 10, 22)
/** Indexes and orders are used however few documents there are. */
const KEEN = { few: 0, sorted: 0, merged: 6, isEager: true }
const QUESTIONS_BETWEEN_COMMITS = 5
const QUESTIONS_OF_A_DATASET = 60

type Remembered = Answer & { question: Question; tags: Set<string> }

class Dataset {
  readonly stored = new Map<string, LakeDocument>()
  readonly documents = new Documents()
  readonly views: Views
  readonly cache = new AnswerCache()
  readonly remembered: Remembered[] = []
  seq = 0
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
    this.views = new Views(this.documents, chance.often(70) ? KEEN : USUAL)
    for (let count = 5 + chance.below(40); count > 0; count--) this.commit()
  }

  /** One to three documents made, changed or deleted. */
  commit(): void {
    const changes = new Map<string, LakeDocument | null>()
    for (let count = 1 + this.#chance.below(3); count > 0; count--) {
      const id = randomId(this.#chance)
      changes.set(id, this.#chance.often(15) ? null : randomDocument(this.#chance, id, this.seq))
    }
    const told = [...changes].map(([id, after]) => ({ id, before: this.stored.get(id) ?? null, after }))
    this.seq++
    this.views.apply(told.map(({ id, after }) => ({ id, document: after })))
    for (const { id, after } of told) {
      if (after) this.stored.set(id, after)
      else this.stored.delete(id)
    }
    const touched = touchedBy(this.documents, told)
    this.cache.follow(this.seq, touched)
    for (const { tags, question } of this.remembered)
      for (const tag of tagsOf(touched, readsAll(question.party))) tags.add(tag)
  }

  plain(question: Question): string {
    const { query, params, perspective, party, projectId, dataset, now } = question
    const stored = [...this.stored.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
    const all = new Documents()
    all.load(stored)
    const seen = plainView(stored, perspective, readsOf(all, party))
    const { data } = evaluateSync(parse(query, { params }), {
      dataset: seen,
      params,
      identity: party.id,
      sanity: { projectId, dataset },
      timestamp: new Date(now),
    }) as { data: unknown }
    return JSON.stringify(data ?? null)
  }
}

export async function queryLoop(
  questions: number,
  seed: number,
  onProgress: (report: QueryReport) => void = () => {},
): Promise<QueryReport> {
  const chance = chanceOf(seed)
  const writer = new QueryWriter(chance)
  const report: QueryReport = { asked: 0, telling: 0, fromCache: 0, changed: 0, differences: [] }
  while (report.asked < questions) {
    const dataset = new Dataset(chance)
    for (let count = 0; count < QUESTIONS_OF_A_DATASET && report.asked < questions; count++) {
      if (count % QUESTIONS_BETWEEN_COMMITS === 0) {
        dataset.commit()
        await askAgain(dataset, report)
      }
      await askOne(dataset, chance, writer.query(), report)
    }
    onProgress(report)
  }
  return report
}

async function askOne(dataset: Dataset, chance: Chance, query: string, report: QueryReport): Promise<void> {
  const question: Question = {
    query,
    params: PARAMS,
    perspective: chance.pick(PERSPECTIVES),
    party: chance.pick(PARTIES),
    projectId: 'p',
    dataset: 'd',
    now: NOW,
  }
  const given = await answer(dataset.views, question)
  compare(dataset, question, given.json, 'asked', report)
  report.asked++
  if (!/^(\[\]|null|0|false)$/.test(given.json)) report.telling++
  const { seq } = dataset
  // As when a worker answers while the next commit is made.
  if (chance.often(20)) dataset.commit()
  else dataset.remembered.push({ ...given, question, tags: new Set() })
  dataset.cache.put(questionKey(question), given, seq)
}

/** Everything asked before: what is kept must be fresh, and what is not the same must have been told of. */
async function askAgain(dataset: Dataset, report: QueryReport): Promise<void> {
  for (const past of dataset.remembered) {
    const { question, json, sight, tags } = past
    const fresh = (await answer(dataset.views, question)).json
    const kept = dataset.cache.get(questionKey(question))
    if (kept) {
      report.fromCache++
      if (kept.json !== fresh) note(report, 'kept but stale', question, kept.json, fresh)
    }
    if (fresh === json) continue
    report.changed++
    if (!sight.tags.some((tag) => tags.has(tag))) note(report, 'changed without a tag', question, json, fresh)
  }
  dataset.remembered.splice(0, Math.max(0, dataset.remembered.length - QUESTIONS_BETWEEN_COMMITS * 4))
}

function compare(
  dataset: Dataset,
  question: Question,
  ours: string,
  what: string,
  report: QueryReport,
): void {
  const plain = dataset.plain(question)
  if (plain !== ours) note(report, what, question, ours, plain)
}

function note(report: QueryReport, what: string, question: Question, ours: string, wanted: string): void {
  const { query, perspective, party } = question
  report.differences.push(
    `${what} (${String(perspective)}, ${party.role}): ${query}\n    ${ours.slice(0, 300)}\n    ${wanted.slice(0, 300)}`,
  )
}
