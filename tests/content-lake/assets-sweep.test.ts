/** @file What nothing wants goes after its time of grace; what anything wants stays. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

const DAY_MS = 24 * 3600_000

let at: LakeOnPort
beforeEach(async () => {
  at = await startLake({ assetGraceDays: 30 })
})
afterEach(() => at.close())

const upload = (text: string) => at.client.assets.upload('file', Buffer.from(text), { filename: 'a.txt' })
const sweep = (dryRun = false) => at.lake.sweepAssets({ dryRun })
const fileOf = (asset: { path: string }) =>
  path.join(at.folder, 'assets', 'originals', path.basename(asset.path))
const isThere = async (asset: { _id: string; path: string }) => {
  const document = await at.client.getDocument(asset._id)
  expect(existsSync(fileOf(asset)), 'document and file come and go together').toBe(document !== undefined)
  return document !== undefined
}
/** Sees what is unused, and comes back after the time of grace. */
async function sweepAfterGrace(days = 31) {
  await sweep()
  at.clock.advance(days * DAY_MS)
  return sweep()
}
const field = (asset: { _id: string }, more = {}) => ({
  _type: 'file',
  asset: { _type: 'reference', _ref: asset._id, ...more },
})

test('what was never used goes with its file, and not a day before its time', async () => {
  const asset = await upload('alone')
  expect((await sweepAfterGrace(29)).removed).toEqual([])
  expect(await isThere(asset)).toBe(true)
  at.clock.advance(2 * DAY_MS)
  const before = at.lake.metrics()['lake_commits_total'] ?? 0
  expect((await sweep()).removed).toMatchObject([{ name: asset._id, bytes: 5 }])
  expect(await isThere(asset)).toBe(false)
  expect(at.lake.metrics()['lake_commits_total'], 'by the commit function, like every change').toBe(
    before + 1,
  )
})

test.each([
  ['a published document', 'page', {}],
  ['a draft', 'drafts.page', {}],
  ['a version', 'versions.r1.page', {}],
  ['a weak reference', 'page', { _weak: true }],
])('what %s names stays for ever', async (_, id, more) => {
  const asset = await upload(id)
  await at.client.create({ _id: id, _type: 'page', deep: [{ _key: 'a', field: field(asset, more) }] })
  await sweepAfterGrace(400)
  expect(await isThere(asset)).toBe(true)
})

test('what the history can bring back stays as long as the history does', async () => {
  const asset = await upload('past')
  await at.client.create({ _id: 'page', _type: 'page', field: field(asset) })
  await at.client.patch('page').unset(['field']).commit()
  await sweepAfterGrace(400)
  expect(await isThere(asset)).toBe(true)
  const [old] = await at.client
    .request<{ documents: { field: unknown }[] }>({
      url: `/data/history/production/documents/page?time=${new Date(at.clock.now() - 500 * DAY_MS).toISOString()}`,
    })
    .then(() =>
      at.client.request<{ documents: [{ field: ReturnType<typeof field> }] }>({
        url: '/data/history/production/documents/page?lastRevision=true',
      }),
    )
    .then(({ documents }) => documents)
  expect(old).toBeDefined()
  await at.client.createOrReplace({ _id: 'page', _type: 'page', field: field(asset) })
})

test('what came into use again is asked for anew, and its time begins anew', async () => {
  const asset = await upload('twice')
  await sweep()
  at.clock.advance(20 * DAY_MS)
  expect((await upload('twice'))._id).toBe(asset._id)
  at.clock.advance(20 * DAY_MS)
  expect((await sweep()).removed).toEqual([])
  at.clock.advance(29 * DAY_MS)
  expect((await sweep()).removed).toEqual([])
  at.clock.advance(2 * DAY_MS)
  expect((await sweep()).removed).toHaveLength(1)
})

test('what comes into use while the sweep runs is never taken', async () => {
  const assets = []
  for (let n = 0; n < 30; n++) assets.push(await upload(`race ${n}`))
  await sweep()
  at.clock.advance(31 * DAY_MS)
  const sweeping = sweep()
  const used: string[] = []
  for (const asset of assets)
    await at.client
      .create({ _id: `uses-${used.length}`, _type: 'page', field: field(asset) })
      .then(() => used.push(asset._id))
      .catch((error: { statusCode: number }) => expect(error.statusCode).toBe(409))
  await sweeping
  for (const id of used) expect(await at.client.getDocument(id)).toBeDefined()
  for (const asset of assets) await isThere(asset)
})

test('an upload of the same bytes while they are swept ends with a document and its file', async () => {
  for (let round = 0; round < 10; round++) {
    await upload('again')
    await sweep()
    at.clock.advance(31 * DAY_MS)
    const [asset] = await Promise.all([upload('again'), sweep()])
    expect(await isThere(asset)).toBe(true)
  }
})

test('a file that a power cut left without a document goes too; a file that is none of ours stays', async () => {
  const originals = path.join(at.folder, 'assets', 'originals')
  writeFileSync(path.join(originals, `${'a'.repeat(40)}-2x2.png`), 'cut')
  writeFileSync(path.join(originals, '说明.txt'), 'mine')
  expect((await sweepAfterGrace()).removed).toMatchObject([{ name: `${'a'.repeat(40)}-2x2.png`, bytes: 3 }])
  expect(readdirSync(originals)).toEqual(['说明.txt'])
})

test('a dry run tells the same and changes nothing, not even the time of grace', async () => {
  const asset = await upload('dry')
  await sweep(true)
  at.clock.advance(31 * DAY_MS)
  expect(await sweep(true)).toMatchObject({ removed: [], waiting: [{ name: asset._id }] })
  await sweep()
  at.clock.advance(31 * DAY_MS)
  expect(await sweep(true)).toMatchObject({ removed: [{ name: asset._id }], waiting: [] })
  expect(await isThere(asset)).toBe(true)
})
