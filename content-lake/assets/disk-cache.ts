/**
 * @file Keeps made pictures on disk, up to so many bytes; the least recently used go first.
 *
 * A file is written under another name and renamed, and ends with the hash of what it holds: what a power cut
 * left half on the disk, or what rotted there, is never served but made again. Its loss costs time, never
 * content, so nothing is synced and a backup may leave it out.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '../../contracts/part.ts'
import { randomId } from '../store/random.ts'

export class DiskCache {
  readonly #folder: string
  readonly #bytesMax: number
  readonly #log: Log
  /** Name → bytes, least recently used first. */
  readonly #entries = new Map<string, number>()
  readonly #making = new Map<string, Promise<Buffer>>()
  #bytes = 0

  constructor(folder: string, bytesMax: number, log: Log) {
    this.#folder = folder
    this.#bytesMax = bytesMax
    this.#log = log
    mkdirSync(folder, { recursive: true })
    const found = readdirSync(folder).map((name) => ({ name, stat: statSync(path.join(folder, name)) }))
    found.sort((a, b) => a.stat.mtimeMs - b.stat.mtimeMs)
    for (const { name, stat } of found)
      if (name.endsWith('.part')) rmSync(path.join(folder, name), { force: true })
      else this.#add(name, stat.size)
  }

  get bytes(): number {
    return this.#bytes
  }

  /** What was made for `key`; made now, once, however many ask at the same time. Errors are not kept. */
  async get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const name = createHash('sha256').update(key).digest('hex')
    const running = this.#making.get(name)
    if (running) return running
    const promise = this.#readOrMake(name, make).finally(() => this.#making.delete(name))
    this.#making.set(name, promise)
    return promise
  }

  async #readOrMake(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const bytes = this.#entries.get(name)
    if (bytes !== undefined) {
      this.#entries.delete(name)
      this.#entries.set(name, bytes)
      try {
        return unsealed(await readFile(path.join(this.#folder, name)))
      } catch (error) {
        this.#log.warn({ reason: String(error) }, 'a cached picture is gone and is made again')
        this.#entries.delete(name)
        this.#bytes -= bytes
      }
    }
    const made = await make()
    await this.#write(name, made)
    return made
  }

  /** A full disk must not keep a picture from being shown. */
  async #write(name: string, content: Buffer): Promise<void> {
    const part = path.join(this.#folder, `${name}.${randomId(6)}.part`)
    try {
      const held = sealed(content)
      await writeFile(part, held)
      await rename(part, path.join(this.#folder, name))
      this.#add(name, held.length)
      await this.#evict()
    } catch (error) {
      this.#log.warn({ reason: String(error) }, 'a picture could not be cached')
      await rm(part, { force: true })
    }
  }

  #add(name: string, bytes: number): void {
    this.#entries.set(name, bytes)
    this.#bytes += bytes
  }

  async #evict(): Promise<void> {
    for (const [name, bytes] of this.#entries) {
      if (this.#bytes <= this.#bytesMax) return
      this.#entries.delete(name)
      this.#bytes -= bytes
      await rm(path.join(this.#folder, name), { force: true })
    }
  }
}

const SEAL_BYTES = 32

const sealOf = (content: Buffer) => createHash('sha256').update(content).digest()
const sealed = (content: Buffer) => Buffer.concat([content, sealOf(content)])

function unsealed(held: Buffer): Buffer {
  const content = held.subarray(0, Math.max(0, held.length - SEAL_BYTES))
  if (!sealOf(content).equals(held.subarray(content.length))) throw new Error('its hash is wrong')
  return content
}
