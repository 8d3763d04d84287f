/** @file Where rights could leak: moves between counties, siblings, references, errors, and what the Studio is told. */
import { evaluateSync, parse } from 'groq-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantsOf } from '../../content-lake/access/grants.ts'
import { countyRoles, roles, type Party } from '../../content-lake/access/party.ts'
import { compileFilter, isPlainFilter } from '../../content-lake/query/filter.ts'
import { countyOwnedTypes } from '../../contracts/documents/kinds.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { Ear } from './ear.ts'
import { countyOf, partyNames, startTown, type PartyName, type Town } from './roles-town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const status = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: { statusCode?: number }) => error.statusCode ?? 0,
  )
const news = (_id: string, place: 'a' | 'b' | 'none') => ({ _id, _type: 'newsItem', ...countyOf(place) })

describe('a document does not change hands by an edit', () => {
  const editor = () => town.clients['editor A']

  test('neither given away nor taken, whichever mutation is used', async () => {
    await town.at.client.create(news('drafts.mine', 'a'))
    await town.at.client.create(news('drafts.theirs', 'b'))
    const away = { _type: 'reference', _ref: 'county-b' }
    expect(await status(editor().patch('drafts.mine').set({ county: away }).commit())).toBe(403)
    expect(await status(editor().patch('drafts.mine').set({ 'county._ref': 'county-b' }).commit())).toBe(403)
    expect(await status(editor().patch('drafts.mine').unset(['county']).commit())).toBe(403)
    expect(await status(editor().createOrReplace(news('drafts.mine', 'b')))).toBe(403)
    expect(await status(editor().createOrReplace(news('drafts.mine', 'none')))).toBe(403)
    expect(await status(editor().createOrReplace(news('drafts.theirs', 'a')))).toBe(403)
    expect(await status(editor().create(news('drafts.fresh', 'b')))).toBe(403)
    const twice = editor().transaction().delete('drafts.mine').create(news('drafts.mine', 'b'))
    expect(await status(twice.commit())).toBe(403)
    expect(await town.at.client.fetch('*[_id in ["drafts.mine", "drafts.theirs"]].county._ref')).toEqual([
      'county-a',
      'county-b',
    ])
    expect(await status(editor().patch('drafts.mine').set({ title: '改' }).commit())).toBe(200)
  })

  test('a copy of another county’s document cannot be begun under one’s own county', async () => {
    await town.at.client.create(news('of-b', 'b'))
    expect(await status(editor().create(news('drafts.of-b', 'a')))).toBe(403)
    expect(await status(editor().create(news('versions.r1.of-b', 'a')))).toBe(403)
    await town.at.client.create(news('of-all', 'none'))
    expect(await status(editor().create(news('drafts.of-all', 'none')))).toBe(403)
    await town.at.client.create({ _id: 'drafts.group-b', _type: 'screenGroup', ...countyOf('b') })
    const group = { _id: 'group-b', _type: 'screenGroup', ...countyOf('a') }
    expect(await status(town.clients['operator A'].create(group))).toBe(403)
  })

  test('when an administrator moves it, it leaves one sight and enters the other', async () => {
    const ears = new Map<PartyName, Ear>()
    const stop = new AbortController()
    for (const party of ['editor A', 'editor 0'] as const) {
      const query = new URLSearchParams({ query: '*[_id == "drafts.moved"]' })
      const response = await town.ask(party, `/v1/data/listen/production?${query.toString()}`, {
        signal: stop.signal,
      })
      const ear = new Ear()
      ears.set(party, ear)
      const decoder = new TextDecoder()
      void (async () => {
        for await (const piece of response.body ?? []) ear.take(decoder.decode(piece as Uint8Array))
      })().catch(() => {})
      await ear.next(1)
    }
    const transitions = async (party: PartyName) =>
      (await ears.get(party)?.next(1))?.map(({ data }) => [data['transition'], 'previousRev' in data])
    await town.at.client.create(news('drafts.moved', 'b'))
    expect(await transitions('editor 0')).toEqual([['appear', false]])
    await town.at.client.patch('drafts.moved').set({ secret: 'of b' }).commit()
    expect(await transitions('editor 0')).toEqual([['update', true]])
    await town.at.client
      .patch('drafts.moved')
      .set({ county: countyOf('a').county, secret: '' })
      .commit()
    expect(await transitions('editor 0')).toEqual([['update', true]])
    expect(await transitions('editor A')).toEqual([['appear', false]])
    await town.at.client
      .patch('drafts.moved')
      .set({ county: countyOf('b').county })
      .commit()
    expect(await transitions('editor A')).toEqual([['disappear', true]])
    stop.abort()
    const log = await town.ask(
      'editor A',
      '/v1/data/history/production/transactions/drafts.moved?effectFormat=mendoza',
    )
    const text = await log.text()
    expect(text.split('\n').filter(Boolean)).toHaveLength(2)
    expect(text).not.toContain('of b')
  })
})

