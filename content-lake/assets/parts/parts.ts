/**
 * @file Uploads that come in parts (tus 1.0: core, creation, expiration, termination), over a line that drops.
 *
 * A part is taken where the last one ended and nowhere else; what is told as taken is on the disk. A part
 * that is cut off keeps what came of it. The next question about an upload ends a part that still hangs in a
 * dead connection. Whole, the bytes go the way of every upload (upload.ts), so nothing is checked less, and
 * asking once more for what is finished gives the same document. All of it is the owner's: to another
 * account it does not exist.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { failLake } from '../../../contracts/errors/lake.ts'
import { PufaError } from '../../../contracts/errors/registry.ts'
import type { Clock, Log } from '../../../contracts/part.ts'
import type { Party } from '../../access/party.ts'
import type { Documents } from '../../store/documents.ts'
import type { LakeDocument } from '../../store/document.ts'
import { randomId } from '../../store/random.ts'
import { RESERVED_BYTES, tooLarge, type Disk } from '../incoming.ts'
import { bytesMaxOf, type Receiver, type UploadPlace } from '../upload.ts'
import { appendPart } from './append.ts'
import { Beginnings, checkAccount, promisedBytes, type PartsBounds } from './bounds.ts'
import { expiryOf, readRecord, writeRecord, type PartsRecord } from './record.ts'

export interface Beginning {
  wantsImage: boolean
  length: number
  /** `filename` and what else an asset's document is told. */
  about: URLSearchParams
}

export interface PartsPlace extends PartsBounds, Pick<UploadPlace, 'folder' | 'bytesMax' | 'imageBytesMax'> {
  disk: Disk
  documents: Documents
  receiver: Receiver
  clock: Clock
  log: Log
}

interface Running {
  record: PartsRecord
  /** Ends the part that is coming in, and waits until what came of it is on the disk. */
  part: { leave(): void; done: Promise<unknown> } | null
  finishing: Promise<LakeDocument> | null
}

const SWEEP_MS = 3600_000
/** These say something of the file; it would be refused again however often it came. */
const FINAL: ReadonlySet<string> = new Set(['lake.asset-refused', 'lake.asset-too-large'])

export class Parts {
  readonly #place: PartsPlace
  readonly #folder: string
  readonly #open = new Map<string, Running>()
  readonly #beginnings = new Beginnings()
  readonly #timer: NodeJS.Timeout

