/** @file A dataset moves out and in, by Sanity's own tools and by the commands of the bureau. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LakeAccess } from '../../contracts/part.ts'
import { exportDataset as exportByCommand } from '../../scripts/dataset/export.ts'
import { importDataset, type ImportReport } from '../../scripts/dataset/import.ts'
import { unpack } from '../../scripts/dataset/unpack.ts'
import { sanityTools } from '../support/sanity-tools.ts'
import { contentsOf, writeSample, type Contents } from './export-sample.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let from: LakeOnPort
let to: LakeOnPort
let folder: string
let sample: Contents
beforeAll(async () => {
  from = await startLake()
  folder = mkdtempSync(path.join(tmpdir(), 'pufa-move-'))
  await writeSample(from)
  sample = await contentsOf(from)
}, 60_000)
beforeEach(async () => {
  to = await startLake()
})
afterEach(() => to.close())
afterAll(async () => {
  await from.close()
  rmSync(folder, { recursive: true, force: true })
})

const accessTo = ({ origin, token }: LakeOnPort): LakeAccess => ({
  apiHost: origin,
  assetHost: origin,
  projectId: 'pufa',
  dataset: 'production',
  token,
  useProjectHostname: false,
})
const said: string[] = []
const say = (line: string) => void said.push(line)
const fileNamed = (name: string) => path.join(folder, name)

async function bringIn(file: string, at: LakeOnPort, dryRun = false): Promise<ImportReport> {
  const archive = await unpack(file)
  try {
    return await importDataset(accessTo(at), archive, { dryRun, say })
  } finally {
    await archive.remove()
  }
}

/** Sanity's tool asks each address without a token. */
const exportBySanity = async (outputPath: string, raw = false) =>
  (await sanityTools()).exportDataset({
    client: from.client,
    dataset: 'production',
    outputPath,
    raw,
    mode: 'stream',
  })
const importBySanity = async (file: string) =>
  (await sanityTools()).sanityImport(createReadStream(file), {
    client: to.client,
    operation: 'createOrReplace',
  })

describe('the round trip loses nothing', () => {
  test('by @sanity/export and @sanity/import, unpublished files and photographs as they were', async () => {
    const file = fileNamed('sanity.tar.gz')
    const result = await exportBySanity(file)
    expect(result).toMatchObject({ documentCount: sample.documents.length - 4, assetCount: 4 })
    expect((await importBySanity(file)).warnings).toEqual([])
    expect(await contentsOf(to)).toEqual(sample)
  })

  test('by the bureau’s commands, and a second time there is nothing to do', async () => {
    const file = fileNamed('own.tar.gz')
    const report = await exportByCommand(accessTo(from), file, new Date(), say)
    expect(report).toEqual({ documents: sample.documents.length - 4, assets: 4, missing: [] })
    expect(await bringIn(file, to)).toEqual({
      added: sample.documents.length - 4,
      changed: 0,
      unchanged: 0,
      uploaded: 4,
      known: 0,
      passedOver: 0,
    })
    expect(await contentsOf(to)).toEqual(sample)
    const commits = to.lake.metrics()['lake_commits_total']
    expect(await bringIn(file, to)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: sample.documents.length - 4,
      uploaded: 0,
      known: 4,
    })
    expect(to.lake.metrics()['lake_commits_total'], 'nothing is written that is there').toBe(commits)
  })

  test('out by ours and in by Sanity’s', async () => {
    await importBySanity(fileNamed('own.tar.gz'))
    expect(await contentsOf(to)).toEqual(sample)
  })

  test('out by Sanity’s and in by ours', async () => {
    expect(await bringIn(fileNamed('sanity.tar.gz'), to)).toMatchObject({ uploaded: 4 })
    expect(await contentsOf(to)).toEqual(sample)
  })

  test('a raw export’s addresses carry a key, and come back without it', async () => {
    const file = fileNamed('raw.ndjson')
    await exportBySanity(`${file}.tar.gz`, true)
    const response = await from.fetch('/v1/data/export/production?types=sanity.fileAsset')
    const assets = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { _id: string; _type: string; url: string })
    expect(assets).toHaveLength(2)
    for (const { url } of assets) expect((await fetch(url)).status).toBe(200)
    const alone = assets.find(({ _id }) => _id.endsWith('-txt')) ?? { _id: '', _type: '', url: '' }
    const { pathname } = new URL(alone.url)
    for (const key of ['', '?export-key=1.x', `?export-key=${'9'.repeat(14)}.${'a'.repeat(43)}`])
      expect((await from.fetch(pathname + key, { anonymous: true })).status, key).toBe(404)
    from.clock.advance(25 * 3600_000)
    expect((await fetch(alone.url)).status, 'a day later').toBe(404)
    await from.client.createOrReplace(alone)
    const stored = await from.client.fetch<string>('*[_id == $id][0].url', { id: alone._id })
    expect(stored).toBe(from.origin + pathname)
  })
})

test('an export is one moment’s, however slowly it is read', async () => {
  const response = await from.fetch('/v1/data/export/production?types=item')
  await from.client.delete({ query: '*[_type == "item" && n == 449]' })
  const lines = (await response.text()).trim().split('\n')
  expect(lines).toHaveLength(450)
})

test('who is not signed in exports nothing', async () => {
  expect((await from.fetch('/v1/data/export/production', { anonymous: true })).status).toBe(401)
})
