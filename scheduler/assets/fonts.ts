/**
 * @file The fonts of the screens: one file has the letters of many screens, and is made only when a letter
 * is wanted that no font has.
 *
 * A screen keeps its font as long as that has all its letters; else it takes the smallest that has them;
 * else one is made, for all screens that ask within a moment together, with the letters of their earlier
 * fonts, so that a letter which comes back costs nothing. Until it is there a screen goes on with the one
 * it has: single letters then come from the box's own fonts.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { Log } from '../../contracts/part.ts'
import { fontFamily, type Fonts } from '../compile/font.ts'
import type { Letters } from '../compile/letters.ts'
import { atomically } from '../store/database.ts'
import type { FontThread } from './font-thread.ts'
import { assetPath } from './records.ts'

const schema = `
CREATE TABLE IF NOT EXISTS font (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  letters TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS screenFont (screen TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
`
export const fontBytesMax = 600_000
/** So many letters stay below the bytes, and hardly any bureau uses as many. */
const lettersMax = 4_000
const unusedMax = 10
const retryMs = 60_000
const type = 'font/woff2'

export interface FontParts {
  database: DatabaseSync
  /** Where assets lie, under the hash of their bytes. */
  folder: string
  thread: FontThread
  log: Log
  /** How long requests are gathered before a font is made of them. */
  gatherMs: number
  /** Called with the screens whose font is another one. */
  ready(screens: readonly string[]): void
}

export interface FontStore extends Fonts {
  /** Whether that font has all these letters, or all of them that the typeface has. */
  isWhole(sha256: string, letters: Letters): boolean
  close(): void
}

interface Face {
  asset: ManifestAsset
  /** All that were asked for, also those that the typeface lacks: they are not asked for again. */
  letters: ReadonlySet<string>
}

const lettersIn = (letters: Letters): string[] => [...new Set(letters.flatMap((set) => [...set]))]
const sorted = (letters: Iterable<string>): string => [...letters].sort().join('')

