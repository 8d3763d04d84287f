/** @file Uploads in parts as a program sends them, one request a step, so that a test can lie in each. */
import { createHash } from 'node:crypto'
import type { LakeOnPort } from './lake-on-port.ts'

export const MEGABYTE = 1024 * 1024

/** Begins as an MP4 does; the rest is noise that no two places share. */
export function filmOf(bytes: number): Buffer<ArrayBuffer> {
  const film = Buffer.alloc(bytes)
  for (let at = 0; at + 4 <= bytes; at += 4) film.writeUInt32LE((at * 2654435761) >>> 0, at)
  film.write('\0\0\0\x18ftypisom\0\0\0\0isommp42', 0, 'latin1')
  return film
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

export interface Sender {
  post(path: string, headers?: Record<string, string>): Promise<Response>
  begin(length: number, more?: { kind?: 'files' | 'images'; filename?: string }): Promise<string>
  part(
    location: string,
    offset: number,
    bytes: Buffer<ArrayBuffer>,
    headers?: Record<string, string>,
  ): Promise<Response>
  offset(location: string): Promise<number>
  finish(location: string): Promise<Response>
}

const VERSION = { 'tus-resumable': '1.0.0' }
const begun = '/v2025-02-19/pufa/uploads'

/** @param authorization of another account than the rig's own */
export function senderOf(at: Pick<LakeOnPort, 'fetch'>, authorization?: string): Sender {
  const own: Record<string, string> = authorization ? { authorization } : {}
  const post: Sender['post'] = (path, headers = {}) =>
    at.fetch(path.startsWith('/') ? path : `${begun}/${path}`, {
      method: 'POST',
      headers: { ...VERSION, ...own, ...headers },
    })
  return {
    post,
    async begin(length, { kind = 'files', filename = '片子.mp4' } = {}) {
      const response = await post(`${kind}/production`, {
        'upload-length': String(length),
        'upload-metadata': `filename ${Buffer.from(filename).toString('base64')}`,
      })
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
      return response.headers.get('location') ?? ''
    },
    part: (location, offset, bytes, headers = {}) =>
      at.fetch(location, {
        method: 'PATCH',
        body: bytes,
        headers: {
          ...VERSION,
          ...own,
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
          ...headers,
        },
      }),
    async offset(location) {
      const response = await at.fetch(location, { method: 'HEAD', headers: { ...VERSION, ...own } })
      if (!response.ok) throw new Error(String(response.status))
      return Number(response.headers.get('upload-offset'))
    },
    finish: (location) => post(`${location}/finish`),
  }
}
