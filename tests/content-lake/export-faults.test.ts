/** @file A file that is brought in may be anything: what is wrong is told by its line, and nothing is half brought in. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LakeAccess } from '../../contracts/part.ts'
import { exportDataset } from '../../scripts/dataset/export.ts'
import { FaultyArchive, importDataset, type ImportReport } from '../../scripts/dataset/import.ts'
import { pack } from '../../scripts/dataset/pack.ts'
import { unpack } from '../../scripts/dataset/unpack.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'

let at: LakeOnPort
let folder: string
beforeAll(async () => {
  at = await startLake()
  folder = mkdtempSync(path.join(tmpdir(), 'pufa-faults-'))
})
afterAll(async () => {
  await at.close()
  rmSync(folder, { recursive: true, force: true })
})

const access = (): LakeAccess => ({
  apiHost: at.origin,
  assetHost: at.origin,
  projectId: 'pufa',
  dataset: 'production',
  token: at.token,
  useProjectHostname: false,
})
let files = 0
const fileNamed = (name: string, content: string | Buffer) => {
  const file = path.join(folder, `${++files}-${name}`)
  writeFileSync(file, content)
  return file
}
/** An archive as the export makes it. */
async function archiveOf(entries: Record<string, string | Buffer>): Promise<string> {
  const file = fileNamed('archive.tar.gz', '')
  await pack(file, new Date(0), async (add) => {
    for (const [name, content] of Object.entries(entries)) await add(`x/${name}`, fileNamed('entry', content))
  })
  return file
}

async function bringIn(file: string, dryRun = false): Promise<ImportReport> {
  const archive = await unpack(file)
  try {
    return await importDataset(access(), archive, { dryRun, say: () => undefined })
  } finally {
    await archive.remove()
  }
}
const faultsOf = (file: string) =>
  bringIn(file).then(
    () => [],
    (error: unknown) => (error instanceof FaultyArchive ? error.faults : [String(error)]),
  )
const ndjson = (...lines: unknown[]) =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')

describe('a faulty line', () => {
  test('is told by its number with what to do, all of them at once, and nothing is written', async () => {
    const commits = at.lake.metrics()['lake_commits_total']
    const faults = await faultsOf(
      fileNamed(
        'a.ndjson',
        ndjson(
          { _id: 'good', _type: 'law' },
          '{"_id": "cut", "_type": "la',
          '',
          { _id: 'no-type' },
          { _id: '../up', _type: 'law' },
          ['a list'],
          { _id: 'good', _type: 'law' },
          { _id: 'away', _type: 'law', by: { _ref: 'nowhere' } },
          { _id: 'picture', _type: 'law', image: { _sanityAsset: 'image@file://./images/none.png' } },
          { _id: 'web', _type: 'law', image: { _sanityAsset: 'image@https://example.com/a.png' } },
          {
            _id: 'up',
            _type: 'law',
            image: { _sanityAsset: 'image@file://./images/..%2f..%2fetc%2fpasswd' },
          },
        ),
      ),
    )
    expect(faults).toEqual([
      { line: 2, message: expect.stringContaining('JSON') },
      { line: 4, message: expect.stringContaining('_type') },
      { line: 5, message: expect.stringContaining('_id') },
      { line: 6, message: expect.stringContaining('JSON') },
      { line: 7, message: expect.stringContaining('第 1 行') },
      { line: 8, message: expect.stringContaining('nowhere') },
      { line: 9, message: expect.stringContaining('images/none.png') },
      { line: 10, message: expect.stringContaining('https://example.com') },
      { line: 11, message: expect.stringContaining('没有它要用的文件') },
    ])
    expect(at.lake.metrics()['lake_commits_total']).toBe(commits)
  })

  test('is not one that another program’s habits made: a mark of bytes, carriage returns, an empty end', async () => {
    const file = fileNamed(
      'b.ndjson',
      `\ufeff${ndjson({ _id: 'bom', _type: 'law' }, { _id: 'cr', _type: 'law', t: 'a\u2028b' }).replace('\n', '\r\n')}\r\n\r\n`,
    )
    expect(await bringIn(file)).toMatchObject({ added: 2 })
    expect(await at.client.fetch('*[_id == "cr"][0].t')).toBe('a\u2028b')
  })
})

