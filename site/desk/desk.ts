/**
 * @file Answers what is not a page: a scanned code, a pressed choice, a report, the large-text switch.
 *
 * Everything works by plain forms and links. Nothing about a reader is stored or logged.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock, LakeAccess } from '../../contracts/part.ts'
import { readerCountsPath } from '../../contracts/reader-counts.ts'
import type { AddressContent } from '../content/addresses.ts'
import type { CodeBook } from '../share/code-book.ts'
import { readCode } from '../share/code.ts'
import type { Tallies } from '../store/tallies.ts'
import { localDate } from '../time/local-time.ts'
import { createAllowance } from './allowance.ts'
import { isChoice, isChoiceKind } from './choices.ts'
import { readCounts, requireSignedIn } from './counts.ts'
import { readForm, safeReturn } from './form.ts'
import { switchLargeText } from './large-text.ts'
import type { Reports } from './reports.ts'

export interface DeskParts {
  addresses: AddressContent
  codes: CodeBook
  tallies: Tallies
  reports: Reports
  clock: Clock
  zone: string
  secure: boolean
  /** Whom to ask who is signed in. */
  lake: LakeAccess
  /** Told after every count. */
  onCount: () => void
  /** Draws the page of this address with what the form says, kept by nobody. */
  draw: (
    request: IncomingMessage,
    response: ServerResponse,
    report: { about: string; text: string; problem: PufaError },
  ) => Promise<void>
}

/** @returns null when the request is not the desk's */
export type Desk = (request: IncomingMessage, response: ServerResponse) => Promise<void> | null

const tenMinutesMs = 10 * 60_000

export function createDesk(parts: DeskParts): Desk {
  const { addresses, codes, tallies, reports, clock, zone } = parts
  const choices = createAllowance({ spanMs: tenMinutesMs, perCaller: 30, together: 3_000 }, clock)
  const handings = createAllowance({ spanMs: tenMinutesMs, perCaller: 5, together: 100 }, clock)
  const callerOf = (request: IncomingMessage) => request.socket.remoteAddress ?? ''
  const today = () => localDate(clock.now(), zone)

  async function scan(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
    const code = readCode(text)
    const id = code === null ? null : codes.documentOf(code)
    if (code === null || id === null)
      return leadTo(response, 302, `/codes/${encodeURIComponent(text) || 'unknown'}`)
    const found = await addresses.find(id)
    if (request.method === 'GET' && found) {
      tallies.count('scan', code, today())
      parts.onCount()
    }
    // The page of a code says what became of a document that is gone.
    leadTo(response, 302, found?.path ?? `/codes/${code}`)
  }

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request)
    const kind = form.get('kind') ?? ''
    const choice = form.get('choice') ?? ''
    const code = readCode(form.get('code') ?? '')
    const id = code === null ? null : codes.documentOf(code)
    if (!isChoiceKind(kind) || !isChoice(kind, choice) || id === null) throw failSite('site.choice-unknown')
    if (!choices.take(callerOf(request))) throw failSite('site.report-too-many')
    tallies.count(kind, `${code}:${choice}`, today())
    parts.onCount()
    leadTo(response, 303, `/thanks?code=${code}&kind=${choice}`)
  }

  async function report(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request)
    const about = safeReturn(form.get('about'))
    const text = form.get('text') ?? ''
    try {
      // A field that people do not see: who fills it in is a program.
      if (form.get('website')) throw failSite('site.report-empty')
      if (!handings.take(callerOf(request))) throw failSite('site.report-too-many')
      const receipt = await reports.hand({ about, text })
      leadTo(response, 303, `/report/receipts/${receipt}`)
    } catch (error) {
      if (!(error instanceof PufaError)) throw error
      await parts.draw(request, response, { about, text, problem: error })
    }
  }

  async function counts(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await requireSignedIn(request, parts.lake)
    const body = JSON.stringify(await readCounts(parts))
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(body)
  }

  return (request, response) => {
    const url = request.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    const isPost = request.method === 'POST'
    if (path === '/large-text') {
      return refusing(response, switchLargeText(request, response, { secure: parts.secure }))
    }
    if (path.startsWith('/s/') && !isPost) return scan(request, response, decoded(path.slice('/s/'.length)))
    if (path === '/choose' && isPost) return refusing(response, choose(request, response))
    if (path === '/report' && isPost) return refusing(response, report(request, response))
    if (path === readerCountsPath && !isPost) return refusing(response, counts(request, response))
    if (path === '/receipts' && !isPost) return Promise.resolve(toReceipt(response, url))
    return null
  }
}

/** The form that asks for a receipt works without script: its one field becomes a path. */
function toReceipt(response: ServerResponse, url: string): void {
  const given = new URLSearchParams(url.split('?')[1] ?? '').get('receipt') ?? ''
  leadTo(response, 303, `/report/receipts/${encodeURIComponent(given.trim().slice(0, 40))}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}

function leadTo(response: ServerResponse, status: 302 | 303, location: string): void {
  response.writeHead(status, { location, 'cache-control': 'no-store', 'content-length': 0 })
  response.end()
}

/** What was refused, as plain text: only programs come here. */
async function refusing(response: ServerResponse, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof PufaError)) throw error
    response.writeHead(error.status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(`${error.message}。${error.remedy}。\n`)
  }
}
