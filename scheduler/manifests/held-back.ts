/**
 * @file The screens whose manifests would be too large, and the earlier playlists that they go on with.
 *
 * Those are on disk as long as they are in use, since the documents no longer say them: a restart must not
 * take them off the screens. A text is kept once for all screens that share it.
 */
import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import type { ManifestPart } from '../../contracts/manifest.ts'
import type { Part } from '../compile/parts.ts'
import type { TooHeavy } from '../compile/weight-warnings.ts'

const schema = `
CREATE TABLE IF NOT EXISTS heldPart (
  hash TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS heldPartOf (
  screen TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES heldPart (hash),
  PRIMARY KEY (screen, hash)
) STRICT, WITHOUT ROWID;
`

export interface Overweight extends TooHeavy {
  screen: string
}

export interface HeldBack {
  /** Earlier playlists that the screen goes on with. */
  parts(screen: string): Part[]
  /** The caller holds the transaction. */
  set(overweight: Overweight, earlier: readonly Part[]): void
  /** All of it fits again, or the screen is gone. The caller holds the transaction. */
  clear(screen: string): void
  all(): Overweight[]
}

const nothingUsed: ReadonlySet<string> = new Set()

export function heldBackOf(database: DatabaseSync): HeldBack {
  database.exec(schema)
  const find = database.prepare(
    'SELECT hash, text FROM heldPart JOIN heldPartOf USING (hash) WHERE screen = ? ORDER BY hash',
  )
  const keepText = database.prepare('INSERT OR IGNORE INTO heldPart (hash, text) VALUES (?, ?)')
  const keep = database.prepare('INSERT INTO heldPartOf (screen, hash) VALUES (?, ?)')
  const drop = database.prepare('DELETE FROM heldPartOf WHERE screen = ?')
  const dropText = database.prepare(
    'DELETE FROM heldPart WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM heldPartOf WHERE hash = heldPart.hash)',
  )
  const hashesOf = database.prepare('SELECT hash FROM heldPartOf WHERE screen = ? ORDER BY hash')
  const known = database.prepare('SELECT DISTINCT screen FROM heldPartOf').all() as { screen: string }[]
  /** Screens of which something may stand on disk; all others cost nothing. An undone write leaves it true. */
  const written = new Set(known.map(({ screen }) => screen))
  const all = new Map<string, Overweight>()

  function write(screen: string, earlier: readonly Part[]): void {
    const before = (hashesOf.all(screen) as { hash: string }[]).map(({ hash }) => hash)
    const after = earlier.map(({ hash }) => hash).sort()
    if (isDeepStrictEqual(before, after)) return
    written.add(screen)
    drop.run(screen)
    for (const { hash, text } of earlier) {
      keepText.run(hash, text)
      keep.run(screen, hash)
    }
    for (const hash of before) dropText.run(hash)
  }

  return {
    parts: (screen) =>
      (find.all(screen) as { hash: string; text: string }[]).map(({ hash, text }) => ({
        ...{ hash, text, used: nothingUsed },
        content: JSON.parse(text) as ManifestPart,
      })),
    set(overweight, earlier) {
      all.set(overweight.screen, overweight)
      write(overweight.screen, earlier)
    },
    clear(screen) {
      all.delete(screen)
      if (written.has(screen)) write(screen, [])
    },
    all: () => [...all.values()],
  }
}
