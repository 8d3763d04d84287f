/**
 * @file The same queries by the lake and by plain groq-js, `evaluate` and `evaluateSync`, in turn.
 *
 * The lake answers from its indexes, never from kept answers; groq-js is given the documents of the
 * perspective ready made. Times are per question, from syntax tree to JSON text for both.
 */
import { evaluate, evaluateSync, parse } from 'groq-js'
import { SYSTEM } from '../../../content-lake/access/party.ts'
import { answer } from '../../../content-lake/query/evaluate.ts'
import type { Perspective } from '../../../content-lake/query/perspective.ts'
import type { Views } from '../../../content-lake/query/view/views.ts'
import { median, milliseconds, spread, type Row } from '../bench.ts'
import { idOf } from './documents.ts'

const QUERIES: readonly { title: string; query: string; goal?: number }[] = [
  { title: '_id ==', query: '*[_id == $id]', goal: 20 },
  { title: '类型 + 字段相等', query: '*[_type == $type && slug.current == $slug]{_id, title}', goal: 20 },
  { title: 'references()', query: '*[references($county)]{_id, title}', goal: 20 },
  {
    title: '列表 20 行',
    query: '*[_type == $type] | order(_updatedAt desc)[0...20]{_id, title, _updatedAt}',
    goal: 20,
  },
  { title: '解引用 20 次', query: '*[_type == $type][0...20]{title, "county": county->title}', goal: 1 },
  { title: '按类型计数', query: 'count(*[_type == $type])', goal: 1 },
  { title: '标题匹配', query: 'count(*[_type == $type && title match $words])', goal: 1 },
  { title: '正文匹配', query: 'count(*[_type == $type && pt::text(body) match $text])', goal: 1 },
  {
    title: '关联计数 20 次',
    query: '*[_type == "county"][0...20]{_id, "n": count(*[references(^._id)])}',
    goal: 1,
  },
]
const PERSPECTIVES: readonly Perspective[] = ['raw', ['drafts'], 'published']
const ROUNDS = 3
const LONG_ENOUGH_MS = 15
/** What groq-js takes longer for is measured once. */
const SLOW_MS = 1500

async function timeOf(ask: () => unknown): Promise<number> {
  const began = performance.now()
  let times = 0
  do {
    await ask()
    times++
  } while (performance.now() - began < LONG_ENOUGH_MS)
  return (performance.now() - began) / times
}

/** @throws Error when the two do not answer the same */
export async function measureQueries(
  views: Views,
  count: number,
  say: (line: string) => void,
): Promise<{ rows: Row[]; firstMs: number[] }> {
  const params = {
    id: idOf(count - 10),
    type: 'legalQuestion',
    slug: 'question-105',
    county: idOf(98),
    words: '合同*',
    text: '*工伤42*',
  }
  const rows: Row[] = []
  const firstMs: number[] = []
  for (const perspective of PERSPECTIVES) {
    const name = String(perspective)
    say(`  ${count} 份文档，${name}……`)
    const viewBegan = performance.now()
    const dataset = views.get(perspective, SYSTEM).all()
    firstMs.push(performance.now() - viewBegan)
    for (const { title, query, goal } of QUERIES) {
      const tree = parse(query, { params })
      const question = { query, params, perspective, party: SYSTEM, projectId: 'p', dataset: 'd', now: 0 }
      const ours = async () => (await answer(views, question)).json
      const plainSync = () => JSON.stringify(evaluateSync(tree, { dataset, params }).data)
      const plain = async () => JSON.stringify(await (await evaluate(tree, { dataset, params })).get())
      const began = performance.now()
      const first = await ours()
      firstMs.push(performance.now() - began)
      const plainBegan = performance.now()
      if (first !== plainSync()) throw new Error(`答案与 groq-js 不同：${query}`)
      const rounds = performance.now() - plainBegan > SLOW_MS ? 1 : ROUNDS
      await ours()
      const times = { ours: [] as number[], sync: [] as number[], async: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        times.ours.push(await timeOf(ours))
        times.sync.push(await timeOf(plainSync))
        times.async.push(await timeOf(plain))
      }
      const against = (reference: readonly number[]) =>
        spread(reference.map((time, round) => time / (times.ours[round] ?? time)))
      rows.push({
        what: `${count} ${name} ${title}`,
        measured: `${median(times.ours).toFixed(3)} ms`,
        reference: `${milliseconds(median(times.sync))} / ${milliseconds(median(times.async))}`,
        ratio: `${against(times.sync)} / ${against(times.async)}`,
        ...(goal === undefined ? {} : { goal: count >= 50_000 || goal === 1 ? `≥ ${goal}` : '' }),
      })
    }
  }
  return { rows, firstMs }
}
