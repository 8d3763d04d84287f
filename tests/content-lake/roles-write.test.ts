/**
 * @file What each role changes, as one table, tried by mutation and by action.
 *
 * The table is written by hand and apart from the grants. Every try is a dry run, so that each begins with the
 * same town; that a dry run refuses as the act itself does is a test of its own.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  countyOf,
  others,
  partyNames,
  placed,
  startTown,
  works,
  type PartyName,
  type Placed,
  type Town,
} from './roles-town.ts'

/** Who may neither create nor change nor delete anything at all. */
const idle: readonly PartyName[] = ['reviewer A', 'reviewer 0', 'adviser', 'viewer', 'receiver', 'anonymous']

//                                       administrator, operator A 0, editor A 0
const table: Record<string, string> = {
  'content published of county a  ': 'w  - -  - -',
  'content published of county b  ': 'w  - -  - -',
  'content published of no county ': 'w  - -  - -',
  'content copy of county a       ': 'w  - -  w w',
  'content copy of county b       ': 'w  - -  - w',
  'content copy of no county      ': 'w  - -  - w',
  'schedule published of county a ': 'w  - -  - -',
  'schedule published of county b ': 'w  - -  - -',
  'schedule published of no county': 'w  - -  - -',
  'schedule copy of county a      ': 'w  w w  - -',
  'schedule copy of county b      ': 'w  - w  - -',
  'schedule copy of no county     ': 'w  - w  - -',
  'registry published of county a ': 'w  w w  - -',
  'registry published of county b ': 'w  - w  - -',
  'registry published of no county': 'w  - w  - -',
  'registry copy of county a      ': 'w  w w  - -',
  'registry copy of county b      ': 'w  - w  - -',
  'registry copy of no county     ': 'w  - w  - -',
}
const cells = new Map(Object.entries(table).map(([row, marks]) => [row.trim(), marks.split(/\s+/)]))
const rowOf = ({ work, place, state }: Placed) =>
  `${work} ${state === 'published' ? 'published' : 'copy'} of ${place === 'none' ? 'no county' : `county ${place}`}`
const writes = (party: PartyName, one: Placed) => cells.get(rowOf(one))?.[partyNames.indexOf(party)] === 'w'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const post = async (party: PartyName, path: string, body: Record<string, unknown>) => {
  const response = await town.ask(party, path, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, ...((await response.json()) as { code?: string; results?: unknown[] }) }
}
const mutate = (party: PartyName, ...mutations: Record<string, unknown>[]) =>
  post(party, '/v1/data/mutate/production?dryRun=true&returnDocuments=true&returnIds=true', { mutations })
const act = (party: PartyName, actionType: string, fields: Record<string, unknown>) =>
  post(party, '/v1/data/actions/production', {
    actions: [{ actionType: `sanity.action.${actionType}`, ...fields }],
    dryRun: true,
  })
const sees = async (party: PartyName, id: string) =>
  (await town.clients[party].fetch('count(*[_id == $id])', { id })) === 1

/** What is hidden is missing; what is seen and not allowed is forbidden. */
const refusal = async (party: PartyName, id: string) =>
  (await sees(party, id))
    ? { status: 403, code: 'lake.not-permitted' }
    : { status: 409, code: 'lake.document-missing' }

test('the table has a cell for every kind of document and every role that writes', () => {
  expect(new Set(placed.map(rowOf))).toEqual(new Set(cells.keys()))
  for (const marks of cells.values()) expect([...marks, ...idle]).toHaveLength(partyNames.length)
})

