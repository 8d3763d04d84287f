/**
 * @file Sends a file, whole or in ranges, or a picture from memory, with what lets clients keep it.
 *
 * The tag names the content, which never changes under one name; a veiled file has a tag of its own, so no
 * client puts halves of two together. A reader that takes nothing for `IDLE_MS` is let go.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { failLake } from '../../contracts/errors/lake.ts'
import { TAKEN, type Exchange, type Reply } from '../http/exchange.ts'
import { parseByteRanges, type ByteRange } from './byte-range.ts'
import { overlay, type Patch } from './veil/patch.ts'

const IDLE_MS = 10 * 60_000

type Headers = Readonly<Record<string, string>>

export function sendBuffer(exchange: Exchange, content: Buffer, headers: Headers, etag: string): Reply {
  const { request, response, method } = exchange
  request.resume()
  if (isKnown(request.headers['if-none-match'], etag)) return sendNothing(exchange, { ...headers, etag })
  response.writeHead(200, { ...headers, etag, 'content-length': String(content.length) })
  response.end(method === 'HEAD' ? undefined : content)
  return TAKEN
}

/** @param headers with `content-type`. @throws PufaError `lake.asset-missing`, `lake.range-unsatisfiable` */
export async function sendFile(
  exchange: Exchange,
  file: string,
  headers: Headers,
  veil: readonly Patch[],
): Promise<Reply> {
  const { request, response, method } = exchange
  const size = await sizeOf(file)
  const etag = `"${path.basename(file)}${veil.length > 0 ? '-veiled' : ''}"`
  const tagged = { ...headers, etag, 'accept-ranges': 'bytes' }
  if (isKnown(request.headers['if-none-match'], etag)) return sendNothing(exchange, tagged)
  const condition = request.headers['if-range']
  const isAsked = method === 'GET' && (condition === undefined || condition === etag)
  const ranges = parseByteRanges(isAsked ? request.headers.range : undefined, size)
  if (ranges === 'unsatisfiable')
    throw failLake('lake.range-unsatisfiable', { contentRange: `bytes */${size}` })
  const body = bodyOf(ranges, size, headers['content-type'] ?? '', path.basename(file, path.extname(file)))
  response.writeHead(ranges ? 206 : 200, { ...tagged, ...body.headers })
  if (method === 'HEAD') response.end()
  else await sendPieces(file, body.pieces, veil, response)
  return TAKEN
}

/** Gone from the disk behind our back is gone. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    throw failLake('lake.asset-missing', {}, error)
  }
}

/** `If-None-Match`: a list of tags, or `*`. */
const isKnown = (header: string | undefined, etag: string) =>
  header !== undefined &&
  header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

function sendNothing({ response }: Exchange, headers: Headers): Reply {
  response.writeHead(304, headers)
  response.end()
  return TAKEN
}

/** Text between the ranges, or a range. */
type Piece = string | ByteRange

function bodyOf(
  ranges: readonly ByteRange[] | null,
  size: number,
  type: string,
  name: string,
): { headers: Headers; pieces: Piece[] } {
  const whole: ByteRange = { first: 0, last: size - 1 }
  const told = ({ first, last }: ByteRange) => `bytes ${first}-${last}/${size}`
  const length = ({ first, last }: ByteRange) => last - first + 1
  if (!ranges || ranges.length === 1) {
    const [range = whole] = ranges ?? []
    const headers = { 'content-length': String(length(range)) }
    return {
      headers: ranges ? { ...headers, 'content-range': told(range) } : headers,
      pieces: size === 0 ? [] : [range],
    }
  }
  // Content that held its own hash as a boundary would be a break of SHA-1.
  const boundary = `part-${name}`
  const pieces = ranges.flatMap((range, at): Piece[] => [
    `${at > 0 ? '\r\n' : ''}--${boundary}\r\ncontent-type: ${type}\r\ncontent-range: ${told(range)}\r\n\r\n`,
    range,
  ])
  pieces.push(`\r\n--${boundary}--\r\n`)
  const bytes = pieces.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? piece.length : length(piece)),
    0,
  )
  return {
    headers: {
      'content-type': `multipart/byteranges; boundary=${boundary}`,
      'content-length': String(bytes),
    },
    pieces,
  }
}

/** A viewer who goes away, as video players do all the time, is no fault. */
async function sendPieces(
  file: string,
  pieces: readonly Piece[],
  veil: readonly Patch[],
  response: Exchange['response'],
): Promise<void> {
  response.setTimeout(IDLE_MS, () => response.destroy())
  try {
    await pipeline(Readable.from(bytesOf(file, pieces, veil), { objectMode: false }), response)
  } catch (error) {
    if (!response.destroyed) throw error
  }
}

async function* bytesOf(
  file: string,
  pieces: readonly Piece[],
  veil: readonly Patch[],
): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      yield Buffer.from(piece, 'latin1')
      continue
    }
    let at = piece.first
    for await (const chunk of createReadStream(file, { start: piece.first, end: piece.last })) {
      yield overlay(chunk as Buffer, at, veil)
      at += (chunk as Buffer).length
    }
  }
}
