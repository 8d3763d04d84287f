/**
 * @file What readers did, counted, for editors: searches that found nothing, scans, choices, states of walls.
 *
 * Internal: only for who is signed in at the lake, whose own word is taken for it. Counts only.
 */
import type { IncomingMessage } from 'node:http'
import { failSite } from '../../contracts/errors/site.ts'
import type { LakeAccess } from '../../contracts/part.ts'
import type { PageCounts, ReaderCounts } from '../../contracts/reader-counts.ts'
import type { AddressContent, AddressedDocument } from '../content/addresses.ts'
import type { CodeBook } from '../share/code-book.ts'
import type { Tallies, TallyKind } from '../store/tallies.ts'

const askWithinMs = 5_000

/** @throws PufaError `site.not-signed-in`, `site.content-unreachable` */
export async function requireSignedIn(request: IncomingMessage, lake: LakeAccess): Promise<void> {
  const { authorization, cookie } = request.headers
  if (!authorization && !cookie) throw failSite('site.not-signed-in')
  const headers: Record<string, string> = authorization ? { authorization } : { cookie: cookie ?? '' }
  const signal = AbortSignal.timeout(askWithinMs)
  let answer: Response
  try {
    answer = await fetch(`${lake.apiHost}/v1/users/me`, { headers, signal })
  } catch (error) {
    throw failSite('site.content-unreachable', {}, error)
  }
  const user = answer.ok ? ((await answer.json()) as { id?: string } | null) : null
  if (!user?.id) throw failSite('site.not-signed-in')
}

export async function readCounts(parts: {
  addresses: AddressContent
  codes: CodeBook
  tallies: Tallies
}): Promise<ReaderCounts> {
  const { addresses, codes, tallies } = parts
  const byCode = new Map<string, AddressedDocument>()
  for (const document of await addresses.all()) byCode.set(codes.of(document.id), document)
  const pages = new Map<string, PageCounts>()

  function pageOf(code: string): PageCounts | null {
    const document = byCode.get(code)
    if (!document) return null
    const { id, type, title, path } = document
    const page = pages.get(code) ?? { code, id, type, title, path, scans: 0, ratings: {}, wall: {} }
    pages.set(code, page)
    return page
  }

  for (const { subject, count } of tallies.list('scan')) {
    const page = pageOf(subject)
    if (page) page.scans = count
  }
  const choices: readonly [TallyKind, 'ratings' | 'wall'][] = [
    ['rating', 'ratings'],
    ['wall', 'wall'],
  ]
  for (const [kind, field] of choices) {
    for (const { subject, count } of tallies.list(kind)) {
      const [code = '', choice = ''] = subject.split(':')
      const page = pageOf(code)
      if (page) page[field] = { ...page[field], [choice]: count }
    }
  }
  return {
    lostSearches: tallies
      .list('lost-search')
      .map(({ subject, count, lastDay }) => ({ words: subject, count, lastDay })),
    pages: [...pages.values()],
  }
}
