/**
 * @file Runs queries in worker threads, one at a time each, with a time limit.
 *
 * A worker that passes the limit, runs out of memory or dies is replaced, and only its own query fails.
 * States of a worker: loading → idle ⇄ busy → gone. Waiting queries are bounded in number and
 * in time.
 */
import { Worker } from 'node:worker_threads'
import { failLake, lakeErrors, type LakeErrorCode } from '../../contracts/errors/lake.ts'
import type { Log } from '../../contracts/part.ts'
import { quietQuery, quietReason } from '../observe/quiet.ts'
import type { Commit } from '../store/commit.ts'
import { DATABASE_FILE } from '../store/database.ts'
import type { Answer, Question } from './evaluate.ts'
import { afterRunning } from './time-limit.ts'
import type { FromWorker, ToWorker } from './worker.ts'

interface Job {
  question: Question
  resolve: (told: Told) => void
  reject: (error: Error) => void
  /** Ends the wait for a worker. */
  patience: NodeJS.Timeout
}

export interface WorkerSettings {
  folder: string
  /** Name of the database in it; left out: that of a lake of its own. */
  file?: string
  workers: number
  timeMsMax: number
}

interface Member {
  worker: Worker
  state: 'loading' | 'idle' | 'busy' | 'gone'
  job: Job | null
  /** Ends the limit on its time. */
  release: (() => void) | null
  /** Of the last commit it has. */
  seq: number
}

export interface WorkerCounts {
  waiting: number
  timedOut: number
  /** Questions that a worker answered or refused. */
  workedOut: number
  /** How many there should be, and how many can be asked. */
  workers: number
  ready: number
  /** Commits that the last worker has still to take in. */
  behind: number
}

export interface Told {
  answer: Answer
  /** The last commit that the answer knows of. */
  seq: number
}

export interface Workers {
  /** @throws PufaError `lake.malformed-query`, `lake.query-failed`, `lake.query-too-slow`,
   *  `lake.query-too-large`, `lake.query-queue-full` */
  send(question: Question): Promise<Told>
  follow(commit: Commit): void
  counts(): WorkerCounts
  close(): Promise<void>
}

const WAITING_MAX = 1000
const WAITING_MS_MAX = 30_000
/** Between two tries to load a worker, so that a fault that lasts does not spin. */
const RETRY_MS = 1000
const HEAP_MEGABYTES_MAX = 2048

export function openWorkers(settings: WorkerSettings, log: Log): Workers {
  const { folder, file = DATABASE_FILE, timeMsMax } = settings
  const waiting: Job[] = []
  const members: Member[] = []
  const counts = { timedOut: 0, workedOut: 0 }
  let lastSeq = 0
  let isClosed = false

  const settle = (member: Member) => {
    const { job, release } = member
    release?.()
    member.job = member.release = null
    return job
  }

  const replace = (member: Member, error: Error) => {
    if (member.state === 'gone') return
    member.state = 'gone'
    settle(member)?.reject(error)
    members.splice(members.indexOf(member), 1)
    void member.worker.terminate()
    if (!isClosed) hire()
  }

  const feed = () => {
    for (const member of members) {
      if (member.state !== 'idle') continue
      const job = waiting.shift()
      if (!job) return
      clearTimeout(job.patience)
      member.state = 'busy'
      member.job = job
      member.release = afterRunning(timeMsMax, () => {
        counts.timedOut++
        log.warn({ timeMsMax, query: quietQuery(job.question.query) }, 'query stopped at its time limit')
        replace(member, failLake('lake.query-too-slow', { timeMsMax }))
      })
      try {
        member.worker.postMessage({ kind: 'question', question: job.question } satisfies ToWorker)
      } catch (error) {
        // What cannot be handed over says nothing against the worker.
        settle(member)
        member.state = 'idle'
        job.reject(failLake('lake.query-failed', { reason: 'params' }, error))
      }
    }
  }

  const hire = () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { folder, file },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES_MAX },
    })
    const member: Member = { worker, state: 'loading', job: null, release: null, seq: 0 }
    members.push(member)
    worker.on('message', (message: FromWorker) => {
      if ('seq' in message) member.seq = Math.max(member.seq, message.seq)
      if (message.kind === 'applied') return
      const job = settle(member)
      if (message.kind !== 'ready') counts.workedOut++
      if (message.kind === 'answer') job?.resolve(message)
      if (message.kind === 'failure') job?.reject(failLake(codeOf(message.code), message.details))
      if (member.state !== 'gone') member.state = 'idle'
      feed()
    })
    worker.on('error', (error) => {
      log.error({ reason: quietReason(error) }, 'query worker failed')
      if (member.state === 'loading') setTimeout(() => replace(member, error), RETRY_MS).unref()
      else replace(member, failLake('lake.query-too-slow', { reason: 'out of memory' }, error))
    })
    worker.on('exit', () => {
      if (member.state !== 'loading') replace(member, failLake('lake.query-queue-full'))
    })
  }

  for (let count = 0; count < settings.workers; count++) hire()

  return {
    send: (question) =>
      new Promise((resolve, reject) => {
        if (isClosed || waiting.length >= WAITING_MAX) return reject(failLake('lake.query-queue-full'))
        const patience = setTimeout(() => {
          waiting.splice(waiting.indexOf(job), 1)
          reject(failLake('lake.query-queue-full'))
        }, WAITING_MS_MAX)
        const job: Job = { question, resolve, reject, patience }
        waiting.push(job)
        feed()
      }),
    follow: ({ seq, jsonById }) => {
      lastSeq = seq
      for (const { worker } of members)
        worker.postMessage({ kind: 'commit', seq, jsonById } satisfies ToWorker)
    },
    counts: () => {
      const able = members.filter(({ state }) => state === 'idle' || state === 'busy')
      const behind = Math.max(0, ...able.map(({ seq }) => lastSeq - seq))
      const { workers } = settings
      return { ...counts, waiting: waiting.length, workers, ready: able.length, behind }
    },
    async close() {
      isClosed = true
      for (const { patience, reject } of waiting.splice(0)) {
        clearTimeout(patience)
        reject(failLake('lake.query-queue-full'))
      }
      await Promise.all(
        members.splice(0).map((member) => {
          member.state = 'gone'
          settle(member)?.reject(failLake('lake.query-queue-full'))
          return member.worker.terminate()
        }),
      )
    },
  }
}

const codeOf = (code: string): LakeErrorCode =>
  code in lakeErrors ? (code as LakeErrorCode) : 'lake.internal'