describe('an error tells nothing of what is hidden', () => {
  const editor = () => town.clients['editor A']
  const tell = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (fault: unknown) => fault as { statusCode: number; message: string; response?: { body: unknown } },
    )
    return { status: error?.statusCode ?? 200, body: JSON.stringify(error?.response?.body ?? null) }
  }

  test('a patch of the hidden and of the missing are answered alike, with any revision', async () => {
    const hidden = 'drafts.newsItem-b-draft'
    const missing = 'drafts.newsItem-c-draft'
    const rev = await town.at.client.fetch<string>('*[_id == $hidden][0]._rev', { hidden })
    for (const revision of [rev, 'other'])
      for (const party of ['editor A', 'operator A'] as const) {
        const patch = (id: string) =>
          town.clients[party].patch(id).set({ x: 1 }).ifRevisionId(revision).commit()
        const answers = await Promise.all([hidden, missing].map((id) => tell(patch(id))))
        expect(answers[0]?.status).toBe(409)
        expect(answers[0]?.body.replaceAll(hidden, 'ID')).toBe(answers[1]?.body.replaceAll(missing, 'ID'))
      }
  })

  test('a reference cannot feel for a reader’s report, nor for another county’s picture', async () => {
    const asset = await town.at.client.assets.upload('file', Buffer.from('of b'), { filename: 'b.txt' })
    const holder = { ...news('drafts.holder', 'b'), file: { asset: { _type: 'reference', _ref: asset._id } } }
    await town.at.client.create(holder)
    const points = (to: string) =>
      tell(editor().create({ ...news('drafts.feeler', 'a'), to: { _type: 'reference', _ref: to } }))
    for (const hidden of ['drafts.newsItem-b-draft', 'sys-group', asset._id]) {
      const answer = await points(hidden)
      expect(answer.status, hidden).toBe(409)
      const none = await points('there-is-no-such-thing')
      expect(answer.body.replaceAll(hidden, 'ID')).toBe(none.body.replaceAll('there-is-no-such-thing', 'ID'))
    }
    expect((await points('newsItem-b-published')).status).toBe(200)
    await town.at.client.delete('drafts.feeler')
  })

  test('what stands in the way of a deletion is not named to who may not read it', async () => {
    const operator = town.clients['operator A']
    await town.at.client.create({ _id: 'group-held', _type: 'screenGroup', ...countyOf('a') })
    const to = { _type: 'reference', _ref: 'group-held' }
    await town.at.client.create({ ...news('drafts.holder-b', 'b'), to })
    const answer = await tell(operator.delete('group-held'))
    expect(answer.status).toBe(409)
    expect(answer.body).not.toContain('holder-b')
    expect((await tell(town.at.client.delete('group-held'))).body).toContain('holder-b')
  })

  test('an asset’s document names its own file and no other’s', async () => {
    const secret = await town.at.client.assets.upload('file', Buffer.from('private words'), {
      filename: 's.txt',
    })
    const sha1 = 'a'.repeat(40)
    const forged = { _id: `file-${sha1}-txt`, _type: 'sanity.fileAsset', path: secret.path, url: secret.url }
    expect((await tell(editor().create(forged))).status).toBe(403)
    expect(
      (await tell(editor().create({ ...forged, path: `files/pufa/production/${sha1}.txt` }))).status,
    ).toBe(200)
  })
})

