/** @file Who wrote the copies of a content since it was last published. Read-only. */
import type { DatabaseSync } from 'node:sqlite'

/** @returns the accounts that wrote any of these copies after the published document last changed */
export type AuthorsOf = (publishedId: string, copies: readonly string[]) => string[]

export function authorsIn(database: DatabaseSync): AuthorsOf {
  const find = database.prepare(
    `SELECT DISTINCT t.author AS author FROM transaction_documents td JOIN transactions t ON t.seq = td.seq
     WHERE td.document_id = ?
       AND td.seq > coalesce((SELECT max(seq) FROM transaction_documents WHERE document_id = ?), 0)`,
  )
  return (publishedId, copies) => [
    ...new Set(copies.flatMap((id) => find.all(id, publishedId).map((row) => String(row['author'])))),
  ]
}
