/** @file Reads the body and the parameters of a request, within bounds. */
import type { IncomingMessage } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import { isRecord } from '../store/document.ts'

export const BODY_BYTES_MAX = 16 * 1024 * 1024

/** @throws PufaError `lake.request-too-large`, `lake.malformed-request` */
export async function readBody(request: IncomingMessage, bytesMax = BODY_BYTES_MAX): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of piecesOf(request)) {
    bytes += chunk.length
    if (bytes > bytesMax) throw failLake('lake.request-too-large', { bytesMax })
    chunks.push(chunk)
  }
  if (!request.complete) throw failLake('lake.malformed-request', { reason: 'cut off' })
  return Buffer.concat(chunks)
}

/** Leaving the loop early keeps the connection whole: the gateway lets the rest run off unread. */
export const piecesOf = (request: IncomingMessage) =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

export function parseJson(text: string): unknown {
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
