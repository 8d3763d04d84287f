/** @file Brings a picture or a film from the lake into a file, within a bound of bytes and of time. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { LakeAccess } from '../../contracts/part.ts'
import { megabytes } from './film-plan.ts'
import { Refused } from './refusals.ts'

/** Answers that say something of the file and not of the network. */
const finalStatuses: ReadonlySet<number> = new Set([400, 410, 413, 415, 422])

export interface Errand {
  /** Path and query below the lake's asset host. */
  path: string
  bytesMax: number
  withinMs: number
  signal: AbortSignal
}

const tooMany = (bytes: number, bytesMax: number) =>
  new Refused({ code: 'too-many-bytes', found: megabytes(bytes), limit: megabytes(bytesMax) })

/**
 * @returns the content type that came with it
 * @throws Refused when the lake says that the file is unusable, or when there is too much of it
 */
export async function bring(lake: LakeAccess, to: string, errand: Errand): Promise<string | null> {
  const { path, bytesMax, withinMs, signal } = errand
  const response = await fetch(`${lake.assetHost}/${path}`, {
    headers: { authorization: `Bearer ${lake.assetToken ?? lake.token}` },
    signal: AbortSignal.any([signal, AbortSignal.timeout(withinMs)]),
  })
  if (finalStatuses.has(response.status))
    throw new Refused({ code: 'damaged', found: `回答 ${response.status}` })
  if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`)
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > bytesMax) throw tooMany(declared, bytesMax)
  const file = await open(to, 'w')
  try {
    let bytes = 0
    for await (const chunk of response.body) {
      bytes += chunk.length
      if (bytes > bytesMax) throw tooMany(bytes, bytesMax)
      await file.write(chunk)
    }
    if (declared > bytes) throw new Error(`${path}: ${bytes} of ${declared} bytes`)
    await file.sync()
  } finally {
    await file.close()
  }
  return response.headers.get('content-type')
}

export async function hashOf(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}