describe.each(partyNames.filter((name) => !idle.includes(name)))('%s', (party) => {
  test('changes what the table says', async () => {
    for (const one of placed) {
      const answer = await mutate(party, { patch: { id: one.id, set: { title: 'y' } } })
      if (writes(party, one)) expect(answer.status, one.id).toBe(200)
      else expect(answer, one.id).toMatchObject(await refusal(party, one.id))
    }
  })

  test('deletes the same, and deleting what is hidden does nothing, as if it were not there', async () => {
    for (const one of placed) {
      const answer = await mutate(party, { delete: { id: one.id } })
      if (writes(party, one))
        expect(answer, one.id).toMatchObject({ status: 200, results: [{ operation: 'delete' }] })
      else if (await sees(party, one.id)) expect(answer.status, one.id).toBe(403)
      else expect(answer, one.id).toMatchObject({ status: 200, results: [{ operation: 'none' }] })
    }
  })

  test('creates the same kinds, and without a county named creates in its own', async () => {
    const ownCounty = party.endsWith(' A') ? 'county-a' : null
    for (const one of placed) {
      const id = one.id.replace(`-${one.place}-`, `-${one.place}-fresh-`)
      const document = { _id: id, _type: works[one.work], ...countyOf(one.place) }
      const answer = await mutate(party, { create: document })
      const isCompleted = one.place === 'none' && ownCounty !== null
      const meant: Placed = isCompleted ? { ...one, place: 'a' } : one
      expect(answer.status, id).toBe(writes(party, meant) ? 200 : 403)
      if (answer.status !== 200) continue
      const county = isCompleted ? ownCounty : one.place === 'none' ? undefined : `county-${one.place}`
      expect(answer.results, id).toMatchObject([
        { id, document: { ...document, ...(county && { county: { _ref: county } }) } },
      ])
    }
  })

  test('chooses by query only among what it sees', async () => {
    const answer = await mutate(party, { patch: { query: '*[_type == "newsItem"]', set: { title: 'y' } } })
    expect(answer.status).toBe(party === 'administrator' ? 200 : 403)
    const own = await mutate(party, {
      patch: { query: '*[_id in path("drafts.**") && _type == "newsItem"]', set: { title: 'y' } },
    })
    const touched = { 'editor A': 1, 'editor 0': 3, administrator: 3 }[party as string]
    if (touched === undefined) expect(own.status).toBe(403)
    else expect(own.results).toHaveLength(touched)
  })

  test('acts by the same table', async () => {
    for (const one of placed) {
      const name = one.id.replace(/^(drafts|versions\.r1)\./, '')
      const publishedId = one.state === 'published' ? one.id : name
      const draft: Placed = { ...one, state: 'draft' }
      const published: Placed = { ...one, state: 'published' }
      const draftId = `drafts.${name}`
      const edit = await act(party, 'document.edit', { draftId, publishedId, patch: { set: { title: 'y' } } })
      const publish = await act(party, 'document.publish', { draftId, publishedId })
      const unpublish = await act(party, 'document.unpublish', { draftId, publishedId })
      const discard = await act(party, 'document.version.discard', { versionId: one.id })
      const missing = { status: 409, code: 'lake.document-missing' }
      const expected = async (isAllowed: boolean, id: string) =>
        isAllowed ? { status: 200 } : await refusal(party, id)
      if (one.state === 'version') expect(edit, one.id).toMatchObject(missing)
      else expect(edit, one.id).toMatchObject(await expected(writes(party, draft), one.id))
      if (one.state === 'draft')
        expect(publish, one.id).toMatchObject(
          await expected(writes(party, draft) && writes(party, published), one.id),
        )
      else expect(publish, one.id).toMatchObject(missing)
      if (one.state === 'published')
        expect(unpublish, one.id).toMatchObject(
          await expected(writes(party, draft) && writes(party, published), one.id),
        )
      else expect(unpublish, one.id).toMatchObject(missing)
      if (!(await sees(party, one.id))) expect(discard.status, one.id).toBe(200)
      else expect(discard.status, one.id).toBe(writes(party, one) ? 200 : 403)
    }
  })

  test('touches neither reports nor releases nor the system, unless it is an administrator', async () => {
    const isAdministrator = party === 'administrator'
    for (const id of [others.report, others.system, others.privateDot]) {
      const answer = await mutate(party, { patch: { id, set: { title: 'y' } } })
      if (isAdministrator) expect(answer.status, id).toBe(200)
      else expect(answer, id).toMatchObject(await refusal(party, id))
    }
    const status = isAdministrator ? 200 : 403
    const edit = { releaseId: 'r1', patch: { set: { 'metadata.title': 'y' } } }
    expect((await act(party, 'release.edit', edit)).status).toBe(status)
    const metadata = { title: 'y', releaseType: 'undecided' }
    expect((await act(party, 'release.create', { releaseId: 'r2', metadata })).status).toBe(status)
    expect((await act(party, 'release.publish', { releaseId: 'r1' })).status).toBe(status)
    const fresh = [
      { _id: 'report.NEW', _type: 'errorReport' },
      { _id: 'drafts.sys', _type: 'system.group' },
      { _id: 'drafts.settings', _type: 'siteSettings' },
      { _id: 'drafts-news', _type: 'newsItem', ...countyOf('a') },
      { _id: 'private.news', _type: 'newsItem', ...countyOf('a') },
      { _id: 'drafts.unknown', _type: 'somethingElse', ...countyOf('a') },
    ]
    for (const document of fresh)
      expect((await mutate(party, { create: document })).status, document._id).toBe(
        isAdministrator ? 200 : 403,
      )
  })
})

describe.each(idle)('%s', (party) => {
  test('changes nothing, whatever way it tries', async () => {
    const status = party === 'anonymous' ? 401 : 403
    // They write something of their own, so only the commit refuses: what they do not see is not there.
    const passesTheDoor = party === 'receiver' || party.startsWith('reviewer')
    for (const { id, work } of placed) {
      expect((await mutate(party, { patch: { id, set: { title: 'y' } } })).status, id).toBe(
        passesTheDoor && !(await sees(party, id)) ? 409 : status,
      )
      const fresh = { _id: `${id}-new`, _type: works[work], ...countyOf('a') }
      expect((await mutate(party, { create: fresh })).status, id).toBe(status)
      expect((await act(party, 'document.publish', { draftId: 'drafts.x', publishedId: 'x' })).status).toBe(
        party.startsWith('reviewer') ? 409 : status,
      )
    }
    const upload = await town.ask(party, '/v1/assets/files/production', { method: 'POST', body: 'words' })
    expect(upload.status).toBe(status)
    const report = await mutate(party, { create: { _id: 'report.NEW1', _type: 'errorReport' } })
    expect(report.status).toBe(party === 'receiver' ? 200 : status)
  })
})

test('a dry run refuses what the act itself refuses, with the same words', async () => {
  const id = 'newsItem-b-published'
  const body = { mutations: [{ patch: { id, set: { title: 'y' } } }] }
  const dry = await post('editor A', '/v1/data/mutate/production?dryRun=true', body)
  expect(await post('editor A', '/v1/data/mutate/production', body)).toEqual(dry)
  const actions = [
    { actionType: 'sanity.action.document.unpublish', draftId: `drafts.${id}`, publishedId: id },
  ]
  const dryAct = await post('editor A', '/v1/data/actions/production', { actions, dryRun: true })
  expect(await post('editor A', '/v1/data/actions/production', { actions })).toEqual(dryAct)
  expect(dryAct.status).toBe(403)
})
