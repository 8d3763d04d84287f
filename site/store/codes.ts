/** @file The code book on disk. A code, once given, stays its document's for good. */
import type { DatabaseSync } from 'node:sqlite'
import type { CodeBook } from '../share/code-book.ts'
import { codeLength, readCode, shortCode } from '../share/code.ts'

export function createCodeBook(database: DatabaseSync): CodeBook {
  const given = new Map<string, string>()
  const owners = new Map<string, string>()
  for (const row of database.prepare('SELECT code, document FROM code').all()) {
    given.set(String(row['document']), String(row['code']))
    owners.set(String(row['code']), String(row['document']))
  }
  const insert = database.prepare('INSERT INTO code (code, document) VALUES (?, ?)')

  function give(documentId: string): string {
    let length = codeLength
    while (owners.has(shortCode(documentId, length))) length += 1
    const code = shortCode(documentId, length)
    insert.run(code, documentId)
    given.set(documentId, code)
    owners.set(code, documentId)
    return code
  }

  return {
    of: (documentId) => given.get(documentId) ?? give(documentId),
    documentOf(text) {
      const code = readCode(text)
      return code === null ? null : (owners.get(code) ?? null)
    },
  }
}
