/** @file Reads the body and the parameters of a request, within bounds. */
import type { IncomingMessage } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import { isRecord } from '../store/document.ts'
import { JSON_DEPTH_MAX, nestsDeeper } from './json-depth.ts'

export const BODY_BYTES_MAX = 16 * 1024 * 1024

/** Params and a query: documents do not come this way. Anyone may send these. */
export const QUERY_BYTES_MAX = 2 * 1024 * 1024

export interface Patience {
  /** A sender that is still for so long has gone, or means to hold a place. */
  silenceMs: number
  /** For a whole body that is read into memory. */
  wholeMs: number
}

const PATIENCE: Patience = { silenceMs: 30_000, wholeMs: 120_000 }

/** @throws PufaError `lake.request-too-large`, `lake.request-too-slow`, `lake.malformed-request` */
export async function readBody(
  request: IncomingMessage,
  bytesMax = BODY_BYTES_MAX,
  patience = PATIENCE,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  const began = performance.now()
  for await (const chunk of piecesOf(request, patience.silenceMs)) {
    bytes += chunk.length
    if (bytes > bytesMax) throw failLake('lake.request-too-large', { bytesMax })
    if (performance.now() - began > patience.wholeMs) throw failLake('lake.request-too-slow')
    chunks.push(chunk)
  }
  if (!request.complete) throw failLake('lake.malformed-request', { reason: 'cut off' })
  return Buffer.concat(chunks)
}

/**
 * The pieces of a body as they come. Leaving the loop early keeps the connection whole: the gateway lets the
 * rest run off unread.
 * @throws PufaError `lake.request-too-slow` when none comes for so long
 */
export async function* piecesOf(
  request: IncomingMessage,
  silenceMs = PATIENCE.silenceMs,
): AsyncGenerator<Buffer> {
  const pieces = (request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[
    Symbol.asyncIterator
  ]()
  let isAwaited = false
  try {
    for (;;) {
      isAwaited = true
      const piece = await within(silenceMs, pieces.next())
      isAwaited = false
      if (piece.done === true) return
      yield piece.value
    }
  } finally {
    // Else the request would go on holding what nobody takes, and the rest could not run off. One that is
    // awaited in vain cannot be given back: its connection is cut.
    if (!isAwaited) await pieces.return?.()
  }
}

async function within<T>(ms: number, waited: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failLake('lake.request-too-slow')), ms)
  })
  try {
    return await Promise.race([waited, silence])
  } finally {
    clearTimeout(timer)
  }
}

/** @throws PufaError `lake.malformed-request` */
export function parseJson(text: string): unknown {
  if (nestsDeeper(text))
    throw failLake('lake.malformed-request', { reason: `nested deeper than ${JSON_DEPTH_MAX}` })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw failLake('lake.malformed-request', { reason: 'JSON' }, error)
  }
}

/** @throws PufaError `lake.malformed-request` */
export function parseRecord(text: string): Record<string, unknown> {
  const value = parseJson(text)
  if (!isRecord(value)) throw failLake('lake.malformed-request', { reason: 'JSON object expected' })
  return value
}

/** `$name=<JSON>` in the address, as GROQ parameters are sent. */
export function readGroqParams(query: URLSearchParams): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  for (const [name, value] of query) if (name.startsWith('$')) params[name.slice(1)] = parseJson(value)
  return params
}

export const readFlag = (query: URLSearchParams, name: string, fallback: boolean) => {
  const value = query.get(name)
  return value === null ? fallback : value === 'true' || value === '1'
}

/** An empty parameter counts as none. */
export const readText = (query: URLSearchParams, name: string) => query.get(name) || null

export function readCount(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const count = Number(query.get(name) ?? fallback)
  return Number.isInteger(count) && count > 0 ? Math.min(count, max) : fallback
}
