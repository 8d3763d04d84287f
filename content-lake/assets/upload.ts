/**
 * @file Takes an upload: to a temporary file, measured, then into its place, then into the dataset.
 *
 * A file is named by its content. Order: the file is whole on the disk before the document exists; an
 * upload that is cut off or refused leaves nothing; what a power cut left in `incoming` goes at the next start.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Party } from '../access/party.ts'
import { failLake } from '../../contracts/errors/lake.ts'
import { piecesOf } from '../http/read.ts'
import type { LakeDocument } from '../store/document.ts'
import { randomId } from '../store/random.ts'
import type { Store } from '../store/store.ts'
import { assetDocument, assetFileName, assetIdOf, type UploadFacts } from './asset-document.ts'
import { measureImage } from './image-facts.ts'
import { sniff, SNIFFED_BYTES } from './sniff.ts'

export interface UploadPlace {
  /** Holds `incoming` and `originals`. */
  folder: string
  projectId: string
  dataset: string
  bytesMax: number
}

export const originalsFolder = (folder: string) => path.join(folder, 'originals')
const incomingFolder = (folder: string) => path.join(folder, 'incoming')

/** Makes the folders, and throws away what earlier uploads left unfinished. */
export function prepareAssetFolder(folder: string): void {
  rmSync(incomingFolder(folder), { recursive: true, force: true })
  mkdirSync(incomingFolder(folder), { recursive: true })
  mkdirSync(originalsFolder(folder), { recursive: true })
}

/**
 * @param wantsImage from the endpoint: `images` takes pictures only, `files` takes any accepted kind
 * @throws PufaError `lake.asset-refused`, `lake.asset-too-large`, `lake.upload-incomplete`
 */
export async function receiveUpload(
  request: IncomingMessage,
  upload: { wantsImage: boolean; query: URLSearchParams; party: Party },
  place: UploadPlace,
  store: Store,
): Promise<LakeDocument> {
  const incoming = path.join(incomingFolder(place.folder), randomId())
  try {
    const { sha1, bytes, head } = await writeIncoming(request, incoming, place.bytesMax)
    const kind = sniff(head, upload.query.get('filename') ?? '')
    if (!kind || (upload.wantsImage && !kind.isImage)) throw failLake('lake.asset-refused')
    const image = upload.wantsImage ? await measureImage(incoming, kind, bytes) : null
    const facts: UploadFacts = { sha1, bytes, kind, image, query: upload.query }
    const fileName = assetFileName(facts)
    const known = store.documents.get(assetIdOf(fileName) ?? '')
    await rename(incoming, path.join(originalsFolder(place.folder), fileName))
    await syncFolder(originalsFolder(place.folder))
    if (known) return known
    const document = assetDocument(facts, { ...place, uploadId: randomId(32) })
    await store.mutate([{ createIfNotExists: document }], {
      transactionId: null,
      party: upload.party,
      requestSha256: '',
      dryRun: false,
      makesArrayKeys: false,
    })
    const stored = store.documents.get(document._id)
    if (!stored) throw failLake('lake.internal', { reason: 'asset document missing after commit' })
    return stored
  } finally {
    await rm(incoming, { force: true })
  }
}

async function writeIncoming(request: IncomingMessage, file: string, bytesMax: number) {
  const sha1 = createHash('sha1')
  const heads: Buffer[] = []
  let bytes = 0
  const handle = await open(file, 'wx')
  try {
    for await (const chunk of piecesOf(request)) {
      if (bytes < SNIFFED_BYTES) heads.push(chunk)
      bytes += chunk.length
      if (bytes > bytesMax) throw failLake('lake.asset-too-large', { bytesMax })
      sha1.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } catch (error) {
    const isCut = error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    if (isCut) throw failLake('lake.upload-incomplete', {}, error)
    throw isFull ? failLake('lake.disk-full', {}, error) : error
  } finally {
    await handle.close()
  }
  if (!request.complete || bytes === 0) throw failLake('lake.upload-incomplete')
  return { sha1: sha1.digest('hex'), bytes, head: Buffer.concat(heads).subarray(0, SNIFFED_BYTES) }
}

/** So that the new name itself survives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
