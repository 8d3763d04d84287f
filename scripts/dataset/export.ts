/**
 * @file Writes a dataset into one `.tar.gz`, in the form of `@sanity/export`: `data.ndjson`, `assets.json`,
 * `images/`, `files/`.
 *
 * The archive bears its name only when it is whole: it is written beside it first. A file that cannot be had is
 * told, and what refers to it keeps the id.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { LakeAccess } from '../../contracts/part.ts'
import { assetPath, toArchive } from './asset-refs.ts'
import { documentsOf, downloadAsset } from './fetch-dataset.ts'
import type { ArchivedDocument, Json } from './json.ts'
import { pack, type AddFile } from './pack.ts'
import { splitLines } from './split-lines.ts'

export interface ExportReport {
  documents: number
  assets: number
  /** Ids of assets whose files could not be had, and why. */
  missing: { id: string; reason: string }[]
}

type Say = (line: string) => void

const DOCUMENTS_A_LINE = 5000
const ASSETS_A_LINE = 50
/** What an archive does not say of an asset, since its new home works it out. */
const NOT_TOLD = new Set(['_id', '_type', 'assetId', 'extension', 'mimeType', 'path', 'uploadId', 'url'])

/** @param now for the name of the folder inside, and the entries' times */
export async function exportDataset(
  access: LakeAccess,
  file: string,
  now: Date,
  say: Say,
): Promise<ExportReport> {
  const work = await mkdtemp(path.join(tmpdir(), 'pufa-dataset-'))
  const part = `${file}.part`
  try {
    const { assets, count } = await saveDocuments(access, path.join(work, 'raw.ndjson'), say)
    const folder = `${access.dataset}-export-${now
      .toISOString()
      .replace(/[^0-9a-z]/gi, '-')
      .toLowerCase()}`
    const { kept, missing } = await pack(part, now, async (add) => {
      const found = await addAssets(access, assets, { add, folder, work }, say)
      await rewrite(path.join(work, 'raw.ndjson'), path.join(work, 'data.ndjson'), found.kept)
      await add(`${folder}/data.ndjson`, path.join(work, 'data.ndjson'))
      await writeFile(path.join(work, 'assets.json'), JSON.stringify(factsOf(assets, found.kept)))
      await add(`${folder}/assets.json`, path.join(work, 'assets.json'))
      return found
    })
    await rename(part, file)
    return { documents: count, assets: kept.size, missing }
  } finally {
    await rm(work, { recursive: true, force: true })
    await rm(part, { force: true })
  }
}

/** Documents as they come, but for those of assets, which are few enough to be held. */
async function saveDocuments(access: LakeAccess, file: string, say: Say) {
  const assets: ArchivedDocument[] = []
  const stream = createWriteStream(file)
  let count = 0
  for await (const document of documentsOf(access)) {
    if (document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset') {
      assets.push(document)
      continue
    }
    if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain')
    if (++count % DOCUMENTS_A_LINE === 0) say(`已读取文档 ${count} 份……`)
  }
  stream.end()
  await finished(stream)
  say(`共有文档 ${count} 份，图片和文件 ${assets.length} 个`)
  return { assets, count }
}

async function addAssets(
  access: LakeAccess,
  assets: readonly ArchivedDocument[],
  { add, folder, work }: { add: AddFile; folder: string; work: string },
  say: Say,
) {
  const kept = new Map<string, string>()
  const missing: ExportReport['missing'] = []
  const file = path.join(work, 'asset')
  for (const [at, asset] of assets.entries()) {
    const added = await addAsset(access, asset, file, (name) => add(`${folder}/${name}`, file))
    if ('sha1' in added) kept.set(asset._id, added.sha1)
    else missing.push({ id: asset._id, reason: added.reason })
    if ((at + 1) % ASSETS_A_LINE === 0) say(`已下载图片和文件 ${at + 1} / ${assets.length}……`)
  }
  return { kept, missing }
}

/** @returns the hash of what was added, or why nothing was */
async function addAsset(
  access: LakeAccess,
  asset: ArchivedDocument,
  file: string,
  add: (name: string) => Promise<void>,
): Promise<{ sha1: string } | { reason: string }> {
  const name = assetPath(asset._id)
  if (name === null || typeof asset['path'] !== 'string') return { reason: '素材文档不完整，找不到它的文件' }
  const sha1 = await downloadAsset(access, asset, file)
  if (sha1 === null) return { reason: '内容库里没有这个文件' }
  // The service cleans SVG when it takes it, so its hash is that of what was sent, not of what it keeps.
  if (sha1 !== asset['sha1hash'] && asset['extension'] !== 'svg')
    return { reason: '文件已损坏：内容与记录的校验码不符' }
  await add(name)
  return { sha1 }
}

/** What each asset's document says beside its file, by kind and hash. */
function factsOf(
  assets: readonly ArchivedDocument[],
  kept: ReadonlyMap<string, string>,
): Record<string, Json> {
  const held = assets.filter(({ _id }) => kept.has(_id))
  return Object.fromEntries(
    held.map((asset) => [
      `${asset._type === 'sanity.imageAsset' ? 'image' : 'file'}-${kept.get(asset._id) ?? ''}`,
      Object.fromEntries(Object.entries(asset).filter(([key]) => !NOT_TOLD.has(key))),
    ]),
  )
}

async function rewrite(from: string, to: string, kept: ReadonlyMap<string, string>): Promise<void> {
  const stream = createWriteStream(to)
  for await (const line of splitLines(createReadStream(from))) {
    const document = toArchive(JSON.parse(line) as Json, (id) => kept.has(id))
    if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
}
