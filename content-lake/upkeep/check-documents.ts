/**
 * @file Whether the documents are what the log says they are, and refer to nothing that is not there.
 *
 * Read-only.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { LakeDocument } from '../store/document.ts'
import { sha256 } from '../store/log-entry.ts'
import { referencesIn } from '../store/references.ts'
import { fault, RESTORE, type Findings } from './finding.ts'

/** @returns the documents of assets, and the ids that anything refers to */
export function checkDocuments(
  database: DatabaseSync,
  findings: Findings,
): { assets: LakeDocument[]; referred: ReadonlySet<string>; count: number } {
  const expected = new Map<string, string | null>()
  // With max(), SQLite takes the other columns from the row that has the greatest.
  const lasts = database.prepare(
    'SELECT document_id, max(seq), after_sha256 FROM transaction_documents GROUP BY document_id',
  )
  for (const row of lasts.iterate())
    expected.set(
      String(row['document_id']),
      row['after_sha256'] === null ? null : String(row['after_sha256']),
    )

  const assets: LakeDocument[] = []
  const referred = new Set<string>()
  const strong: { from: string; to: string }[] = []
  const ids = new Set<string>()
  for (const row of database.prepare('SELECT id, type, json FROM documents').iterate()) {
    const id = String(row['id'])
    const json = String(row['json'])
    ids.add(id)
    if (expected.get(id) !== sha256(json)) {
      findings.add(differing(id, expected.has(id)))
      continue
    }
    const document = JSON.parse(json) as LakeDocument
    if (document._id !== id || document._type !== row['type']) findings.add(differing(id, true))
    if (/^sanity\.(image|file)Asset$/.test(document._type)) assets.push(document)
    for (const reference of referencesIn(document)) {
      referred.add(reference.id)
      if (reference.strong) strong.push({ from: id, to: reference.id })
    }
  }
  for (const [id, hash] of expected)
    if (hash !== null && !ids.has(id))
      findings.add(fault('document-missing', `文档 ${id} 在改动记录里有，在文档表里没有`, RESTORE))
  for (const { from, to } of strong)
    if (!ids.has(to))
      findings.add(
        fault(
          'reference-dangling',
          `文档 ${from} 引用的 ${to} 不存在`,
          '在编辑台打开这份文档，改选或去掉那处引用；被引用的稿件如果是误删的，在它的历史里恢复',
        ),
      )
  return { assets, referred, count: ids.size }
}

const differing = (id: string, isLogged: boolean) =>
  fault(
    'document-differs',
    isLogged ? `文档 ${id} 与改动记录的最后一版不一致` : `文档 ${id} 不在改动记录里`,
    RESTORE,
  )
