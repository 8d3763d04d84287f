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
import { answer, type Answer, type Question } from './evaluate.ts'
import { Views } from './view/views.ts'

export type ToWorker =
  | { kind: 'commit'; seq: number; jsonById: ReadonlyMap<string, string | null> }
  | { kind: 'question'; question: Question }

export type FromWorker =
  | { kind: 'ready' | 'applied'; seq: number }
  /** `seq`: the last commit that the answer knows of. */
  | { kind: 'answer'; answer: Answer; seq: number }
  | { kind: 'failure'; code: string; details: Record<string, unknown> }

function load(folder: string, file: string): { documents: Documents; seq: number } {
  const database = openForReading(folder, file)
  try {
    database.exec('BEGIN')
    const seq = Number(
      database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions').get()?.['seq'],
    )
    const documents = new Documents()
    documents.load(read(database.prepare('SELECT json FROM documents ORDER BY id').iterate()))
    return { documents, seq }
  } finally {
    database.close()
  }
}

function* read(rows: Iterable<Record<string, unknown>>): Generator<LakeDocument> {
  for (const row of rows) yield JSON.parse(String(row['json'])) as LakeDocument
}

const port = parentPort
if (!port) throw new Error('query/worker.ts runs only as a worker thread')
const { folder, file } = workerData as { folder: string; file: string }
const { documents, seq: loadedSeq } = load(folder, file)
const views = new Views(documents)
let seq = loadedSeq
const send = (message: FromWorker) => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'commit') {
    if (message.seq <= loadedSeq) return
    seq = message.seq
    const changes = [...message.jsonById].map(([id, json]) => ({
      id,
      document: json === null ? null : (JSON.parse(json) as LakeDocument),
    }))
    views.apply(changes)
    send({ kind: 'applied', seq })
    return
  }
  const answeredAt = seq
  answer(views, message.question).then(
    (given) => send({ kind: 'answer', answer: given, seq: answeredAt }),
    (error: unknown) => {
      if (error instanceof PufaError) send({ kind: 'failure', code: error.code, details: error.details })
      else send({ kind: 'failure', code: 'lake.internal', details: { reason: quietStack(error) } })
    },
  )
})
send({ kind: 'ready', seq })
