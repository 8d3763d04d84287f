/**
 * @file Who wrote the copies of a content, from the service's own log of transactions.
 *
 * Newest first, back to where the words that are public were put there with approval; what was made public
 * without it is no such point, or whoever writes past the review would wipe out the traces of himself.
 */
import { failHosted } from '../../contracts/errors/hosted.ts'
import { jsonLines } from './lines.ts'
import type { Service } from './service.ts'

export interface Told {
  id: string
  author: string
  timestamp: string
  documentIDs: readonly string[]
}

export interface AskedAuthors {
  subject: string
  /** Drafts and versions, those that are gone among them where they are known. */
  copies: readonly string[]
  /** What is public now was approved. */
  isPublicApproved: boolean
  /** When approved words were last put out, ISO 8601; null: never. */
  publishedAt: string | null
}

const atOnce = 1000
const pagesMax = 10
const withinMs = 20_000

const isTold = (line: Record<string, unknown>): boolean =>
  typeof line['id'] === 'string' && typeof line['author'] === 'string' && Array.isArray(line['documentIDs'])

/** The point at which the words that are public were put there. Pure. */
export function isBoundary(told: Told, asked: AskedAuthors): boolean {
  if (asked.isPublicApproved) return told.documentIDs.includes(asked.subject)
  return asked.publishedAt !== null && told.timestamp <= asked.publishedAt
}

/** @throws PufaError `hosted.unreachable`, `hosted.history-too-long` */
export async function authorsOf(service: Service, asked: AskedAuthors): Promise<string[]> {
  const authors = new Set<string>()
  const seen = new Set<string>()
  let before: string | null = null
  for (let page = 0; page < pagesMax; page++) {
    const lines = await readPage(service, [asked.subject, ...asked.copies], before)
    const fresh = lines.filter(({ id }) => !seen.has(id))
    for (const told of fresh) {
      if (isBoundary(told, asked)) return [...authors]
      seen.add(told.id)
      authors.add(told.author)
    }
    before = lines.at(-1)?.id ?? null
    if (lines.length < atOnce || fresh.length === 0) return [...authors]
  }
  throw failHosted('hosted.history-too-long', { id: asked.subject })
}

async function readPage(service: Service, ids: readonly string[], before: string | null): Promise<Told[]> {
  const query = new URLSearchParams({
    ...{ excludeContent: 'true', excludeMutations: 'true', reverse: 'true', limit: String(atOnce) },
    ...(before === null ? {} : { toTransaction: before }),
  })
  const path = `history/${service.access.dataset}/transactions/${ids.map(encodeURIComponent).join(',')}?${query}`
  const response = await service.data(path, AbortSignal.timeout(withinMs))
  const found: Told[] = []
  for await (const line of jsonLines(response)) if (isTold(line)) found.push(line as unknown as Told)
  return found
}