describe('an archive', () => {
  const documents = ndjson({ _id: 'from-archive', _type: 'law' })

  test('that was cut off is refused, wherever it was cut', async () => {
    const whole = readFileSync(
      await archiveOf({ 'images/a.png': await twoHalves(), 'data.ndjson': documents }),
    )
    const bare = gunzipSync(whole)
    const cut = [0.1, 0.4, 0.7].flatMap((share) => [
      whole.subarray(0, Math.floor(whole.length * share)),
      gzipSync(bare.subarray(0, Math.floor(bare.length * share))),
    ])
    for (const [n, piece] of cut.entries())
      expect(await faultsOf(fileNamed('cut.tar.gz', piece)), `cut ${n}`).toEqual([
        expect.stringMatching(/不完整|已损坏|没有 data\.ndjson|没有传完/),
      ])
    expect(await at.client.getDocument('from-archive')).toBeUndefined()
  })

  test('that would write elsewhere writes nothing there', async () => {
    const target = path.join(folder, 'escaped')
    const file = await archiveOf({
      'data.ndjson': documents,
      'images/../../../../../../../../tmp/pufa-escaped': 'x',
      [`images/..`]: 'x',
    }).catch((error: Error) => error.message)
    expect(await unpack(file).then(({ files: held }) => [...held.keys()])).toEqual(['data.ndjson'])
    expect([existsSync(target), existsSync('/tmp/pufa-escaped')]).toEqual([false, false])
  })

  test('that is none is told so', async () => {
    expect(await faultsOf(fileNamed('a.tar.gz', Buffer.alloc(2000, 7)))).toHaveLength(1)
    expect(await faultsOf(await archiveOf({ 'other.txt': 'x' }))).toEqual([
      expect.stringContaining('data.ndjson'),
    ])
  })
})

test('a dry run says what would be done and writes nothing', async () => {
  const commits = at.lake.metrics()['lake_commits_total']
  const file = await archiveOf({
    'data.ndjson': ndjson({
      _id: 'dry',
      _type: 'law',
      image: { _sanityAsset: 'image@file://./images/a.png' },
    }),
    'images/a.png': await twoHalves(),
  })
  expect(await bringIn(file, true)).toMatchObject({ added: 1, uploaded: 1 })
  expect(at.lake.metrics()['lake_commits_total']).toBe(commits)
  expect(readdirSync(path.join(at.folder, 'assets', 'originals'))).toEqual([])
})

test('a document without an id, and entries without keys, are the same documents when brought in again', async () => {
  const file = fileNamed(
    'c.ndjson',
    ndjson({ _type: 'keyless', list: [{ a: 1 }, { a: 1 }, { b: [{ c: 2 }] }] }),
  )
  expect(await bringIn(file)).toMatchObject({ added: 1 })
  expect(await bringIn(file)).toMatchObject({ added: 0, unchanged: 1 })
  const [{ list } = { list: [] }] =
    await at.client.fetch<{ list: { _key: string }[] }[]>('*[_type == "keyless"]')
  expect(new Set(list.map(({ _key }) => _key)).size).toBe(3)
})

test('what was changed in between is put back, and what is not in the file stays', async () => {
  const file = fileNamed(
    'd.ndjson',
    ndjson({ _id: 'd1', _type: 'law', title: '一' }, { _id: 'd2', _type: 'law', title: '二' }),
  )
  await bringIn(file)
  await at.client.patch('d1').set({ title: '改过' }).commit()
  await at.client.create({ _id: 'd3', _type: 'law' })
  expect(await bringIn(file)).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect(await at.client.fetch('*[_id in ["d1", "d2", "d3"]] | order(_id).title')).toEqual(['一', '二', null])
})

