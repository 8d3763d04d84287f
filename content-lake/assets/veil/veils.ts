/**
 * @file What of each file is kept from those who are not signed in: the places, cameras and persons that
 * photographs and films tell of.
 *
 * Invariant: a veiled file has the length of the file itself and shows the same picture the same way up.
 * What was uploaded stays as it is on the disk, so exports and backups are true to it.
 */
import path from 'node:path'
import { veilAvif } from './avif.ts'
import { withBytes, type FileBytes } from './bytes.ts'
import { veilFilm } from './film.ts'
import { veilGif } from './gif.ts'
import { veilJpeg } from './jpeg.ts'
import type { Patch } from './patch.ts'
import { veilPng } from './png.ts'
import { veilWebp } from './webp.ts'

const BY_EXTENSION: Readonly<Record<string, (file: FileBytes) => Promise<Patch[]>>> = {
  '.jpg': veilJpeg,
  '.png': veilPng,
  '.webp': veilWebp,
  '.gif': veilGif,
  '.avif': veilAvif,
  '.mp4': veilFilm,
  '.mov': veilFilm,
  '.m4a': veilFilm,
}
const REMEMBERED_MAX = 500

export class Veils {
  /** File → what lies over it, least recently used first: a file named by its content never changes. */
  readonly #known = new Map<string, Promise<Patch[]>>()

  /** @throws Error for a file that cannot be understood: then nothing of it may be shown */
  of(file: string): Promise<readonly Patch[]> {
    const veil = BY_EXTENSION[path.extname(file)]
    if (!veil) return Promise.resolve([])
    const known = this.#known.get(file) ?? withBytes(file, veil)
    this.#known.delete(file)
    this.#known.set(file, known)
    // A failure may have been the disk's; it is tried again.
    known.catch(() => this.#known.delete(file))
    const [eldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED_MAX && eldest !== undefined) this.#known.delete(eldest)
    return known
  }
}
