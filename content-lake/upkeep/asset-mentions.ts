/**
 * @file Which assets the history can still bring back: the last transaction in which each document named each.
 *
 * Follows the log from where it stood, a page at a time, so a large log is read once in its life and holds up
 * nobody. When the log drops a document's old content, what only that content named is mentioned no more.
 */
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'

const PAGE = 200
const MENTION = /"_ref":"((?:image|file)-[0-9a-f]{40}-[A-Za-z0-9-]{1,40})"/g
const TABLES = `
CREATE TABLE IF NOT EXISTS asset_mentions(
  asset_id TEXT NOT NULL, document_id TEXT NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY(asset_id, document_id)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asset_mentions_read(
  one INTEGER PRIMARY KEY CHECK(one = 1), seq INTEGER NOT NULL) STRICT;
INSERT OR IGNORE INTO asset_mentions_read(one, seq) VALUES(1, 0);
`

export class AssetMentions {
  readonly #database: DatabaseSync
  readonly #statements

  constructor(database: DatabaseSync) {
    database.exec(TABLES)
    this.#database = database
    this.#statements = {
      read: database.prepare('SELECT seq FROM asset_mentions_read'),
      advance: database.prepare('UPDATE asset_mentions_read SET seq = ?'),
      put: database.prepare(
        'INSERT OR REPLACE INTO asset_mentions(asset_id, document_id, seq) VALUES(?,?,?)',
      ),
      // A transaction is read whole: its documents have one number.
      last: database.prepare(
        `SELECT max(seq) AS seq FROM (SELECT DISTINCT seq FROM transaction_documents
         WHERE seq > ? ORDER BY seq LIMIT ${PAGE})`,
      ),
      page: database.prepare(
        `SELECT seq, document_id, after FROM transaction_documents
         WHERE seq > ? AND seq <= ? AND after LIKE '%"_ref":"%'`,
      ),
      mentioned: database.prepare(
        `SELECT 1 AS found FROM asset_mentions m
         JOIN transaction_documents t ON t.document_id = m.document_id AND t.seq = m.seq
         WHERE m.asset_id = ? AND t.after IS NOT NULL LIMIT 1`,
      ),
    }
  }

  /** Reads on to the end of the log. */
  async catchUp(): Promise<void> {
    while (this.#readPage()) await setImmediate()
  }

  /** Only after `catchUp`. */
  has(assetId: string): boolean {
    return this.#statements.mentioned.get(assetId) !== undefined
  }

  #readPage(): boolean {
    const { read, last, page, put, advance } = this.#statements
    const from = Number(read.get()?.['seq'] ?? 0)
    const to = last.get(from)?.['seq']
    if (to === null || to === undefined) return false
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      for (const { seq, document_id: documentId, after } of page.all(from, Number(to)))
        for (const [, assetId = ''] of String(after).matchAll(MENTION))
          put.run(assetId, String(documentId), Number(seq))
      advance.run(Number(to))
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
    return true
  }
}
