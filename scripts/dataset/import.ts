/**
 * @file Brings an archive into a dataset: everything is checked first, then files, then documents, then what the
 * archive says of its files.
 *
 * Nothing is written while a line is faulty. Done again, or again after it was cut off, it writes only what is
 * not there yet. Nothing is ever deleted.
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { LakeAccess } from '../../contracts/part.ts'
import { openLake } from '../../server/lake-client.ts'
import { fromArchive, type AssetMark } from './asset-refs.ts'
import { isRecord, type ArchivedDocument, type Json } from './json.ts'
import { readLine, repeatedIds, type LineFault, type ReadLine } from './lines.ts'
import { strongRefs } from './order.ts'
import { splitLines } from './split-lines.ts'
import { persistently } from './target.ts'
import type { Unpacked } from './unpack.ts'
import { factsToSet, findAsset, hashFile, kindOf, uploadAsset, type AssetFile } from './write-assets.ts'
import { absentIds, compare, writeAll } from './write-documents.ts'

export interface ImportReport {
  added: number
  changed: number
  unchanged: number
  uploaded: number
  /** Files that were there already. */
  known: number
  /** Documents that only the service itself can make. */
  passedOver: number
}

export class FaultyArchive extends Error {
  readonly faults: readonly LineFault[]

  constructor(faults: readonly LineFault[]) {
    super(`有 ${faults.length} 处问题，什么都没有导入`)
    this.faults = faults
  }
}

export interface ImportOptions {
  dryRun: boolean
  say: (line: string) => void
}

type Facts = Record<string, Json>

/** @throws FaultyArchive; Error in Chinese */
export async function importDataset(
  access: LakeAccess,
  archive: Unpacked,
  { dryRun, say }: ImportOptions,
): Promise<ImportReport> {
  const client = openLake(access)
  const { lines, faults } = await readLines(archive)
  say(`读到文档 ${lines.length} 份，图片和文件 ${assetNames(archive).length} 个`)
  const content = lines.filter(({ document }) => !document._id.startsWith('_.'))
  const assets = await locate(archive)
  const ids = new Map<string, string>()
  const missing: AssetFile[] = []
  for (const asset of assets) {
    const id = await findAsset(client, asset)
    if (id === null) missing.push(asset)
    else ids.set(asset.path, id)
  }
  faults.push(...repeatedIds(lines), ...(await danglingRefs(access, content, assets)))
  if (faults.length > 0) throw new FaultyArchive(faults.toSorted((a, b) => a.line - b.line))

  const facts = await readFacts(archive)
  if (!dryRun)
    for (const [at, asset] of missing.entries()) {
      ids.set(asset.path, await uploadAsset(client, access, asset, factsOf(facts, asset)))
      if ((at + 1) % 20 === 0 || at + 1 === missing.length)
        say(`已上传图片和文件 ${at + 1} / ${missing.length}`)
    }
  // In a dry run a file that is not there yet has no id; whatever shows it differs.
  const idOf = ({ path }: AssetMark) => ids.get(path) ?? `not-yet-${path}`
  const documents = content.map(({ line, document }) => ({
    line,
    document: fromArchive(document, idOf) as ArchivedDocument,
  }))
  const comparison = await compare(client, documents, (count) => {
    if (count % 5000 === 0) say(`已核对文档 ${count} / ${documents.length}`)
  })
  if (!dryRun) {
    await writeAll(client, comparison, (count, total) => say(`已写入文档 ${count} / ${total}`))
    await setFacts(client, assets, ids, facts)
  }
  return {
    added: comparison.added.length,
    changed: comparison.changed.length,
    unchanged: comparison.unchanged,
    uploaded: missing.length,
    known: assets.length - missing.length,
    passedOver: lines.length - content.length,
  }
}

async function readLines(archive: Unpacked): Promise<{ lines: ReadLine[]; faults: LineFault[] }> {
  const lines: ReadLine[] = []
  const faults: LineFault[] = []
  let line = 0
  for await (const text of splitLines(createReadStream(archive.documents))) {
    line++
    const bare = text.replace(/^\ufeff/, '')
    if (bare.trim() === '') continue
    const read = readLine(bare, (path) => archive.files.has(path))
    if ('fault' in read) faults.push({ line, message: read.fault })
    else lines.push({ line, document: read.document })
  }
  return { lines, faults }
}

const assetNames = ({ files }: Unpacked) => [...files.keys()].filter((name) => /^(images|files)\//.test(name))

async function locate(archive: Unpacked): Promise<AssetFile[]> {
  const assets: AssetFile[] = []
  for (const name of assetNames(archive)) {
    const file = archive.files.get(name) ?? ''
    assets.push({ kind: kindOf(name), path: name, file, sha1: await hashFile(file) })
  }
  return assets
}

/** A strong reference to what is neither in the archive nor there already. */
async function danglingRefs(
  access: LakeAccess,
  lines: readonly ReadLine[],
  assets: readonly AssetFile[],
): Promise<LineFault[]> {
  const within = new Set(lines.map(({ document }) => document._id))
  const hashes = new Set(assets.map(({ sha1 }) => sha1))
  const isCarried = (id: string) =>
    within.has(id) || hashes.has(/^(?:image|file)-([0-9a-f]{40})-/.exec(id)?.[1] ?? '')
  const wanted = lines.map(({ line, document }) => ({
    line,
    ids: [...strongRefs(document)].filter((id) => !isCarried(id)),
  }))
  const absent = await absentIds(openLake(access), [...new Set(wanted.flatMap(({ ids }) => ids))])
  return wanted.flatMap(({ line, ids }) =>
    ids
      .filter((id) => absent.has(id))
      .map((id) => ({ line, message: `引用了不存在的文档 ${id}：把它也放进来，或去掉这个引用` })),
  )
}

async function readFacts({ facts }: Unpacked): Promise<Facts> {
  if (facts === null) return {}
  try {
    const value: unknown = JSON.parse(await readFile(facts, 'utf8'))
    return isRecord(value) ? value : {}
  } catch (error) {
    throw new Error('assets.json 不是完整的 JSON，请重新导出一次', { cause: error })
  }
}

function factsOf(facts: Facts, { kind, sha1 }: AssetFile): Facts {
  const found = facts[`${kind}-${sha1}`]
  return isRecord(found) ? found : {}
}

/** After the documents, since what is said of a picture may refer to them. */
async function setFacts(
  client: ReturnType<typeof openLake>,
  assets: readonly AssetFile[],
  ids: ReadonlyMap<string, string>,
  facts: Facts,
): Promise<void> {
  for (const asset of assets) {
    const id = ids.get(asset.path)
    const wanted = factsOf(facts, asset)
    if (id === undefined || Object.keys(wanted).length === 0) continue
    const present = await persistently(() => client.getDocument<ArchivedDocument>(id))
    const set = present ? factsToSet(wanted, present as ArchivedDocument) : {}
    if (Object.keys(set).length > 0)
      await persistently(() => client.patch(id).set(set).commit({ visibility: 'async' }))
  }
}
