/**
 * @file The thread that answers queries from its own copy of the documents.
 *
 * It reads the database once, then follows the commits it is sent; messages come in order, so a query sees
 * every commit that came before it. Commits already in the file when it was read are skipped by number.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { LakeDocument } from '../store/document.ts'
import { quietStack } from '../observe/quiet.ts'
import { openForReading } from '../store/database.ts'
import { Documents } from '../store/documents.ts'
import { answer, type Question } from './evaluate.ts'

export type ToWorker =
  | { kind: 'commit'; seq: number; jsonById: ReadonlyMap<string, string | null> }
  | { kind: 'question'; question: Question }

export type FromWorker =
  | { kind: 'ready' | 'applied'; seq: number }
  | { kind: 'answer'; json: string }
  | { kind: 'failure'; code: string; details: Record<string, unknown> }

function load(folder: string): { documents: Documents; seq: number } {
  const database = openForReading(folder)
  try {
    database.exec('BEGIN')
    const seq = Number(
      database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions').get()?.['seq'],
    )
    const documents = new Documents()
    const rows = database.prepare('SELECT json FROM documents ORDER BY id').all()
    documents.load(rows.map((row) => JSON.parse(String(row['json'])) as LakeDocument))
    return { documents, seq }
  } finally {
    database.close()
  }
}

const port = parentPort
if (!port) throw new Error('query/worker.ts runs only as a worker thread')
const { folder } = workerData as { folder: string }
const { documents, seq: loadedSeq } = load(folder)
const send = (message: FromWorker) => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'commit') {
    if (message.seq <= loadedSeq) return
    const changes = [...message.jsonById].map(([id, json]) => ({
      id,
      document: json === null ? null : (JSON.parse(json) as LakeDocument),
    }))
    documents.apply(changes)
    send({ kind: 'applied', seq: message.seq })
    return
  }
  answer(documents, message.question).then(
    (json) => send({ kind: 'answer', json }),
    (error: unknown) => {
      if (error instanceof PufaError) send({ kind: 'failure', code: error.code, details: error.details })
      else send({ kind: 'failure', code: 'lake.internal', details: { reason: quietStack(error) } })
    },
  )
})
send({ kind: 'ready', seq: loadedSeq })
