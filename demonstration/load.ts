/**
 * @file Puts the demonstration content into a lake.
 *
 * Only what is missing is created, so loading again repairs and never overwrites: a demonstration
 * document that an editor has changed stays as the editor left it. Every transaction is complete in
 * itself, so a load that was cut off is finished by the next one.
 */
import type { LakeAccess } from '../contracts/part.ts'
import { openLake } from '../server/lake-client.ts'
import { uploadAssets } from './assets.ts'
import { readContent, type DemoDocument } from './content.ts'
import { transactionDocumentsMax, transactions } from './order.ts'
import { markersIn, withAssets } from './references.ts'
import type { Cast } from './cast.ts'
import { isReviewed, putThroughReview } from './reviewed.ts'

export interface Loaded {
  /** Documents created by this call. */
  documents: number
  /** Pictures and films handed to the lake by this call. */
  assets: number
}

function forLake(document: DemoDocument, assetIds: ReadonlyMap<string, string>): DemoDocument {
  const resolved = withAssets(document, (marker) => {
    const id = assetIds.get(marker)
    if (id === undefined) throw new Error(`图片没有上传：${marker}`)
    return { _type: 'reference', _ref: id }
  })
  return { ...(resolved as DemoDocument), _id: document._id, _type: document._type }
}

/** Neighbours that go the same way, in their order. */
function runs(documents: readonly DemoDocument[], isApart: (document: DemoDocument) => boolean) {
  const found: { isApart: boolean; documents: DemoDocument[] }[] = []
  for (const document of documents) {
    const last = found.at(-1)
    if (last?.isApart === isApart(document)) last.documents.push(document)
    else found.push({ isApart: isApart(document), documents: [document] })
  }
  return found
}

/**
 * @param progress takes one Chinese line at a time
 * @param cast who writes and approves what wants approval; null: the lake asks for none
 */
export async function loadDemo(
  access: LakeAccess,
  progress: (line: string) => void,
  cast: Cast | null,
): Promise<Loaded> {
  const client = openLake(access)
  const documents = readContent().flatMap((file) => file.documents)
  const present = new Set(
    await client.fetch<string[]>('*[_id in $ids]._id', { ids: documents.map(({ _id }) => _id) }),
  )
  const missing = documents.filter(({ _id }) => !present.has(_id))
  if (missing.length === 0) {
    progress(`演示内容 ${documents.length} 篇都已在库中，没有改动`)
    return { documents: 0, assets: 0 }
  }

  const assetIds = await uploadAssets(client, missing.flatMap(markersIn), progress)
  let written = 0
  for (const batch of transactions(missing, transactionDocumentsMax)) {
    for (const run of runs(batch, (document) => cast !== null && isReviewed(document))) {
      const own = run.documents.map((document) => forLake(document, assetIds))
      if (cast && run.isApart) await putThroughReview(cast, own)
      else {
        const transaction = client.transaction()
        for (const document of own) transaction.createIfNotExists(document)
        await transaction.commit({ returnDocuments: false, visibility: 'sync' })
      }
    }
    written += batch.length
    progress(`已写入演示内容 ${written}/${missing.length}`)
  }
  return { documents: written, assets: assetIds.size }
}
