/** @file The damages that the doctor must find: what is done to a healthy folder, and what it is to be called. */
import { readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../content-lake/store/database.ts'
import { Ledger } from '../../content-lake/store/ledger.ts'
import { openSigningKey } from '../../scheduler/manifests/keys.ts'

export interface Hurt {
  folder: string
  picture: string
  lake: string
}

/** Changes the database past every guard, and leaves the guards as they were. */
function behindTheBack({ folder, lake }: Hurt, sql: string): void {
  const database = new DatabaseSync(lake, { enableForeignKeyConstraints: false })
  for (const table of ['transactions', 'transaction_documents'])
    database.exec(`DROP TRIGGER ${table}_no_update; DROP TRIGGER ${table}_no_delete`)
  database.exec(sql)
  database.close()
  openDatabase(folder, null).close()
}

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  writeFileSync(file, bytes)
}

/** Writes a document without any check. */
function commit(folder: string, id: string, content: object): void {
  const database = openDatabase(folder, null)
  const time = '2026-01-01T00:00:00.000Z'
  const after = { _id: id, _type: 'x', _rev: id, _createdAt: time, _updatedAt: time, ...content }
  new Ledger(database).write({
    ...{ transactionId: id, author: 'x', timestamp: time, requestSha256: '', results: [] },
    changes: [{ id, before: null, after, mutations: [] }],
  })
  database.close()
}

export interface Damage {
  what: string
  code: string
  names?: string
  note?: true
  hurt: (at: Hurt) => void
}

