/** @file Reads a dataset over HTTP: its documents line by line, its files one by one, checked by their hash. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { LakeAccess } from '../../contracts/part.ts'
import { openLake } from '../../server/lake-client.ts'
import { isRecord, type ArchivedDocument } from './json.ts'
import { splitLines } from './split-lines.ts'
import { AnswerError, persistently } from './target.ts'

const isDocument = (value: unknown): value is ArchivedDocument =>
  isRecord(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'

/** Documents of the service itself are no content; releases are. */
const isContent = (id: string) => !id.startsWith('_.') || id.startsWith('_.releases.')

/** @throws Error in Chinese where the stream ends with an error instead of a document */
export async function* documentsOf(access: LakeAccess): AsyncGenerator<ArchivedDocument> {
  const address = openLake(access).getUrl(`/data/export/${access.dataset}`)
  const response = await persistently(() => fetchOk(address, access.token))
  if (!response.body) return
  for await (const line of splitLines(response.body)) {
    if (line === '') continue
    const value: unknown = JSON.parse(line)
    if (!isDocument(value)) throw new Error(`内容库中途出错，导出没有完成：${line.slice(0, 200)}`)
    if (isContent(value._id)) yield value
  }
}

async function fetchOk(address: string, token: string | null): Promise<Response> {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(address, { headers })
  if (!response.ok) throw new AnswerError(address.split('?')[0] ?? '', response.status)
  return response
}

const SERVICE_CDN = /^cdn\.sanity\.(io|work)$/

/**
 * Fetches an asset as it was uploaded.
 * @returns its hash, or null where there is no such file
 */
export async function downloadAsset(
  access: LakeAccess,
  asset: ArchivedDocument,
  file: string,
): Promise<string | null> {
  const url = new URL(`${access.assetHost}/${String(asset['path'])}`)
  const isOnCdn = SERVICE_CDN.test(url.hostname)
  const isImage = asset._type === 'sanity.imageAsset'
  if (isOnCdn && isImage) url.searchParams.set('dlRaw', 'true')
  try {
    return await persistently(async () => {
      // The service's files are open, and its servers for them want no token.
      const response = await fetchOk(url.href, isOnCdn && !isImage ? null : access.token)
      const hash = createHash('sha1')
      const body = response.body ? Readable.fromWeb(response.body) : Readable.from([])
      body.on('data', (chunk: Buffer) => hash.update(chunk))
      await pipeline(body, createWriteStream(file))
      return hash.digest('hex')
    })
  } catch (error) {
    if (error instanceof AnswerError && [401, 403, 404, 410].includes(error.statusCode)) return null
    throw error
  }
}