test('an import that was cut off is ended by running it again', async () => {
  const many = Array.from({ length: 1000 }, (_, n) => ({
    _id: `cut-${n}`,
    _type: 'cut',
    next: { _ref: `cut-${(n + 1) % 1000}` },
  }))
  const file = fileNamed('e.ndjson', ndjson(...many))
  const archive = await unpack(file)
  const cutOff = importDataset(access(), archive, {
    dryRun: false,
    say: (line) => {
      if (line.startsWith('已写入文档 2')) throw new Error('power cut')
    },
  })
  await expect(cutOff).rejects.toThrow('power cut')
  await archive.remove()
  const weak = '*[_type == "cut" && next._weak == true]'
  expect(await at.client.fetch(`count(${weak})`)).toBeGreaterThan(0)
  expect(await bringIn(file)).toMatchObject({ added: 0 })
  expect(await at.client.fetch('count(*[_type == "cut"])')).toBe(1000)
  expect(await at.client.fetch(`count(${weak})`)).toBe(0)
})

test('an export keeps what a damaged or missing file’s document refers to, and names the file', async () => {
  const lost = await at.client.assets.upload('file', Buffer.from('lost'), { filename: 'l.txt' })
  const rotten = await at.client.assets.upload('file', Buffer.from('rotten'), { filename: 'r.txt' })
  const originals = path.join(at.folder, 'assets', 'originals')
  rmSync(path.join(originals, path.basename(lost.path)))
  writeFileSync(path.join(originals, path.basename(rotten.path)), 'rotted')
  const field = { asset: { _type: 'reference', _ref: lost._id } }
  await at.client.create({ _id: 'shows-lost', _type: 'law', field })
  const file = path.join(folder, 'missing.tar.gz')
  const { missing } = await exportDataset(access(), file, new Date(), () => undefined)
  expect(missing.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    [
      { id: lost._id, reason: expect.stringContaining('没有这个文件') },
      { id: rotten._id, reason: expect.stringContaining('校验码') },
    ].toSorted((a, b) => a.id.localeCompare(b.id)),
  )
  const archive = await unpack(file)
  const lines = readFileSync(archive.documents, 'utf8').split('\n')
  expect(
    lines
      .map((line) => (line === '' ? null : (JSON.parse(line) as { _id: string; field?: unknown })))
      .find((line) => line?._id === 'shows-lost')?.field,
  ).toEqual(field)
  await archive.remove()
})

test('an export that fails leaves no file that looks whole, nor one half written', async () => {
  const target = path.join(folder, 'target')
  mkdirSync(target)
  const wrong = { ...access(), token: 'wrong' }
  await expect(
    exportDataset(wrong, path.join(target, 'x.tar.gz'), new Date(), () => undefined),
  ).rejects.toThrow('401')
  expect(readdirSync(target)).toEqual([])
})

describe('the commands', () => {
  const run = (script: string, ...words: string[]) =>
    new Promise<{ code: number; out: string; fault: string }>((done) => {
      const data = path.join(folder, 'data')
      mkdirSync(data, { recursive: true })
      writeFileSync(path.join(data, 'command-line.json'), JSON.stringify(access()))
      const env = { ...process.env, PUFA_DATA: data, NODE_NO_WARNINGS: '1' }
      execFile(
        process.execPath,
        [path.join(import.meta.dirname, `../../scripts/dataset/${script}-main.ts`), ...words],
        { env },
        (error, out, fault) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, fault }),
      )
    })

  test('say what they do and did, and how they are used', async () => {
    const file = path.join(folder, 'whole.tar.gz')
    await at.client.delete({ query: '*[_type in ["sanity.fileAsset"] || _id == "shows-lost"]' })
    const exported = await run('export', file)
    expect(exported).toMatchObject({
      code: 0,
      out: expect.stringMatching(/导出完成：文档 \d+ 份/),
      fault: '',
    })
    expect(await run('export', file)).toMatchObject({ code: 1, fault: expect.stringContaining('已经存在') })
    expect(await run('import', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('新增 0，更新 0'),
    })
    expect(await run('import', file, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('什么都没有写'),
    })
    const [bad, unknown, name] = await Promise.all([
      run('import', fileNamed('bad.ndjson', '{')),
      run('import', file, 'more'),
      run('export', 'x.zip'),
    ])
    expect(bad).toMatchObject({ code: 1, fault: expect.stringContaining('第 1 行') })
    for (const said of [unknown, name])
      expect(said).toMatchObject({ code: 1, fault: expect.stringContaining('用法') })
  }, 180_000)
})
