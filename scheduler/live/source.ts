/**
 * @file Fetches one resource from a stream's source.
 *
 * Bounded in bytes and time. Follows a redirect only where it stays in the scope, dials public addresses
 * only (unless the bureau allows its own network), and says of a failure what a person can act on, never
 * the address: it may carry a token.
 */
import { Agent as HttpAgent, get as httpGet, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, get as httpsGet } from 'node:https'
import { isIP } from 'node:net'
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSignage } from '../../contracts/errors/signage.ts'
import { isPublicAddress, lookupPublic, PrivateAddress } from './address.ts'
import type { Piece } from './playlist.ts'
import { within, type Scope } from './scope.ts'

export interface SourceBody {
  body: Buffer
  /** Where it came from in the end: addresses inside are relative to this. */
  url: string
}

export interface Source {
  fetch(piece: Piece, scope: Scope, bytesMax: number, signal: AbortSignal): Promise<SourceBody>
  close(): void
}

const answerWithinMs = 10_000
const redirectsMax = 3
const socketsMax = 16

const unfit = (reason: string, cause?: unknown) => failSignage('signage.live-source', { reason }, cause)

/** A source that counts no ranges sends the whole file; then the piece is cut out here. */
function cut(body: Buffer, { range }: Piece, status: number): Buffer {
  if (!range) return body
  const part = status === 206 ? body : body.subarray(range.offset, range.offset + range.length)
  if (part.length !== range.length) throw unfit('直播源给的字节范围不对')
  return part
}

async function read(response: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length
    if (bytes > bytesMax) throw unfit('直播源给的内容太大')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks, bytes)
}

/** @param privateAllowed whether addresses in the bureau's own network may be dialled */
export function openSource(privateAllowed: boolean): Source {
  const kept = { keepAlive: true, maxSockets: socketsMax, maxFreeSockets: socketsMax }
  const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) }

  function request(url: string, { range }: Piece, signal: AbortSignal): Promise<IncomingMessage> {
    const { hostname, protocol } = new URL(url)
    // A bare address is never resolved, so it is looked at here.
    if (!privateAllowed && isIP(hostname.replace(/^\[|\]$/gu, '')) && !isPublicAddress(hostname))
      return Promise.reject(new PrivateAddress(hostname))
    const headers = {
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'pufa-relay',
      ...(range ? { range: `bytes=${range.offset}-${range.offset + range.length - 1}` } : {}),
    }
    const options = { headers, signal, ...(privateAllowed ? {} : { lookup: lookupPublic }) }
    return new Promise((resolve, reject) => {
      const sent =
        protocol === 'https:'
          ? httpsGet(url, { ...options, agent: agents.https }, resolve)
          : httpGet(url, { ...options, agent: agents.http }, resolve)
      sent.on('error', reject)
    })
  }

  async function follow(piece: Piece, scope: Scope, bytesMax: number, signal: AbortSignal) {
    let url = piece.url
    for (let hop = 0; hop <= redirectsMax; hop++) {
      const response = await request(url, piece, signal)
      const { statusCode: status = 0 } = response
      if (status === 200 || status === 206) {
        const most = status === 206 || !piece.range ? bytesMax : Infinity
        const body = await read(response, Math.min(most, wholeFileMax))
        return { body: cut(body, piece, status), url }
      }
      response.destroy()
      if (status < 300 || status > 399) throw unfit(`直播源回答 ${status}`)
      const next = within(scope, response.headers.location ?? '', url)
      if (next === null) throw unfit('直播源转到了别处')
      url = next
    }
    throw unfit('直播源转来转去，没有到头')
  }

  return {
    async fetch(piece, scope, bytesMax, signal) {
      const timeout = AbortSignal.timeout(answerWithinMs)
      try {
        return await follow(piece, scope, bytesMax, AbortSignal.any([signal, timeout]))
      } catch (error) {
        if (error instanceof PufaError) throw error
        if (error instanceof PrivateAddress) throw unfit('直播源在内网，没有得到允许')
        throw unfit(timeout.aborted ? '直播源太久没有回答' : '连不上直播源', error)
      }
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

/** Without ranges a whole file comes for one piece of it; larger ones are not worth it. */
const wholeFileMax = 64 * 1024 * 1024
