/**
 * @file The first byte of pages that nobody has read yet, in a lake of 5,000 documents.
 *
 * Copies of the demonstration's own documents fill the lake up. Each page is asked for once, one after
 * the other, then once more from the cache: the reference.
 */
import { request } from 'node:http'
import { createClient, type SanityClient } from '@sanity/client'
import { readAccess } from '../../server/command-line.ts'
import type { Program } from '../../tests/support/program.ts'
import { everyPath } from '../../tests/support/site-map.ts'
import { median, milliseconds, quantile, type Bench } from './bench.ts'
import { withRestedProgram } from './rested.ts'

const documentsGoal = 5_000
const copiedTypes = ['legalQuestion', 'lawyer', 'mural', 'village', 'typicalCase', 'newsItem']
const pagesPerKind = 25
const transactionMax = 200
const settleMs = 4_000

interface Copied {
  _id: string
  _type: string
  slug?: { current: string }
  code?: string
}

async function fill(client: SanityClient): Promise<number> {
  const present = await client.fetch<number>('count(*)')
  const originals = await client.fetch<Copied[]>('*[_type in $types]{...}', {
    types: copiedTypes,
  })
  const copies: Copied[] = []
  for (let round = 1; present + copies.length < documentsGoal; round += 1) {
    for (const { _rev: _, ...original } of originals as (Copied & { _rev?: unknown })[]) {
      if (present + copies.length >= documentsGoal) break
      copies.push({
        ...original,
        _id: `${original._id}-copy-${round}`,
        ...(original.slug
          ? { slug: { ...original.slug, current: `${original.slug.current}-${round}` } }
          : {}),
        ...(original.code ? { code: `${original.code.slice(0, 9)}${String(100 + round)}` } : {}),
      })
    }
  }
  for (let at = 0; at < copies.length; at += transactionMax) {
    const transaction = client.transaction()
    for (const copy of copies.slice(at, at + transactionMax)) transaction.create(copy as never)
    await transaction.commit({ visibility: 'async' })
  }
  return present + copies.length
}

function firstByteMs(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    request(url, { headers: { 'accept-encoding': 'identity' } }, (answer) => {
      const ms = performance.now() - began
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(ms) : reject(new Error(`${url}：${answer.statusCode}`)),
      )
    })
      .on('error', reject)
      .end()
  })
}

async function measure(program: Program, say: (line: string) => void) {
  const { token, ...access } = readAccess({ PUFA_DATA: program.dataFolder })
  const client = createClient({
    ...access,
    token,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
  })
  const documents = await fill(client)
  say(`  内容库里有 ${documents} 份文档，等检索索引做完……`)
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  const byKind = new Map<string, string[]>()
  for (const path of await everyPath(program.origin)) {
    const kind = path.split('/')[1] ?? ''
    byKind.set(kind, [...(byKind.get(kind) ?? []), path])
  }
  const paths = [...byKind.values()].flatMap((list) => list.slice(0, pagesPerKind))
  const host = program.origin.replace('localhost', '127.0.0.1')
  const [fresh, cached]: [number[], number[]] = [[], []]
  for (const path of paths) fresh.push(await firstByteMs(host + path))
  for (const path of paths) cached.push(await firstByteMs(host + path))
  return { fresh, cached, documents, pages: paths.length }
}

export const uncachedBench: Bench = {
  name: 'uncached',
  title: `没有人看过的页面，内容库有 ${documentsGoal} 份文档`,
  async run(say) {
    const { fresh, cached, documents, pages } = await withRestedProgram(say, (program) =>
      measure(program, say),
    )
    const row = (what: string, share: number, goal?: string) => ({
      what,
      measured: milliseconds(quantile(fresh, share)),
      reference: milliseconds(quantile(cached, share)),
      ...(goal ? { goal } : {}),
    })
    return {
      rows: [row('首字节，中位数', 0.5, '≤ 50 ms'), row('首字节，第 95 百分位', 0.95)],
      notes: [
        `${pages} 个页面，各类都有，一个接一个地要；参照物是同样的页面再要一遍（已缓存）。内容库共 ${documents} 份文档`,
        `最慢的一页 ${milliseconds(Math.max(...fresh))}，中位数 ${milliseconds(median(fresh))}`,
      ],
    }
  },
}
