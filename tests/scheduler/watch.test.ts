/** @file The documents in memory follow the lake: over reconnections, and past documents that lack something. */
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ServerResponse } from 'node:http'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { watchLake, type Changed } from '../../scheduler/content/watch.ts'
import { startLake } from '../content-lake/lake-on-port.ts'
import { memoryLog, until } from './clock.ts'
import { fakeLake, jsonAnswer } from './fake-lake.ts'
import { accessOf, fill } from './real-lake.ts'
import { event, slogan, smallTown } from './samples.ts'

async function watched(documents: readonly SignageDocument[] = smallTown()) {
  const at = await startLake()
  onTestFinished(() => at.close())
  await fill(at.client, documents)
  const log = memoryLog()
  const changes: Changed[] = []
  const watch = watchLake(accessOf(at), log, (changed) => changes.push(changed))
  onTestFinished(() => watch.close())
  await until('live', () => watch.live())
  return { at, log, changes, watch }
}

describe('with the real lake', () => {
  test('all published documents of its types are there at first, and told as one change', async () => {
    const { watch, changes } = await watched()
    expect(watch.documents.size).toBe(smallTown().length)
    expect(changes).toEqual(['all'])
  })

  test('a publication arrives, drafts and types of no concern do not', async () => {
    const { at, watch, changes } = await watched()
    await at.client.createOrReplace({ ...slogan('slogan-main', '稿'), _id: 'drafts.slogan-main' })
    await at.client.create({ _id: 'news', _type: 'newsItem' })
    await at.client.patch('slogan-main').set({ text: '换了' }).commit()
    await until('the change', () => changes.length > 1)
    expect(changes.slice(1)).toEqual([[{ id: 'slogan-main', type: 'slogan' }]])
    expect(watch.documents.get('slogan-main')).toMatchObject({ text: '换了' })
  })

  test('the documents of one transaction are told together, so that no screen shows half of it', async () => {
    const { at, changes } = await watched()
    await at.client
      .transaction()
      .create(slogan('slogan-a', '甲'))
      .create(slogan('slogan-b', '乙'))
      .patch('playlist-main', { set: { title: '改名' } })
      .commit()
    await until('the change', () => changes.length > 1)
    expect(
      changes.slice(1).map((changed) => (changed === 'all' ? changed : changed.map(({ id }) => id).sort())),
    ).toEqual([['playlist-main', 'slogan-a', 'slogan-b']])
  })

  test('a withdrawal is told with the type that the document had', async () => {
    const { at, watch, changes } = await watched()
    await at.client.delete('event-main')
    await until('the change', () => changes.length > 1)
    expect(changes[1]).toEqual([{ id: 'event-main', type: 'scheduleEvent' }])
    expect(watch.documents.has('event-main')).toBe(false)
  })
})

describe('a document that lacks what a screen needs', () => {
  const lacking = [
    { ...event('broken'), targets: '所有屏幕' },
    { _id: 'broken', _type: 'video', title: '没有文件', seconds: 30 },
    { _id: 'broken', _type: 'signageCampaign', title: '没有日期' },
    { ...event('broken'), playlist: undefined },
    { ...event('broken'), timing: 'dayparts', dayparts: [{ _key: 'd', start: '08:00', end: '09:00' }] },
    { ...slogan('broken', ''), text: undefined },
    { _id: 'broken', _type: 'screen', title: '没有县' },
    { _id: 'broken', _type: 'legalQuestion', title: '没有网址' },
    { _id: 'broken', _type: 'lawyerTalk', title: '没有正文' },
    { _id: 'broken', _type: 'playlist', title: '列表', items: '一条' },
    { _id: 'broken', _type: 'legalDay', title: '哪天' },
  ]
  test('counts as absent and is named in the log, for one bad record must not darken every screen', async () => {
    const { at, watch, log, changes } = await watched()
    for (const document of lacking) {
      const told = log.lines.length
      await at.client.createOrReplace({ ...document } as { _id: string; _type: string })
      await until(`${document._type} to be told`, () => log.lines.length > told)
      expect([document._type, watch.documents.has('broken')]).toEqual([document._type, false])
      expect(log.lines.at(-1)).toMatchObject({
        level: 'warn',
        fields: { id: 'broken', type: document._type },
      })
      await at.client.delete('broken')
    }
    await at.client.patch('slogan-main').set({ text: '照常' }).commit()
    await until(
      'the next change',
      () => watch.documents.get('slogan-main')?._rev !== 'r1' && changes.length > lacking.length,
    )
  })

  test('counts as absent at the first reading too', async () => {
    const { playlist: _, ...broken } = event('broken')
    const { watch } = await watched([...smallTown(), broken as SignageDocument])
    expect(watch.documents.size).toBe(smallTown().length)
  })
})

describe('with a lake that the test holds in its hand', () => {
  async function rig() {
    const lake = await fakeLake()
    const streams: ServerResponse[] = []
    const queries: ((text: string) => void)[] = []
    lake.on('/v2025-02-19/data/listen/', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('event: welcome\ndata: {"listenerName":"x"}\n\n')
      streams.push(response)
    })
    lake.on('/v2025-02-19/data/query/', (request, response) => {
      queries.push((text) => jsonAnswer({ result: [slogan('slogan-1', text)], ms: 1 })(request, response))
    })
    const log = memoryLog()
    const changes: Changed[] = []
    const watch = watchLake(lake.access, log, (changed) => changes.push(changed))
    onTestFinished(() => watch.close())
    const mutation = (text: string) =>
      `event: mutation\ndata: ${JSON.stringify({ documentId: 'slogan-1', transition: 'update', result: slogan('slogan-1', text) })}\n\n`
    return { streams, queries, watch, changes, mutation, lake, log }
  }

  test('what changes while the first reading is under way is not lost', async () => {
    const { streams, queries, watch, mutation } = await rig()
    await until('the query', () => queries.length === 1)
    streams[0]?.write(mutation('后'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    queries[0]?.('先')
    await until(
      'the later text',
      () => watch.live() && JSON.stringify(watch.documents.get('slogan-1')).includes('后'),
    )
  })

  test('an answer of before a reconnection is not taken for the one after it, or the gap would be missed', async () => {
    const { streams, queries, watch } = await rig()
    await until('the first query', () => queries.length === 1)
    streams[0]?.destroy()
    await until('the second query', () => queries.length === 2)
    queries[0]?.('旧')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(watch.live()).toBe(false)
    queries[1]?.('新')
    await until(
      'the newer text',
      () => watch.live() && JSON.stringify(watch.documents.get('slogan-1')).includes('新'),
    )
  })

  test('while the line is down it is not live, and afterwards all is read anew', async () => {
    const { streams, queries, watch, changes } = await rig()
    await until('the query', () => queries.length === 1)
    queries[0]?.('旧')
    await until('live', () => watch.live())
    streams[0]?.destroy()
    await until('not live', () => !watch.live())
    await until('the second query', () => queries.length === 2)
    queries[1]?.('新')
    await until('live again', () => watch.live())
    expect(changes).toEqual(['all', 'all'])
  })
})
