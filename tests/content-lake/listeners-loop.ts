/**
 * @file Opens many listeners, commits, and looks whether each hears all, in order, and how long it takes.
 *
 * Used by clients.test.ts with a few hundred, and by `scripts/soak` with thousands.
 */
import { Agent, request as httpRequest, type ClientRequest } from 'node:http'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

export interface ListenersReport {
  listeners: number
  commits: number
  /** Listeners that missed an event, or heard one twice or out of order. Must be 0. */
  wrong: number
  /** From before the commit until the last listener has heard it, sorted. */
  delaysMs: number[]
  commitsMs: number[]
  /** Grown by the listeners: both ends, since both are this process. */
  residentBytes: number
}

interface Hearer {
  revisions: number[]
  call: ClientRequest
}

/** A thousand streams an account is the limit. */
const OF_ONE_ACCOUNT = 900
const AT_ONCE = 50

function openOne(at: LakeOnPort, token: string, agent: Agent, onEvent: () => void): Promise<Hearer> {
  const query = encodeURIComponent('*[_type == "heard"]')
  const call = httpRequest(`${at.origin}/v1/data/listen/production?query=${query}&includeResult=true`, {
    agent,
    headers: { authorization: `Bearer ${token}` },
  })
  const hearer: Hearer = { revisions: [], call }
  return new Promise((resolve, reject) => {
    call.on('error', reject)
    call.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const event = text.slice(0, end)
          text = text.slice(end + 2)
          if (event.includes('event: welcome')) resolve(hearer)
          const [, n] = /"n":(\d+)/.exec(event) ?? []
          if (n === undefined) continue
          hearer.revisions.push(Number(n))
          onEvent()
        }
      })
    })
    call.end()
  })
}

/** @param listeners how many; @param commits how many, of a document of two kilobytes */
export async function listenersLoop(listeners: number, commits: number): Promise<ListenersReport> {
  const at = await startLake()
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
  const tokens = Array.from({ length: Math.ceil(listeners / OF_ONE_ACCOUNT) }, (_, n) =>
    at.lake.issueServiceToken(`hearer-${n}`, 'viewer'),
  )
  const before = process.memoryUsage().rss
  let heard = 0
  let wake = () => {}
  const hearers: Hearer[] = []
  for (let from = 0; from < listeners; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, listeners - from) }, (_, n) =>
      openOne(at, tokens[Math.floor((from + n) / OF_ONE_ACCOUNT)] ?? '', agent, () => {
        if (++heard % listeners === 0) wake()
      }),
    )
    hearers.push(...(await Promise.all(some)))
  }
  const report: ListenersReport = {
    ...{ listeners: hearers.length, commits, wrong: 0, delaysMs: [], commitsMs: [], residentBytes: 0 },
  }
  const text = '法'.repeat(700)
  for (let n = 1; n <= commits; n++) {
    const all = new Promise<void>((go) => (wake = go))
    const began = performance.now()
    await at.client.createOrReplace({ _id: 'heard', _type: 'heard', n, text })
    report.commitsMs.push(performance.now() - began)
    await all
    report.delaysMs.push(performance.now() - began)
  }
  report.residentBytes = process.memoryUsage().rss - before
  const wanted = Array.from({ length: commits }, (_, n) => n + 1).join()
  report.wrong = hearers.filter(({ revisions }) => revisions.join() !== wanted).length
  report.delaysMs.sort((a, b) => a - b)
  report.commitsMs.sort((a, b) => a - b)
  for (const { call } of hearers) call.destroy()
  await at.close()
  return report
}
