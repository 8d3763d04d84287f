/**
 * @file Takes an upload: to a temporary file, measured, then into its place, then into the dataset.
 *
 * A file is named by its content. Order: the file is whole on the disk before the document exists; an
 * upload that is cut off or refused leaves nothing; what a power cut left in `incoming` goes at the next start,
 * and what it left in `originals` without a document goes with the sweep (upkeep/asset-sweep.ts).
 */
import { mkdirSync, rmSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Party } from '../access/party.ts'
import { failLake } from '../../contracts/errors/lake.ts'
import { Gate } from '../gate.ts'
import type { LakeDocument } from '../store/document.ts'
import { randomId } from '../store/random.ts'
import type { Store } from '../store/store.ts'
import { assetDocument, assetFileName, assetIdOf, type UploadFacts } from './asset-document.ts'
import { measureImage } from './image-facts.ts'
import { checkRoom, readWritten, realDisk, writeIncoming, type Disk, type Written } from './incoming.ts'
import { sniff } from './sniff.ts'
import type { Turns } from './turns.ts'

const UPLOADS_RUNNING_MAX = 32
const MEASURED_AT_ONCE = 2

export interface UploadPlace {
  /** Holds `incoming` and `originals`. */
  folder: string
  projectId: string
  dataset: string
  bytesMax: number
  /** Pictures have a limit of their own: they are decoded whole. */
  imageBytesMax: number
  /** Shared with the sweep. */
  turns: Turns
  /** Told of an asset that is uploaded once more: its time of grace begins anew. */
  wanted: (assetId: string) => void
  /** Absent: the real one. */
  disk?: Disk
}

export interface Upload {
  /** From the endpoint: `images` takes pictures only, `files` takes any accepted kind. */
  wantsImage: boolean
  query: URLSearchParams
  party: Party
}

export const originalsFolder = (folder: string) => path.join(folder, 'originals')
export const incomingFolder = (folder: string) => path.join(folder, 'incoming')

/** Makes the folders, and throws away what earlier uploads left unfinished. */
export function prepareAssetFolder(folder: string): void {
  rmSync(incomingFolder(folder), { recursive: true, force: true })
  mkdirSync(incomingFolder(folder), { recursive: true })
  mkdirSync(originalsFolder(folder), { recursive: true })
}

export interface Receiver {
  /** Takes the body of a request. */
  receive(request: IncomingMessage, upload: Upload): Promise<LakeDocument>
  /** Takes a file that has come in parts and lies beside `incoming`; it is left where it is. */
  admit(file: string, upload: Upload): Promise<LakeDocument>
}

/** @returns bytes that a picture, or another file, may have */
export const bytesMaxOf = (
  { bytesMax, imageBytesMax }: Pick<UploadPlace, 'bytesMax' | 'imageBytesMax'>,
  wantsImage: boolean,
) => (wantsImage ? Math.min(imageBytesMax, bytesMax) : bytesMax)

/**
 * @returns takes uploads; rejects with a PufaError `lake.asset-refused`, `lake.asset-too-large`,
 *          `lake.upload-incomplete`, `lake.disk-full`, `lake.too-many-uploads`, or those of a commit
 */
export function createReceiver(place: UploadPlace, store: Store): Receiver {
  const uploads = new Gate(UPLOADS_RUNNING_MAX, 0)
  const measuring = new Gate(MEASURED_AT_ONCE, UPLOADS_RUNNING_MAX)
  const refuse = () => failLake('lake.too-many-uploads')
  const disk = place.disk ?? realDisk

  async function receive(request: IncomingMessage, upload: Upload): Promise<LakeDocument> {
    const bytesMax = bytesMaxOf(place, upload.wantsImage)
    await checkRoom(request, place.folder, bytesMax, disk)
    const incoming = path.join(incomingFolder(place.folder), randomId())
    try {
      return await judge(incoming, await writeIncoming(request, incoming, bytesMax, disk), upload)
    } finally {
      await rm(incoming, { force: true })
    }
  }

  /** The one way in, however the bytes came. */
  async function judge(incoming: string, written: Written, upload: Upload): Promise<LakeDocument> {
    const { sha1, sha256, bytes, head } = written
    const kind = sniff(head, upload.query.get('filename') ?? '')
    if (!kind || (upload.wantsImage && !kind.isImage)) throw failLake('lake.asset-refused')
    const image = upload.wantsImage
      ? await measuring.pass(() => measureImage(incoming, kind, bytes), refuse)
      : null
    const facts: UploadFacts = { sha1, sha256, bytes, kind, image, query: upload.query }
    return place.turns.take(assetFileName(facts), () => keep(incoming, facts, upload.party))
  }

  /** Under a second name, so that the file of the parts is still there when the document cannot be written. */
  async function admit(file: string, upload: Upload): Promise<LakeDocument> {
    const incoming = path.join(incomingFolder(place.folder), randomId())
    try {
      await link(file, incoming)
      return await judge(incoming, await readWritten(incoming), upload)
    } finally {
      await rm(incoming, { force: true })
    }
  }

  /** In its turn. Where the document cannot be written, the file goes too. */
  async function keep(incoming: string, facts: UploadFacts, party: Party): Promise<LakeDocument> {
    const fileName = assetFileName(facts)
    const file = path.join(originalsFolder(place.folder), fileName)
    const known = store.documents.get(assetIdOf(fileName) ?? '')
    // The name is a SHA-1, for which other bytes can be made: they may not take the place of approved ones.
    if (known && (known['sha256'] ?? facts.sha256) !== facts.sha256) throw failLake('lake.asset-refused')
    await rename(incoming, file)
    await syncFolder(originalsFolder(place.folder))
    if (known) {
      place.wanted(known._id)
      return known
    }
    const document = assetDocument(facts, { ...place, uploadId: randomId(32) })
    try {
      await store.mutate([{ createIfNotExists: document }], {
        transactionId: null,
        party,
        requestSha256: '',
        dryRun: false,
        makesArrayKeys: false,
      })
    } catch (error) {
      if (!store.documents.has(document._id)) await rm(file, { force: true })
      throw error
    }
    const stored = store.documents.get(document._id)
    if (!stored) throw failLake('lake.internal', { reason: 'asset document missing after commit' })
    return stored
  }

  return {
    receive: (request, upload) => uploads.pass(() => receive(request, upload), refuse),
    admit: (file, upload) => uploads.pass(() => admit(file, upload), refuse),
  }
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