export function fontStore(parts: FontParts): FontStore {
  const { database, folder, thread, log, gatherMs, ready } = parts
  database.exec(schema)
  const insert = database.prepare('INSERT OR REPLACE INTO font (sha256, bytes, letters) VALUES (?, ?, ?)')
  // Players fetch it as they fetch a picture.
  const insertAsset = database.prepare(
    'INSERT OR REPLACE INTO rendition (request, sha256, bytes, type) VALUES (?, ?, ?, ?)',
  )
  const assign = database.prepare('INSERT OR REPLACE INTO screenFont (screen, sha256) VALUES (?, ?)')
  const forget = database.prepare('DELETE FROM font WHERE sha256 = ?')
  const forgetAsset = database.prepare('DELETE FROM rendition WHERE request = ?')
  const faces = new Map<string, Face>()
  const worn = new Map<string, string>()
  const wanted = new Map<string, Letters>()
  /** Which faces have all of a set; sets are asked about again and again. */
  const covering = new WeakMap<ReadonlySet<string>, Map<string, boolean>>()
  let timer: NodeJS.Timeout | undefined
  let busy = false
  let closed = false

  const fileOf = (sha256: string) => join(folder, sha256)
  const assetOf = (sha256: string, bytes: number) => ({ sha256, bytes, type, url: assetPath + sha256 })
  for (const row of database.prepare('SELECT sha256, bytes, letters FROM font').all()) {
    const { sha256, bytes, letters } = row as unknown as { sha256: string; bytes: number; letters: string }
    if (existsSync(fileOf(sha256)))
      faces.set(sha256, { asset: assetOf(sha256, bytes), letters: new Set(letters) })
  }
  for (const row of database.prepare('SELECT screen, sha256 FROM screenFont').all() as Record<
    string,
    string
  >[])
    worn.set(row['screen'] ?? '', row['sha256'] ?? '')

  function coversSet(face: Face, letters: ReadonlySet<string>): boolean {
    const known = covering.get(letters) ?? new Map<string, boolean>()
    covering.set(letters, known)
    const { sha256 } = face.asset
    const found = known.get(sha256) ?? [...letters].every((letter) => face.letters.has(letter))
    known.set(sha256, found)
    return found
  }

  const covers = (face: Face, letters: Letters): boolean => letters.every((set) => coversSet(face, set))

  function smallest(letters: Letters): Face | null {
    const fitting = [...faces.values()].filter((face) => covers(face, letters))
    return fitting.sort((a, b) => a.asset.bytes - b.asset.bytes)[0] ?? null
  }

  function wear(screen: string, { asset }: Face): ManifestAsset {
    if (worn.get(screen) !== asset.sha256) {
      worn.set(screen, asset.sha256)
      assign.run(screen, asset.sha256)
    }
    return asset
  }

  /** The letters of as many screens as one font holds, and those screens; what is left waits. */
  function order(): { letters: Set<string>; screens: string[] } {
    const letters = new Set<string>()
    const screens: string[] = []
    /** Many screens want the same. */
    const whole = new Set<ReadonlySet<string>>()
    for (const [screen, own] of wanted) {
      const more = lettersIn(own.filter((set) => !whole.has(set))).filter((letter) => !letters.has(letter))
      if (screens.length > 0 && letters.size + more.length > lettersMax) continue
      // One screen with more letters than a font holds has the rest from the box.
      const room = lettersMax - letters.size
      for (const letter of more.slice(0, room)) letters.add(letter)
      if (more.length <= room) for (const set of own) whole.add(set)
      screens.push(screen)
    }
    for (const screen of screens) {
      const earlier = faces.get(worn.get(screen) ?? '')?.letters ?? []
      for (const letter of earlier) if (letters.size < lettersMax) letters.add(letter)
    }
    return { letters, screens }
  }

  async function keep(made: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(made).digest('hex')
    const part = join(folder, `${sha256}.part`)
    try {
      const file = await open(part, 'w')
      await file.write(made)
      await file.sync()
      await file.close()
      await rename(part, fileOf(sha256))
    } finally {
      await rm(part, { force: true })
    }
    return sha256
  }

  /** Fonts that no screen wears any more, the oldest first. */
  async function tidy(): Promise<void> {
    const used = new Set(worn.values())
    const unused = [...faces.keys()].filter((sha256) => !used.has(sha256))
    for (const sha256 of unused.slice(0, Math.max(0, unused.length - unusedMax))) {
      faces.delete(sha256)
      forget.run(sha256)
      forgetAsset.run(`font ${sha256}`)
      await rm(fileOf(sha256), { force: true })
    }
  }

  async function make(): Promise<void> {
    const { letters, screens } = order()
    const text = sorted(letters)
    const made = await thread.make({ family: fontFamily, letters: text })
    if (closed) return
    if (made.length > fontBytesMax)
      log.warn({ bytes: made.length, letters: letters.size }, 'a font is larger than it should be')
    const sha256 = await keep(made)
    if (closed) return
    const face: Face = { asset: assetOf(sha256, made.length), letters }
    // What one font cannot hold is not asked for again and again.
    const [first = ''] = screens
    if (screens.length === 1) for (const letter of lettersIn(wanted.get(first) ?? [])) letters.add(letter)
    faces.set(sha256, face)
    atomically(database, () => {
      insert.run(sha256, made.length, sorted(letters))
      insertAsset.run(`font ${sha256}`, sha256, made.length, type)
      for (const screen of screens) wear(screen, face)
    })
    for (const screen of screens) wanted.delete(screen)
    await tidy()
    ready(screens)
  }

  function soon(ms: number): void {
    if (busy || closed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      busy = true
      make()
        .then(
          () => gatherMs,
          (error: unknown) => {
            if (!closed) log.warn({ error: String(error) }, 'a font was not made')
            return retryMs
          },
        )
        .then((pause) => {
          busy = false
          if (wanted.size > 0) soon(pause)
        })
    }, ms)
    timer.unref()
  }

  return {
    find(screen, letters) {
      const own = faces.get(worn.get(screen) ?? '')
      const face = own && covers(own, letters) ? own : smallest(letters)
      if (face) {
        wanted.delete(screen)
        return wear(screen, face)
      }
      if (!wanted.has(screen)) soon(gatherMs)
      wanted.set(screen, letters)
      return own?.asset ?? null
    },
    isWhole(sha256, letters) {
      const face = faces.get(sha256)
      return face !== undefined && covers(face, letters)
    },
    close() {
      closed = true
      clearTimeout(timer)
      thread.close()
    },
  }
}