  constructor(place: PartsPlace) {
    this.#place = place
    this.#folder = path.join(place.folder, 'parts')
    mkdirSync(this.#folder, { recursive: true })
    this.#readFolder()
    const sweep = () =>
      void this.sweep().catch((error: unknown) =>
        place.log.warn({ reason: String(error) }, 'unfinished uploads could not be swept'),
      )
    sweep()
    this.#timer = setInterval(sweep, SWEEP_MS).unref()
  }

  /** @throws PufaError `lake.asset-too-large`, `lake.too-many-unfinished`, `lake.too-many-uploads`, `lake.disk-full` */
  async begin(party: Party, { wantsImage, length, about }: Beginning): Promise<PartsRecord> {
    const { disk, clock, folder } = this.#place
    const bytesMax = bytesMaxOf(this.#place, wantsImage)
    if (length > bytesMax) throw tooLarge(bytesMax)
    this.#beginnings.check(party.id, clock.now())
    await this.sweep()
    const records = [...this.#open.values()].map(({ record }) => record)
    checkAccount(records, party.id, length, this.#place)
    const wanted = length + promisedBytes(records) + RESERVED_BYTES
    if ((await disk.freeBytes(folder)) < wanted) throw failLake('lake.disk-full')
    const record: PartsRecord = {
      ...{ id: randomId(32), owner: party.id, wantsImage, length, offset: 0 },
      ...{ about: about.toString(), touchedAt: clock.now(), assetId: null },
    }
    const file = await disk.create(this.#bytesOf(record.id))
    await file.close()
    await writeRecord(this.#recordOf(record.id), record)
    this.#open.set(record.id, { record, part: null, finishing: null })
    return record
  }

  /** Where the next part begins. @throws PufaError `lake.upload-missing` */
  async look(party: Party, id: string): Promise<PartsRecord> {
    const running = this.#find(party, id)
    await this.#endPart(running)
    return running.record
  }

  /** @throws PufaError `lake.upload-missing`, `lake.upload-offset`, `lake.malformed-request`, `lake.disk-full` */
  async append(party: Party, id: string, offset: number, request: IncomingMessage): Promise<PartsRecord> {
    const running = this.#find(party, id)
    await this.#endPart(running)
    const { record } = running
    if (running.part !== null || offset !== record.offset)
      throw failLake('lake.upload-offset', { offset: record.offset })
    const announced = Number(request.headers['content-length'] ?? 0)
    if (offset + announced > record.length)
      throw failLake('lake.malformed-request', { reason: '这一段超出文件的长度' })
    const done = appendPart(request, {
      ...{ disk: this.#place.disk, file: this.#bytesOf(id), offset, length: record.length },
      kept: (reached) => this.#keep(record, reached),
    })
    running.part = { leave: () => request.destroy(), done }
    try {
      await done
    } finally {
      running.part = null
    }
    return record
  }

  /** All bytes are here: they become an asset. @throws as `Receiver.admit`, and `lake.upload-missing` */
  async finish(party: Party, id: string): Promise<LakeDocument> {
    const running = this.#find(party, id)
    await this.#endPart(running)
    // Two who ask, one of whom has lost the first answer, are given the same.
    running.finishing ??= this.#admit(running, party).finally(() => {
      running.finishing = null
    })
    return running.finishing
  }

  /** Nobody wants it any more. @throws PufaError `lake.upload-missing` */
  async giveUp(party: Party, id: string): Promise<void> {
    const running = this.#find(party, id)
    await this.#endPart(running)
    await running.finishing?.catch(() => undefined)
    await this.#remove(id)
  }

  /** Takes away what nobody has gone on with. */
  async sweep(): Promise<void> {
    const now = this.#place.clock.now()
    for (const [id, { record, part, finishing }] of this.#open)
      if (!part && !finishing && expiryOf(record, this.#place.keptMs) <= now) await this.#remove(id)
  }

  close(): void {
    clearInterval(this.#timer)
    for (const { part } of this.#open.values()) part?.leave()
  }

  async #admit({ record }: Running, party: Party): Promise<LakeDocument> {
    const { documents, receiver, clock } = this.#place
    const known = record.assetId === null ? undefined : documents.get(record.assetId)
    if (known) return known
    if (record.offset < record.length || record.assetId !== null) throw failLake('lake.upload-incomplete')
    try {
      const query = new URLSearchParams(record.about)
      const upload = { wantsImage: record.wantsImage, query, party }
      const document = await receiver.admit(this.#bytesOf(record.id), upload)
      Object.assign(record, { assetId: document._id, touchedAt: clock.now() })
      await writeRecord(this.#recordOf(record.id), record)
      await rm(this.#bytesOf(record.id), { force: true })
      return document
    } catch (error) {
      if (error instanceof PufaError && FINAL.has(error.code)) await this.#remove(record.id)
      throw error
    }
  }

  #find(party: Party, id: string): Running {
    const running = this.#open.get(id)
    if (!running || running.record.owner !== party.id) throw failLake('lake.upload-missing')
    return running
  }

  async #endPart({ part }: Running): Promise<void> {
    part?.leave()
    // Its own sender is told how it ended.
    await part?.done.catch(() => undefined)
  }

  async #keep(record: PartsRecord, offset: number): Promise<void> {
    const reached = { ...record, offset, touchedAt: this.#place.clock.now() }
    await writeRecord(this.#recordOf(record.id), reached)
    Object.assign(record, reached)
  }

  async #remove(id: string): Promise<void> {
    this.#open.delete(id)
    await rm(this.#bytesOf(id), { force: true })
    await rm(this.#recordOf(id), { force: true })
  }

  /** What an end in the middle has left: records go on, bytes without one go. */
  #readFolder(): void {
    for (const name of readdirSync(this.#folder).filter((each) => each.endsWith('.json'))) {
      const record = readRecord(path.join(this.#folder, name))
      if (!record || `${record.id}.json` !== name) continue
      const bytes = this.#bytesOf(record.id)
      if (record.assetId === null && !existsSync(bytes)) continue
      if (record.assetId === null) truncateSync(bytes, record.offset)
      this.#open.set(record.id, { record, part: null, finishing: null })
    }
    for (const name of readdirSync(this.#folder)) {
      const { name: id, ext } = path.parse(name)
      if (!this.#open.has(id) || !['.json', '.bytes'].includes(ext))
        rmSync(path.join(this.#folder, name), { force: true })
    }
  }

  #bytesOf(id: string): string {
    return path.join(this.#folder, `${id}.bytes`)
  }

  #recordOf(id: string): string {
    return path.join(this.#folder, `${id}.json`)
  }
}
