/**
 * @file What is remembered of an upload that comes in parts, in a file beside its bytes.
 *
 * Written whole or not at all. `offset` is what is on the disk for certain: after a power cut the bytes are
 * cut back to it, so that no part goes on after a gap.
 */
import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import * as v from 'valibot'
import type { Instant } from '../../../contracts/part.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const shape = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/)),
  /** Of the account that sends it; to all others it does not exist. */
  owner: v.string(),
  wantsImage: v.boolean(),
  /** Bytes of the whole. */
  length: count,
  /** Bytes that are on the disk. */
  offset: count,
  /** What the asset's document is told besides: a query string. */
  about: v.string(),
  touchedAt: v.number(),
  /** Once it is whole and admitted: the asset's document. Its bytes have gone their way then. */
  assetId: v.nullable(v.string()),
})

export type PartsRecord = v.InferOutput<typeof shape>

/** @returns when it is given up, if nothing more comes */
export const expiryOf = ({ touchedAt }: PartsRecord, keptMs: number): Instant => touchedAt + keptMs

/** @returns `null` for a file that holds no record */
export function readRecord(file: string): PartsRecord | null {
  try {
    const parsed = v.safeParse(shape, JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success && parsed.output.offset <= parsed.output.length ? parsed.output : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export async function writeRecord(file: string, record: PartsRecord): Promise<void> {
  const beside = `${file}.new`
  const handle = await open(beside, 'w')
  try {
    await handle.writeFile(JSON.stringify(record))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
}
