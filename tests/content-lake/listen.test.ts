/** @file Listening over SSE: who hears what, in what order, and again after a break. */
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Ear } from './ear.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

/** One SSE stream. */
function listen(search: string, headers: Record<string, string> = {}, endpoint = 'listen') {
  const ear = new Ear()
  const call = httpRequest(`${at.origin}/v2025-02-19/data/${endpoint}/production?${search}`, {
    headers: { authorization: `Bearer ${at.token}`, ...headers },
  })
  const ended = new Promise<number>((resolve) => {
    call.on('response', (response) => {
      response.setEncoding('utf8').on('data', (text: string) => ear.take(text))
      response.on('close', () => resolve(response.statusCode ?? 0))
    })
    call.on('error', () => resolve(0))
  })
  call.end()
  return { ear, ended, close: () => call.destroy() }
}

const query = (groq: string, more: Record<string, string> = {}) =>
  new URLSearchParams({ query: groq, ...more }).toString()

describe('SSE', () => {
  test('the client hears mutations of what its query chooses, and of nothing else', async () => {
    const heard: { documentId: string; transition: string }[] = []
    await new Promise<void>((done) => {
      const subscription = at.client
        .listen('*[_type == $type]', { type: 'heard' }, { events: ['welcome', 'mutation'] })
        .subscribe((event) => {
          if (event.type === 'welcome')
            void at.client
              .create({ _id: 'other', _type: 'silent' })
              .then(() => at.client.create({ _id: 'one', _type: 'heard' }))
              .then(() => at.client.patch('one').set({ n: 1 }).commit())
              .then(() => at.client.delete('one'))
          if (event.type !== 'mutation') return
          heard.push({ documentId: event.documentId, transition: event.transition })
          if (heard.length < 3) return
          subscription.unsubscribe()
          done()
        })
    })
    expect(heard).toEqual([
      { documentId: 'one', transition: 'appear' },
      { documentId: 'one', transition: 'update' },
      { documentId: 'one', transition: 'disappear' },
    ])
  })

  test('an event carries what the Studio rebuilds a document from', async () => {
    const { ear, close } = listen(
      query('*[_id == "full"]', {
        effectFormat: 'mendoza',
        includePreviousRevision: 'true',
        includeResult: 'true',
      }),
    )
    expect((await ear.next(1))[0]).toMatchObject({
      name: 'welcome',
      data: { listenerName: expect.stringMatching(/^listener-/) },
    })
    const made = await at.client.create({ _id: 'full', _type: 'x', title: '一' })
    const changed = await at.client.patch('full').set({ title: '二' }).commit()
    const [appeared, updated] = await ear.next(2)
    expect(appeared?.data).not.toHaveProperty('previousRev')
    expect(updated?.data).toMatchObject({
      documentId: 'full',
      transactionId: changed._rev,
      previousRev: made._rev,
      resultRev: changed._rev,
      identity: 'robot-test',
      transactionTotalEvents: 1,
      transactionCurrentEvent: 1,
      result: { title: '二' },
      previous: { title: '一' },
      mutations: [{ patch: { id: 'full', set: { title: '二' } } }],
      effects: { apply: [0, { title: '二' }], revert: [0, { title: '一' }] },
    })
    close()
  })

  test('a deletion names the revision it made, since the Studio passes over an event that does not', async () => {
    const { ear, close } = listen(query('*[_id == "gone"]'))
    await ear.next(1)
    await at.client.create({ _id: 'gone', _type: 'x' })
    const { transactionId } = await at.client.mutate([{ delete: { id: 'gone' } }])
    const [, deleted] = await ear.next(2)
    expect(deleted?.data).toMatchObject({ transition: 'disappear', resultRev: transactionId })
    close()
  })

  test('a document that stops fitting the filter disappears, and one that begins to appears', async () => {
    const { ear, close } = listen(query('*[_type == "x" && n > 1]', { includeResult: 'false' }))
    await ear.next(1)
    await at.client.create({ _id: 'moving', _type: 'x', n: 1 })
    await at.client.patch('moving').set({ n: 2 }).commit()
    await at.client.patch('moving').set({ n: 0 }).commit()
    expect((await ear.next(2)).map(({ data }) => data['transition'])).toEqual(['appear', 'disappear'])
    close()
  })

  test('each commit is heard by itself, before the next is made: nothing waits for more to come', async () => {
    const { ear, close } = listen(query('*[_id == "quick"]', { includeResult: 'true' }))
    await ear.next(1)
    for (let n = 0; n < 30; n++) {
      await at.client.createOrReplace({ _id: 'quick', _type: 'x', n })
      expect(await ear.next(1)).toMatchObject([{ name: 'mutation', data: { result: { n } } }])
    }
    close()
  })

  test('who was cut off hears what it missed, in order and once', async () => {
    const search = query('*[_type == "resumed"]', { enableResume: 'true' })
    const first = listen(search)
    await first.ear.next(1)
    await at.client.create({ _id: 'r1', _type: 'resumed' })
    const seen = (await first.ear.next(1))[0]?.id ?? ''
    first.close()
    await at.client
      .transaction()
      .create({ _id: 'r2', _type: 'resumed' })
      .create({ _id: 'r3', _type: 'resumed' })
      .commit()
    const again = listen(search, { 'last-event-id': seen })
    const [greeting, ...missed] = await again.ear.next(3)
    expect(greeting?.name).toBe('welcomeback')
    expect(missed.map(({ data }) => data['documentId'])).toEqual(['r2', 'r3'])
    again.close()
    const half = listen(search, { 'last-event-id': missed[0]?.id ?? '' })
    expect((await half.ear.next(2)).map(({ name, data }) => data['documentId'] ?? name)).toEqual([
      'welcomeback',
      'r3',
    ])
    half.close()
  })

  test('without enableResume a listener is greeted as new, because it knows no other greeting', async () => {
    const { ear, close } = listen(query('*'), { 'last-event-id': '1-0' })
    expect((await ear.next(1))[0]?.name).toBe('welcome')
    close()
  })

  test('a filter that does not parse is told as channelError and ends the stream', async () => {
    const { ear, ended } = listen(query('*[_type =='))
    expect((await ear.next(1))[0]).toMatchObject({
      name: 'channelError',
      data: { error: { type: 'queryParseError' } },
    })
    await ended
  })

  test('anonymous callers cannot listen, because drafts pass by', async () => {
    const response = await at.fetch(`/v1/data/listen/production?${query('*')}`, { anonymous: true })
    expect(response.status).toBe(401)
  })

  test('live events say what changed by type and id, so that a client asks again only what it must', async () => {
    const { ear, close } = listen('', {}, 'live/events')
    expect((await ear.next(1))[0]?.name).toBe('welcome')
    await at.client.create({ _id: 'drafts.lives', _type: 'x' })
    expect((await ear.next(1))[0]).toMatchObject({
      name: 'message',
      data: { tags: ['s1:all', 's1:x', 's1:id:lives'] },
    })
    close()
  })

  test('a stream that is closed leaves nothing behind', async () => {
    await new Promise((wait) => setTimeout(wait, 50))
    const before = at.lake.metrics()['lake_streams'] ?? 0
    const { ear, close } = listen(query('*'))
    await ear.next(1)
    expect(at.lake.metrics()).toMatchObject({ lake_streams: before + 1, lake_listeners: before + 1 })
    close()
    await expect.poll(() => at.lake.metrics()).toMatchObject({ lake_streams: before, lake_listeners: before })
  })
})
