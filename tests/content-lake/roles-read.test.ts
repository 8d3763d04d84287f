/**
 * @file What each role reads, as one table, asked of every endpoint that reads.
 *
 * The table is written by hand and apart from the grants, so that it says what was decided.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { Ear } from './ear.ts'
import { others, partyNames, placed, startTown, works, type PartyName, type Town } from './roles-town.ts'

//                      administrator, operator A 0, editor A 0, reviewer A 0, adviser, viewer, receiver, anonymous
const table: Record<string, string> = {
  'open published      ': 'r  r r  r r  r r  r  r  r  r',
  'closed published    ': 'r  r r  r r  r r  r  r  r  -',
  'copy of county a    ': 'r  r r  r r  r r  -  r  -  -',
  'copy of county b    ': 'r  - r  - r  - r  -  r  -  -',
  'copy of no county   ': 'r  - r  - r  - r  -  r  -  -',
  'report              ': 'r  - -  r r  r r  -  r  r  -',
  'copy of a report    ': 'r  - -  - r  - r  -  r  -  -',
  'release             ': 'r  r r  r r  r r  -  r  -  -',
  'of the system       ': 'r  - -  - -  - -  -  r  -  -',
  'with a private dot  ': 'r  - -  - -  - -  -  r  -  -',
}
const historyless: readonly PartyName[] = ['adviser', 'receiver', 'anonymous']

const rowOf = new Map<string, string>([
  ['county-a', 'open published'],
  ['county-b', 'open published'],
  ...placed.map(({ id, work, place, state }): [string, string] => [
    id,
    state === 'published'
      ? `${work === 'content' ? 'open' : 'closed'} published`
      : `copy of ${place === 'none' ? 'no county' : `county ${place}`}`,
  ]),
  [others.report, 'report'],
  [others.reportDraft, 'copy of a report'],
  [others.release, 'release'],
  [others.system, 'of the system'],
  [others.privateDot, 'with a private dot'],
])
const ids = [...rowOf.keys()].sort()
const cells = new Map(Object.entries(table).map(([row, marks]) => [row.trim(), marks.split(/\s+/)]))
const reads = (party: PartyName, id: string) =>
  cells.get(rowOf.get(id) ?? '')?.[partyNames.indexOf(party)] === 'r'
const seenBy = (party: PartyName) => ids.filter((id) => reads(party, id))

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

test('the table has a cell for every party, or a test below would prove nothing', () => {
  for (const marks of cells.values()) expect(marks).toHaveLength(partyNames.length)
  expect(new Set(rowOf.values())).toEqual(new Set(cells.keys()))
})

describe.each(partyNames)('%s', (party) => {
  const client = () => town.clients[party]

  test('queries see exactly what the table says, by list, count, order, slice and search', async () => {
    const seen = seenBy(party)
    expect(await client().fetch('*._id')).toEqual(seen)
    expect(await client().fetch('count(*)')).toBe(seen.length)
    expect(await client().fetch('*|order(_id desc)[0...3]._id')).toEqual(seen.toReversed().slice(0, 3))
    expect(await client().fetch('*[_id in $ids]._id', { ids })).toEqual(seen)
    for (const type of Object.values(works))
      expect(await client().fetch('*[_type == $type]._id', { type })).toEqual(
        seen.filter((id) => id.includes(`${type}-`) || (id === others.privateDot && type === 'newsItem')),
      )
    const found = await client().fetch<string[]>('*[@ match text::query($q)]._id', { q: '"村里的事"' })
    expect(found).toEqual(seen.filter((id) => placed.some((one) => one.id === id)))
  })

  test('no perspective and no reference leads to what is hidden', async () => {
    const drafts = await client().fetch<string[]>(
      '*[_id match "*draft"]._originalId',
      {},
      { perspective: 'drafts' },
    )
    expect(drafts).toEqual(
      seenBy(party)
        .filter((id) => id.startsWith('drafts.') && id.endsWith('-draft'))
        .sort(),
    )
    for (const id of ids) {
      const query = `*[references($id)][0]._id`
      if (id.startsWith('county-')) {
        const referrers = await client().fetch<string[]>('*[references($id)]._id', { id })
        const county = `-${id.at(-1)}-`
        expect(referrers).toEqual(seenBy(party).filter((one) => one.includes(county)))
      } else expect(await client().fetch(query, { id })).toBeNull()
    }
    await town.at.client.createOrReplace({
      _id: 'pointer',
      _type: 'newsItem',
      to: ids.map((id) => ({ _type: 'reference', _ref: id, _weak: true, _key: id })),
    })
    const followed = await client().fetch<(string | null)[]>('*[_id == "pointer"][0].to[]->_id')
    expect(followed).toEqual(ids.map((id) => (reads(party, id) ? id : null)))
    await town.at.client.delete('pointer')
  })

  test('by id, what is hidden and what is not there are told alike', async () => {
    const response = await town.ask(party, `/v1/data/doc/production/${[...ids, 'drafts.none'].join(',')}`)
    const { documents, omitted } = (await response.json()) as {
      documents: { _id: string }[]
      omitted: { id: string; reason: string }[]
    }
    expect(documents.map(({ _id }) => _id)).toEqual(seenBy(party))
    expect(omitted).toEqual(
      [...ids.filter((id) => !reads(party, id)), 'drafts.none'].map((id) => ({ id, reason: 'existence' })),
    )
  })

  test('export, referrers and the past keep to the same table', async () => {
    const exported = await town.ask(party, '/v1/data/export/production')
    const referrers = await town.ask(party, '/v1/data/references/production/documents/county-b/to')
    const past = await town.ask(
      party,
      `/v1/data/history/production/documents/${ids.join(',')}?lastRevision=true`,
    )
    const log = await town.ask(party, `/v1/data/history/production/transactions/${ids.join(',')}`)
    if (party === 'anonymous') {
      for (const response of [exported, referrers, past, log]) expect(response.status).toBe(401)
      return
    }
    const lines = (await exported.text()).split('\n').filter(Boolean)
    expect(lines.map((line) => (JSON.parse(line) as { _id: string })._id)).toEqual(seenBy(party))
    const { references } = (await referrers.json()) as { references: { documentId: string }[] }
    expect(references.map(({ documentId }) => documentId)).toEqual(
      seenBy(party).filter((id) => id.includes('-b-')),
    )
    const known = historyless.includes(party) ? [] : seenBy(party)
    const { documents } = (await past.json()) as { documents: { _id: string }[] }
    expect(documents.map(({ _id }) => _id)).toEqual(known)
    const told = (await log.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { documentIDs: string[]; mutations: { create?: { _id: string } }[] })
    expect([...new Set(told.flatMap(({ documentIDs }) => documentIDs))].sort()).toEqual(known)
    for (const id of ids) {
      const response = await town.ask(party, `/v1/data/history/production/events/documents/${id}`)
      const { events } = (await response.json()) as { events: Record<string, unknown[]> }
      expect((events[id] ?? []).length > 0, id).toBe(known.includes(id))
    }
  })

  test('a listener hears of what the table says, and of nothing else', async () => {
    const query = new URLSearchParams({ query: '*' })
    if (party === 'anonymous') {
      expect((await town.ask(party, `/v1/data/listen/production?${query.toString()}`)).status).toBe(401)
      return
    }
    const stop = new AbortController()
    const response = await town.ask(party, `/v1/data/listen/production?${query.toString()}`, {
      signal: stop.signal,
    })
    const ear = new Ear()
    const reading = (async () => {
      const decoder = new TextDecoder()
      for await (const piece of response.body ?? [])
        ear.take(decoder.decode(piece as Uint8Array, { stream: true }))
    })().catch(() => {})
    await ear.next(1)
    const touch = town.at.client.transaction()
    const plain = (id: string) => id !== others.release
    for (const id of ids.filter(plain)) touch.patch(id, (patch) => patch.set({ touched: party }))
    await touch.commit({ visibility: 'sync' })
    const heard = await ear.next(seenBy(party).filter(plain).length)
    expect(heard.map(({ data }) => data['documentId']).sort()).toEqual(seenBy(party).filter(plain))
    await town.at.client.action({
      actionType: 'sanity.action.release.edit',
      releaseId: 'r1',
      patch: { set: { 'metadata.title': party } },
    })
    if (reads(party, others.release)) expect((await ear.next(1))[0]?.data['documentId']).toBe(others.release)
    expect(heard[0]?.data['transactionTotalEvents']).toBe(heard.length)
    // One more that all who listen may read: nothing stood between.
    await town.at.client
      .patch('county-a')
      .set({ touched: `${party} again` })
      .commit({ visibility: 'sync' })
    expect((await ear.next(1))[0]?.data['documentId']).toBe('county-a')
    stop.abort()
    await reading
  })

  test('presence tells where others are only in documents that this one may read', async () => {
    if (party === 'anonymous') return
    const open = (token: string | null) =>
      new WebSocket(`${town.at.origin.replace('http', 'ws')}/v1/socket/production`, {
        headers: { authorization: `Bearer ${token ?? ''}` },
      })
    const socket = open(town.tokens[party])
    const frames: Record<string, unknown>[] = []
    const wakes: (() => void)[] = []
    socket.on('message', (data: Buffer) => {
      if (data.toString() === '♥') return
      frames.push(JSON.parse(data.toString()) as Record<string, unknown>)
      for (const wake of wakes.splice(0)) wake()
    })
    const next = async () => {
      while (frames.length === 0) await new Promise<void>((wake) => wakes.push(wake))
      return frames.shift()
    }
    await new Promise((resolve) => socket.on('open', resolve))
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'presence_subscribe', params: {} }))
    expect(await next()).toMatchObject({ id: 1 })
    const announcer = open(town.tokens['administrator'])
    await new Promise((resolve) => announcer.on('open', resolve))
    const locations = ids.map((documentId) => ({ type: 'document', documentId, path: [] }))
    const data = { sessionId: 's', locations }
    announcer.send(JSON.stringify({ jsonrpc: '2.0', method: 'presence_announce', params: { data } }))
    const { params } = (await next()) as { params: { result: { m: { locations: typeof locations } } } }
    expect(params.result.m.locations.map(({ documentId }) => documentId)).toEqual(seenBy(party))
    socket.close()
    announcer.close()
  })
})

describe('an asset', () => {
  /** By whom it is referred to → who may have its bytes and see its document. */
  const bytes: Record<string, string> = {
    'newsItem-a-published      ': 'r  r r  r r  r r  r  r  r  r',
    'playlist-b-published      ': 'r  r r  r r  r r  r  r  r  -',
    'drafts.newsItem-a-draft   ': 'r  r r  r r  r r  -  r  -  -',
    'drafts.newsItem-b-draft   ': 'r  - r  - r  - r  -  r  -  -',
    'versions.r1.newsItem-b-version': 'r  - r  - r  - r  -  r  -  -',
    '(nothing)                 ': 'r  r r  r r  r r  -  r  -  -',
  }
  test.each(Object.entries(bytes))(
    'that %s refers to is open to whoever may read that',
    async (row, marks) => {
      const referrer = row.trim()
      const asset = await town.at.client.assets.upload('file', Buffer.from(`words of ${referrer}`), {
        filename: 'a.txt',
      })
      if (referrer !== '(nothing)')
        await town.at.client
          .patch(referrer)
          .set({ file: { _type: 'file', asset: { _type: 'reference', _ref: asset._id } } })
          .commit({ visibility: 'sync' })
      for (const [index, party] of partyNames.entries()) {
        const isOpen = marks.split(/\s+/)[index] === 'r'
        const address = new URL(asset.url).pathname
        expect((await town.ask(party, address)).status, party).toBe(isOpen ? 200 : 404)
        const found = await town.clients[party].fetch<string[]>('*[_id == $id]._id', { id: asset._id })
        expect(found, party).toEqual(isOpen ? [asset._id] : [])
      }
      if (referrer !== '(nothing)') await town.at.client.patch(referrer).unset(['file']).commit()
      await town.at.client.delete(asset._id)
    },
  )
})
