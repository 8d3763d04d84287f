/**
 * @file Brings the demonstration's pictures and films into the lake.
 *
 * The lake names an asset after its bytes, so the same file uploaded twice is one asset, and a document's
 * picture can be compared with the file on disk by the SHA-1 in its id.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import { demoFolder } from './content.ts'
import { parseMarker } from './references.ts'

const uploadsAtOnceMax = 2
const uploadMsMax = 120_000

const contentTypes: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
}

function openMarker(marker: string) {
  const parsed = parseMarker(marker)
  if (parsed === null) throw new Error(`演示内容里的图片路径写法不对：${marker}`)
  return { ...parsed, file: join(demoFolder, parsed.path) }
}

/** SHA-1 of the file a marker names, in hexadecimal. */
export const hashOf = (marker: string): string =>
  createHash('sha1')
    .update(readFileSync(openMarker(marker).file))
    .digest('hex')

async function uploadOne(client: SanityClient, marker: string): Promise<string> {
  const { kind, file } = openMarker(marker)
  const contentType = contentTypes[extname(file)]
  if (contentType === undefined) throw new Error(`演示内容里的文件类型不认识：${marker}`)
  const options = { filename: basename(file), contentType, timeout: uploadMsMax }
  const asset = await client.assets.upload(kind, readFileSync(file), options)
  return asset._id
}

/**
 * @param markers as written in the documents; each is uploaded once
 * @returns marker → id of the lake's asset
 */
export async function uploadAssets(
  client: SanityClient,
  markers: Iterable<string>,
  progress: (line: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const waiting = [...new Set(markers)]
  const total = waiting.length
  const ids = new Map<string, string>()
  const work = async () => {
    for (let marker = waiting.shift(); marker !== undefined; marker = waiting.shift()) {
      ids.set(marker, await uploadOne(client, marker))
      if (ids.size % 20 === 0 || ids.size === total) progress(`已上传图片和影片 ${ids.size}/${total}`)
    }
  }
  await Promise.all(Array.from({ length: uploadsAtOnceMax }, work))
  return ids
}
