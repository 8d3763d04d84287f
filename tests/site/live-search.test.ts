/** @file The search that follows the lake: it tells what found nothing, and answers as JSON. */
import { describe, expect, test } from 'vitest'
import type { DocumentType } from '../../contracts/documents/index.ts'
import type { LakeReader } from '../../site/content/lake.ts'
import { createLaws } from '../../site/content/laws.ts'
import { createTopics } from '../../site/content/topics.ts'
import { GET } from '../../site/pages/api/search.ts'
import { createLiveSearch } from '../../site/search/live-search.ts'
import { recordingLog } from '../content-lake/lake-on-port.ts'
import { demonstrationLake } from './queries/demonstration-sources.ts'

function open(onNothing?: (words: string) => void, lake: LakeReader = demonstrationLake) {
  const content = { topics: createTopics(lake), laws: createLaws(lake) }
  return createLiveSearch(lake, content, {
    today: () => '2026-11-22',
    onRebuilt: () => undefined,
    // What is asked here is what is found, however busy the machine.
    firstIndexMsMax: 60_000,
    catchUpMsMax: 60_000,
    log: recordingLog(),
    ...(onNothing ? { onNothing } : {}),
  })
}

async function answer(search: ReturnType<typeof open>, query: string) {
  const context = { locals: { search }, url: new URL(`http://site.test/api/search${query}`) }
  const response = await GET(context as unknown as Parameters<typeof GET>[0])
  return { response, body: (await response.json()) as { results: Record<string, unknown>[] } }
}

describe('what found nothing', () => {
  test('is told by its words alone: the number that stood with it stays with the reader', async () => {
    const told: string[] = []
    const search = open((words) => told.push(words))
    expect(await search.find('量子纠缠0000-0000000')).toEqual([])
    expect(told).toEqual(['量子纠缠'])
  })
  test('is not told when something was found, nor when no word was given', async () => {
    const told: string[] = []
    const search = open((words) => told.push(words))
    expect((await search.find('讨薪')).length).toBeGreaterThan(0)
    expect(await search.find('😀')).toEqual([])
    expect(await search.find('0000 0000 000')).toEqual([])
    expect(told).toEqual([])
  })
  test('may go untold', async () => {
    await expect(open().find('量子纠缠')).resolves.toEqual([])
  })
})

test('what was published a moment ago is waited for, before a reader is told that there is nothing', async () => {
  const told: string[] = []
  let published = false
  const lake: LakeReader = {
    read: async <Result>(types: readonly DocumentType[], query: string) =>
      published ? demonstrationLake.read<Result>(types, query) : ([] as Result),
    readShared: async <Result>(types: readonly DocumentType[], query: string) =>
      published ? demonstrationLake.readShared<Result>(types, query) : ([] as Result),
  }
  const search = open((words) => told.push(words), lake)
  expect(await search.find('讨薪')).toEqual([])
  published = true
  search.changed('legalQuestion')
  expect((await search.find('讨薪')).length).toBeGreaterThan(0)
  expect(told).toEqual(['讨薪'])
  search.close()
})

describe('GET /api/search', () => {
  test('answers type, title, address and topics, the best first', async () => {
    const { response, body } = await answer(open(), `?q=${encodeURIComponent('彩里能退不')}`)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(body.results[0]).toMatchObject({
      type: 'legalQuestion',
      title: expect.stringContaining('彩礼'),
      url: expect.stringMatching(/^\/questions\/[a-z-]+$/),
      topics: expect.arrayContaining(['bride-price']),
    })
  })
  test.each(['', '?q=', '?q=%20%20', '?q=zzzz'])('%j is answered with an empty list', async (query) => {
    expect((await answer(open(), query)).body).toEqual({ results: [] })
  })
})
