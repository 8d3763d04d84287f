/** @file Uploads the files of an archive, each once: a file that is there already, by its content, stays. */
import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { SanityClient } from '@sanity/client'
import type { LakeAccess } from '../../contracts/part.ts'
import type { AssetKind, AssetMark } from './asset-refs.ts'
import { isRecord, type ArchivedDocument, type Json } from './json.ts'
import { AnswerError, persistently } from './target.ts'

export interface AssetFile extends AssetMark {
  /** Where it lies. */
  file: string
  sha1: string
}

/** What a home works out for itself; the rest of an asset's document is brought along. */
const OWN = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt', 'sha1hash', 'size', 'uploadId'])
/** Where and with what a photograph was taken stays behind: documents are open to readers. */
const UNTOLD = ['exif', 'location']

export const kindOf = (name: string): AssetKind => (name.startsWith('images/') ? 'image' : 'file')

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The document of the same content, should it be there. */
export const findAsset = (client: SanityClient, { kind, sha1 }: AssetFile): Promise<string | null> =>
  persistently(() =>
    client.fetch<string | null>(`*[_type == $type && sha1hash == $sha1][0]._id`, {
      type: `sanity.${kind}Asset`,
      sha1,
    }),
  )

/** @returns the id it has now. @throws Error in Chinese that names the file */
export async function uploadAsset(
  client: SanityClient,
  { token, dataset }: LakeAccess,
  { kind, path: name, file }: AssetFile,
  facts: Record<string, Json>,
): Promise<string> {
  const filename =
    typeof facts['originalFilename'] === 'string' ? facts['originalFilename'] : path.basename(name)
  const address = client.getUrl(`/assets/${kind}s/${dataset}?filename=${encodeURIComponent(filename)}`)
  return persistently(async () => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: await openAsBlob(file),
    })
    const answer: unknown = await response.json().catch(() => null)
    const document = isRecord(answer) ? answer['document'] : null
    if (response.ok && isRecord(document) && typeof document['_id'] === 'string') return document['_id']
    if (response.status === 429 || response.status >= 500) throw new AnswerError('上传', response.status)
    const reason =
      isRecord(answer) && typeof answer['message'] === 'string' ? answer['message'] : response.status
    throw new Error(`${name} 没有上传成功：${reason}`)
  })
}

/** What an archive says of an asset and its new document does not say yet. */
export function factsToSet(facts: Record<string, Json>, present: ArchivedDocument): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([key]) => !OWN.has(key))
      .map(([key, value]): [string, Json] => [key, key === 'metadata' ? withoutPlaces(value) : value])
      .filter(([key, value]) => !isDeepStrictEqual(present[key], value)),
  )
}

const withoutPlaces = (metadata: Json): Json =>
  isRecord(metadata)
    ? Object.fromEntries(Object.entries(metadata).filter(([key]) => !UNTOLD.includes(key)))
    : metadata
