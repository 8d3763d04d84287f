/**
 * @file Throws strange requests at a lake over HTTP, and writes down what must never happen: a 500, an answer
 * that does not come, a cut connection, a document that cannot be read again.
 *
 * Used by the test beside it with few inputs, and by `scripts/soak` with many.
 */
import { copyFileSync, existsSync } from 'node:fs'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { twoHalves } from '../picture.ts'
import { newFolder, startLake, type LakeOnPort } from '../lake-on-port.ts'
import type { FuzzRequest } from './parts.ts'
import { requestOf } from './requests.ts'
import { fuzzSocket } from './sockets.ts'

export interface FuzzReport {
  sent: number
  /** `query 200` → how often. */
  answers: Record<string, number>
  /** What must not be, with the seed that makes it again. */
  faults: string[]
  slowestMs: number
  /** Of the whole process, at its greatest. */
  residentBytes: number
}

export interface Answer {
  status: number
  text: string
  ms: number
}

const AT_ONCE = 6
const WAIT_MS_MAX = 15_000
const QUERY_MS_MAX = 250
const DOCUMENTS_MAX = 400
const BETWEEN_CHECKS = 1_000
const SOCKETS_BETWEEN_CHECKS = 30
/** Of the whole process, with two query workers and this end of every connection in it. */
const RESIDENT_BYTES_MAX = 2.5e9
const TEXT_MAX = 2_000
const LISTENING_MAX = 40
const listening: IncomingMessage[] = []

/** Statuses beyond 499 that say something true: no such action, too slow, too many. */
const HONEST: ReadonlyMap<number, RegExp> = new Map([
  [501, /lake\.unsupported-action/],
  [503, /lake\.(query-queue-full|dataset-busy|image-queue-full|patch-too-slow)/],
  [504, /lake\.query-too-slow/],
])

/** A lake as the fuzzer wants it, with a picture in it. */
export async function startGround(folder = newFolder()) {
  const at = await startLake(
    { queryTimeMsMax: QUERY_MS_MAX, uploadBytesMax: 1_000_000, queryWorkers: 2 },
    folder,
  )
  const picture = await twoHalves()
  const document = await at.client.assets.upload('image', picture, { filename: 'a.png' })
  return { at, ground: { imagePath: `/${document.path}`, picture } }
}

/** Streams are read up to their first event. @returns null when no answer comes or the connection breaks */
export function send(at: LakeOnPort, asked: FuzzRequest, agent: Agent): Promise<Answer | string> {
  return new Promise((resolve) => {
    const began = performance.now()
    const done = (answer: Answer | string) => {
      clearTimeout(timer)
      resolve(answer)
    }
    const call = httpRequest(at.origin + asked.path, {
      // A stream keeps its connection, and would take one from the others.
      agent: asked.endpoint === 'listen' ? false : agent,
      method: asked.method,
      headers: {
        ...(asked.isAnonymous ? {} : { authorization: `Bearer ${at.token}` }),
        ...asked.headers,
        ...(asked.body ? { 'content-length': String(asked.body.length) } : {}),
      },
    })
    const timer = setTimeout(() => {
      done('no answer in time')
      call.destroy()
    }, WAIT_MS_MAX)
    call.on('error', (error) => done(`broken: ${error.message}`))
    call.on('response', (response: IncomingMessage) => {
      const isStream = response.headers['content-type']?.startsWith('text/event-stream') === true
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        if (text.length < TEXT_MAX) text += piece
        // Some go on listening, so that commits meet their filters.
        if (isStream) {
          done(answerOf())
          listening.push(response)
          if (listening.length > LISTENING_MAX) listening.shift()?.destroy()
        }
      })
      response.on('error', (error) => done(isStream ? answerOf() : `broken: ${error.message}`))
      response.on('close', () => done(answerOf()))
      const answerOf = () => ({ status: response.statusCode ?? 0, text, ms: performance.now() - began })
    })
    call.end(asked.body ?? undefined)
  })
}

/** @returns what is wrong with an answer, or null */
export function faultOf(answer: Answer | string): string | null {
  if (typeof answer === 'string') return answer
  const { status, text } = answer
  if (status < 500 || HONEST.get(status)?.test(text) === true) return null
  return `${status} ${text.slice(0, 300)}`
}

