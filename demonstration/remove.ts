/**
 * @file Takes the demonstration content out of a lake again.
 *
 * Deletes only documents that the content files name (which of them stay is decided in `keep.ts`), and the
 * demonstration's pictures and films that nothing uses after that.
 */
import type { SanityClient } from '@sanity/client'
import type { LakeAccess } from '../contracts/part.ts'
import { openLake } from '../server/lake-client.ts'
import { hashOf } from './assets.ts'
import { readContent, type DemoDocument } from './content.ts'
import { documentsToKeep, publishedId, type Kept } from './keep.ts'
import { transactionDocumentsMax, transactions } from './order.ts'
import { markersIn } from './references.ts'

export interface Removed {
  /** Documents deleted. */
  documents: number
  /** Pictures and films deleted. */
  assets: number
  kept: readonly Kept[]
}

export interface RemoveOptions {
  /** Deletes demonstration documents that were changed too, with their drafts. */
  evenChanged?: boolean
}

async function findCopies(client: SanityClient, stored: ReadonlyMap<string, unknown>) {
  const query = '*[_id in path("drafts.**") || _id in path("versions.**")]._id'
  const ids = (await client.fetch<string[]>(query)).filter((id) => stored.has(publishedId(id)))
  return client.fetch<DemoDocument[]>('*[_id in $ids]', { ids })
}

async function deleteTogether(client: SanityClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const transaction = client.transaction()
  for (const id of ids) transaction.delete(id)
  await transaction.commit({ returnDocuments: false, visibility: 'sync' })
}

async function deleteUnusedAssets(client: SanityClient, markers: readonly string[]): Promise<number> {
  const ofDemo = await client.fetch<{ _id: string; uses: number }[]>(
    `*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && sha1hash in $hashes]
      {_id, "uses": count(*[references(^._id)])}`,
    { hashes: [...new Set(markers.map(hashOf))] },
  )
  const unused = ofDemo.filter(({ uses }) => uses === 0)
  for (const { _id } of unused) await deleteTogether(client, [_id])
  return unused.length
}

/** @param progress takes one Chinese line at a time; each kept document is one of them */
export async function removeDemo(
  access: LakeAccess,
  progress: (line: string) => void,
  options: RemoveOptions = {},
): Promise<Removed> {
  const client = openLake(access)
  const content = readContent().flatMap((file) => file.documents)
  const ids = content.map(({ _id }) => _id)
  const found = await client.fetch<DemoDocument[]>('*[_id in $ids]', { ids })
  const stored = new Map(found.map((document) => [document._id, document]))
  const copies = await findCopies(client, stored)
  const referring = await client.fetch<DemoDocument[]>('*[references($ids) && !(_id in $ids)]', { ids })
  const own = referring.filter(({ _id }) => !stored.has(publishedId(_id)))
  const evenChanged = options.evenChanged === true
  const kept = documentsToKeep({ content, stored, copies, own, evenChanged }, hashOf)

  const keptIds = new Set(kept.map(({ id }) => id))
  const leaving = found.filter(({ _id }) => !keptIds.has(_id))
  const leavingCopies = evenChanged ? copies.filter(({ _id }) => !keptIds.has(publishedId(_id))) : []
  // A draft may refer to what its published form does not, so drafts go first.
  for (const { _id } of leavingCopies) await deleteTogether(client, [_id])
  for (const batch of transactions(leaving, transactionDocumentsMax).reverse()) {
    await deleteTogether(
      client,
      batch.map(({ _id }) => _id),
    )
  }
  progress(`已删除演示内容 ${leaving.length} 篇`)
  const assets = await deleteUnusedAssets(client, content.flatMap(markersIn))
  progress(`已删除不再使用的图片和影片 ${assets} 个`)
  for (const { id, title, reason } of kept) progress(`保留“${title}”（${id}）：${reason}`)
  return { documents: leaving.length, assets, kept }
}
