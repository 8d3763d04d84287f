/**
 * @file The last picture that each screen sent of what was on.
 *
 * What it is follows from its bytes, never from what the player calls it. One a screen; beyond a bound the
 * oldest make room.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'

const picturesMax = 2_000

export interface ScreenPicture {
  takenAt: Instant
  mime: string
  bytes: Uint8Array
}

export interface Pictures {
  /** @returns whether it is a picture at all */
  save(screen: string, bytes: Buffer): boolean
  get(screen: string): ScreenPicture | null
  takenAt(screen: string): Instant | null
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** @returns the type that the first bytes tell, `null` for what is no picture of ours */
export function pictureType(bytes: Buffer): string | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(png)) return 'image/png'
  const webp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return webp ? 'image/webp' : null
}

export function picturesOf(database: DatabaseSync, now: () => Instant): Pictures {
  database.exec(`
CREATE TABLE IF NOT EXISTS screenPicture (
  screen TEXT PRIMARY KEY,
  takenAt INTEGER NOT NULL,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS screenPictureByTime ON screenPicture (takenAt);
`)
  const save = database.prepare(
    'INSERT OR REPLACE INTO screenPicture (screen, takenAt, mime, bytes) VALUES (?, ?, ?, ?)',
  )
  const trim = database.prepare(
    `DELETE FROM screenPicture WHERE screen IN
       (SELECT screen FROM screenPicture ORDER BY takenAt DESC LIMIT -1 OFFSET ${picturesMax})`,
  )
  const find = database.prepare('SELECT takenAt, mime, bytes FROM screenPicture WHERE screen = ?')
  const taken = new Map<string, Instant>()
  for (const row of database.prepare('SELECT screen, takenAt FROM screenPicture').all() as {
    screen: string
    takenAt: Instant
  }[])
    taken.set(row.screen, row.takenAt)
  return {
    save(screen, bytes) {
      const mime = pictureType(bytes)
      if (!mime) return false
      save.run(screen, now(), mime, bytes)
      taken.set(screen, now())
      if (taken.size > picturesMax) trim.run()
      return true
    },
    get: (screen) => (find.get(screen) as ScreenPicture | undefined) ?? null,
    takenAt: (screen) => taken.get(screen) ?? null,
  }
}