describe('what the Studio is told', () => {
  const aclOf = async (party: PartyName) =>
    (await (await town.ask(party, '/v1/projects/pufa/datasets/production/acl')).json()) as {
      filter: string
      permissions: string[]
    }[]

  test('agrees with what is enforced for every document it may change', async () => {
    const documents = await town.at.client.fetch<LakeDocument[]>(
      '*[!(_type in ["sanity.fileAsset", "system.release"])]',
    )
    for (const party of partyNames.filter((name) => name !== 'anonymous')) {
      const acl = await aclOf(party)
      const allows = (permission: string, document: LakeDocument) =>
        acl.some(
          ({ filter, permissions }) =>
            permissions.includes(permission) &&
            (evaluateSync(parse(`*[${filter}]`), { dataset: [document] }).data as unknown[]).length > 0,
        )
      const seen = await town.clients[party].fetch<string[]>('*._id')
      const judged = documents.map(async (document) => {
        const patch = town.clients[party].patch(document._id).set({ title: document['title'] ?? '' })
        const { _id: id } = document
        return { id, read: seen.includes(id), update: (await status(patch.commit({ dryRun: true }))) === 200 }
      })
      expect(await Promise.all(judged), party).toEqual(
        documents.map((document) => ({
          id: document._id,
          read: allows('read', document),
          update: allows('update', document),
        })),
      )
    }
  })

  test('who works here is told to administrators alone', async () => {
    const members = async (party: PartyName) =>
      ((await (await town.ask(party, '/v1/projects/pufa')).json()) as { members: unknown[] }).members.length
    expect(await members('administrator')).toBe(1)
    expect(await members('editor A')).toBe(0)
    expect((await town.ask('viewer', '/v1/pufa/unknown-endpoints')).status).toBe(403)
  })
})

describe('the rules themselves', () => {
  const parties: Party[] = [...roles, 'anonymous' as const, 'system' as const].flatMap((role) => [
    { id: 'x', role, county: null },
    ...(countyRoles.some((one) => one === role) ? [{ id: 'x', role, county: 'county-a' }] : []),
  ])

  test('every filter is of the plain kind, since it is asked of every document of every query', () => {
    for (const party of parties)
      for (const { filter } of grantsOf(party)) expect(isPlainFilter(`*[${filter}]`, {}), filter).toBe(true)
    expect(isPlainFilter('*[title match "x"]', {})).toBe(false)
  })

  test('a county’s rights never reach beyond those of the prefecture in the same role', () => {
    const places = [undefined, { _ref: 'county-a' }, { _ref: 'county-b' }, null, 'county-a']
    const ids = ['x', 'drafts.x', 'versions.r.x', 'report.X', 'private.x', '_.releases.r']
    const types = [...countyOwnedTypes, 'topic', 'errorReport', 'system.release', 'unknown']
    for (const role of countyRoles)
      for (const permission of ['read', 'history', 'create', 'update'] as const) {
        const allows = (county: string | null) => {
          const filters = grantsOf({ id: 'x', role, county })
            .filter((grant) => grant.permissions.includes(permission))
            .map(({ filter }) => compileFilter(`*[${filter}]`, {}))
          return (document: LakeDocument) => filters.some((holds) => holds(document))
        }
        const own = allows('county-a')
        const all = allows(null)
        for (const _id of ids)
          for (const _type of types)
            for (const county of places) {
              const document = { _id, _type, county } as unknown as LakeDocument
              if (own(document)) expect(all(document), `${role} ${permission} ${_id} ${_type}`).toBe(true)
            }
      }
  })
})
