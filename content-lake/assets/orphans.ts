/**
 * @file Remembers since when an asset, or a file, is wanted by nothing, across restarts.
 *
 * `image-…` and `file-…` are ids of documents; a name with a dot is that of a file without a document.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'

const TABLE = `CREATE TABLE IF NOT EXISTS asset_orphans(
  name TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID`

export class Orphans {
  readonly #statements

  constructor(database: DatabaseSync) {
    database.exec(TABLE)
    this.#statements = {
      add: database.prepare('INSERT OR IGNORE INTO asset_orphans(name, since) VALUES(?,?)'),
      remove: database.prepare('DELETE FROM asset_orphans WHERE name = ?'),
      all: database.prepare('SELECT name, since FROM asset_orphans'),
    }
  }

  /** Name → since when. */
  all(): Map<string, Instant> {
    return new Map(this.#statements.all.all().map((row) => [String(row['name']), Number(row['since'])]))
  }

  /** Those named are orphans now, and no others: who is one already stays so since then. */
  keep(names: ReadonlySet<string>, now: Instant): void {
    for (const name of names) this.#statements.add.run(name, now)
    for (const name of this.all().keys()) if (!names.has(name)) this.#statements.remove.run(name)
  }

  /** Somebody wants it again: its time begins anew should it be left once more. */
  forget(name: string): void {
    this.#statements.remove.run(name)
  }
}