export const damages: readonly Damage[] = [
  {
    what: 'a byte of a picture that flipped',
    code: 'asset-damaged',
    names: 'wall.png',
    hurt: ({ picture }) => flipByte(picture, statSync(picture).size - 20),
  },
  {
    what: 'a picture cut short',
    code: 'asset-damaged',
    names: 'wall.png',
    hurt: ({ picture }) => truncateSync(picture, 10),
  },
  { what: 'a picture deleted', code: 'asset-missing', names: 'wall.png', hurt: (at) => rmSync(at.picture) },
  {
    what: 'a database cut short',
    code: 'database-damaged',
    names: 'lake.db',
    hurt: ({ lake }) => truncateSync(lake, Math.floor(statSync(lake).size / 8192) * 4096),
  },
  {
    what: 'the last page of the database half written',
    code: 'database-damaged',
    names: 'lake.db',
    hurt: ({ lake }) => truncateSync(lake, statSync(lake).size - 2048),
  },
  {
    what: 'a page in the middle that was written over',
    code: 'database-damaged',
    hurt: ({ lake }) => {
      const bytes = readFileSync(lake)
      bytes.fill(0x5a, 4096 * 3, 4096 * 4)
      writeFileSync(lake, bytes)
    },
  },
  {
    what: 'one flipped letter inside a long text, which SQLite itself does not see',
    code: 'log-changed',
    hurt: ({ lake }) => {
      const bytes = readFileSync(lake)
      // The words stand in `documents` and in the log: the last ones are one of them.
      const at = bytes.lastIndexOf(Buffer.from('条'.repeat(500)))
      flipByte(lake, at + 600)
    },
  },
  {
    what: 'a document changed behind the back of the log',
    code: 'document-differs',
    names: 'question-7',
    hurt: (at) =>
      behindTheBack(at, `UPDATE documents SET json = replace(json, '第 7 问', '改') WHERE id = 'question-7'`),
  },
  {
    what: 'a document slipped in past the log',
    code: 'document-differs',
    names: 'slipped',
    hurt: (at) => behindTheBack(at, `INSERT INTO documents VALUES('slipped', 'x', '{}')`),
  },
  {
    what: 'a document taken out past the log',
    code: 'document-missing',
    names: 'question-28',
    hurt: (at) => behindTheBack(at, `DELETE FROM documents WHERE id = 'question-28'`),
  },
  {
    what: 'a row of the log removed',
    code: 'log-row-missing',
    names: '第 5 号',
    hurt: (at) =>
      behindTheBack(
        at,
        `DELETE FROM transaction_documents WHERE seq = 5; DELETE FROM transactions WHERE seq = 5`,
      ),
  },
  {
    what: 'the last row of the log removed, with what it did put back',
    code: 'log-row-missing',
    hurt: (at) =>
      behindTheBack(
        at,
        `INSERT INTO documents SELECT document_id, 'question', after FROM transaction_documents
           WHERE document_id = 'question-29' AND after IS NOT NULL;
         DELETE FROM transaction_documents WHERE seq = (SELECT max(seq) FROM transactions);
         DELETE FROM transactions WHERE seq = (SELECT max(seq) FROM transactions)`,
      ),
  },
  {
    what: 'an author changed in the log',
    code: 'log-changed',
    names: '第 9 号',
    hurt: (at) => behindTheBack(at, `UPDATE transactions SET author = 'another' WHERE seq = 9`),
  },
  {
    what: 'words changed in the log and hashed anew beside, but not in the row of the transaction',
    code: 'log-changed',
    names: '第 9 号',
    hurt: (at) => behindTheBack(at, `UPDATE transaction_documents SET after_sha256 = 'ab' WHERE seq = 9`),
  },
  {
    what: 'contents taken out of the log before their time',
    code: 'log-content-missing',
    names: 'question-3',
    hurt: ({ lake }) => {
      const database = new DatabaseSync(lake)
      // The guard lets superseded contents go; only the horizon says when.
      database.exec(`UPDATE transaction_documents SET after = NULL, mutations = NULL
        WHERE document_id = 'question-3' AND seq < (SELECT max(seq) FROM transaction_documents
        WHERE document_id = 'question-3')`)
      database.close()
    },
  },
  {
    what: 'a reference to nothing',
    code: 'reference-dangling',
    names: 'nobody',
    hurt: ({ folder }) => commit(folder, 'lost', { to: { _ref: 'nobody' } }),
  },
  {
    what: 'the last row of the log removed with all that it wrote, and another one written after it',
    code: 'log-row-missing',
    hurt: (at) => {
      commit(at.folder, 'in-between', {})
      behindTheBack(
        at,
        `DELETE FROM documents WHERE id = 'in-between';
         DELETE FROM transaction_documents WHERE document_id = 'in-between';
         DELETE FROM transactions WHERE seq = (SELECT max(seq) FROM transactions)`,
      )
      commit(at.folder, 'after', {})
    },
  },
  {
    what: 'the lake gone',
    code: 'database-missing',
    names: 'lake.db',
    hurt: ({ lake }) => rmSync(lake),
  },
  {
    what: "the screens' database damaged",
    code: 'database-damaged',
    names: 'signage/signage.db',
    hurt: ({ folder }) => flipByte(path.join(folder, 'signage', 'signage.db'), 3),
  },
  {
    what: 'the signing key gone',
    code: 'key-missing',
    hurt: ({ folder }) => rmSync(path.join(folder, 'signage', 'manifest-key.pem')),
  },
  {
    what: 'the signing key damaged',
    code: 'key-damaged',
    hurt: ({ folder }) => flipByte(path.join(folder, 'signage', 'manifest-key.pem'), 60),
  },
  {
    what: 'the signing key of before a rotation',
    code: 'key-old',
    hurt: ({ folder }) => {
      const key = path.join(folder, 'signage', 'manifest-key.pem')
      const old = readFileSync(key)
      openSigningKey(path.join(folder, 'signage')).rotate()
      writeFileSync(key, old, { mode: 0o600 })
    },
  },
  {
    what: 'a film for screens that changed',
    code: 'rendition-damaged',
    hurt: ({ folder }) => {
      const [name = ''] = readdirSync(path.join(folder, 'signage', 'assets'))
      flipByte(path.join(folder, 'signage', 'assets', name), 2)
    },
  },
  {
    what: 'a restore that was cut',
    code: 'restore-unfinished',
    hurt: ({ folder }) => writeFileSync(path.join(folder, 'restore-unfinished'), ''),
  },
  {
    what: 'a foreign file',
    code: 'file-foreign',
    names: 'signage/notes.txt',
    note: true,
    hurt: ({ folder }) => writeFileSync(path.join(folder, 'signage', 'notes.txt'), 'x'),
  },
  {
    what: 'an upload that was cut',
    code: 'file-leftover',
    names: 'assets/incoming/half',
    note: true,
    hurt: ({ folder }) => writeFileSync(path.join(folder, 'assets', 'incoming', 'half'), 'x'),
  },
]