/**
 * Throws away what has piled up, so that the dataset stays small; what a release holds is not to be deleted so.
 * @returns what is wrong
 */
async function check(at: LakeOnPort): Promise<string[]> {
  const faults: string[] = []
  try {
    const count = await at.client.fetch<number>('count(*)')
    // Looks at an attribute of every document.
    const found = await at.client.fetch<string[]>('*[nosuch != 5 && !(_id match "image-*")]._id')
    // What a release holds, or what that refers to, is refused, and stays.
    if (count > DOCUMENTS_MAX) for (const id of found) await at.client.delete(id).catch(() => undefined)
  } catch (error) {
    faults.push(`what is stored spoils an honest query: ${String(error)}`)
  }
  if (Object.keys(Object.prototype).length > 0) faults.push('Object.prototype has grown')
  const logged = at.log.lines.splice(0).filter(({ level }) => level === 'error')
  faults.push(...logged.map((line) => `logged: ${JSON.stringify(line).slice(0, 600)}`))
  return faults
}

/** All documents as the lake tells them, by id; addresses of assets hold a port and a key of the day. */
async function documentsOf(at: LakeOnPort): Promise<Map<string, string>> {
  const text = await (await at.fetch('/v1/data/export/production')).text()
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const document = JSON.parse(line) as { _id: string; url?: string }
      return [document._id, JSON.stringify({ ...document, url: undefined })]
    }),
  )
}

/**
 * @param firstSeed input n has the seed `firstSeed + n`
 * @param onCheck told after every thousand inputs, for progress
 */
export async function fuzzLoop(
  inputs: number,
  firstSeed: number,
  onCheck: (report: FuzzReport) => void = () => {},
): Promise<FuzzReport> {
  const { at, ground } = await startGround()
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const report: FuzzReport = { sent: 0, answers: {}, faults: [], slowestMs: 0, residentBytes: 0 }
  const one = async (seed: number) => {
    const asked = requestOf(seed, ground)
    const answer = await send(at, asked, agent)
    const fault = faultOf(answer)
    const status = typeof answer === 'string' ? 'none' : answer.status
    const key = `${asked.endpoint} ${status}`
    report.answers[key] = (report.answers[key] ?? 0) + 1
    report.sent++
    if (typeof answer !== 'string') report.slowestMs = Math.max(report.slowestMs, answer.ms)
    if (fault !== null)
      report.faults.push(`seed ${seed}: ${asked.method} ${asked.path.slice(0, 200)}: ${fault}`)
  }
  for (let from = 0; from < inputs; from += BETWEEN_CHECKS) {
    let next = from
    const until = Math.min(inputs, from + BETWEEN_CHECKS)
    const lane = async () => {
      while (next < until) await one(firstSeed + next++)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    for (let count = 0; count < SOCKETS_BETWEEN_CHECKS; count++) {
      const fault = await fuzzSocket(at, firstSeed + from + count)
      if (fault !== null) report.faults.push(fault)
    }
    report.residentBytes = Math.max(report.residentBytes, process.memoryUsage().rss)
    if (report.residentBytes > RESIDENT_BYTES_MAX) report.faults.push('the memory is not bounded')
    report.faults.push(...(await check(at)))
    onCheck(report)
  }
  for (const stream of listening.splice(0)) stream.destroy()
  agent.destroy()
  report.faults.push(...(await differenceAfterRestart(at)))
  await at.close()
  return report
}

/** What was stored must read the same from the file as from memory. */
async function differenceAfterRestart(at: LakeOnPort): Promise<string[]> {
  const before = await documentsOf(at)
  const folder = newFolder()
  for (const file of ['lake.db', 'lake.db-wal'])
    if (existsSync(path.join(at.folder, file)))
      copyFileSync(path.join(at.folder, file), path.join(folder, file))
  const again = await startLake({}, folder)
  const after = await documentsOf(again)
  await again.close()
  const faults = [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => before.get(id) !== after.get(id))
    .map(
      (id) =>
        `after a restart ${id} differs: ${before.get(id)?.slice(0, 200)} / ${after.get(id)?.slice(0, 200)}`,
    )
  return before.size === 0 ? ['nothing was compared', ...faults] : faults
}
