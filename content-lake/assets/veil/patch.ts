/**
 * @file What is laid over a file's bytes when it is sent: some other bytes, or nothing but zeros.
 *
 * Pure. The length never changes, so ranges and sizes stay what they are.
 */
export interface Patch {
  at: number
  length: number
  /** Written from `at`; zeros follow up to `length`. */
  bytes: Buffer
}

const NOTHING = Buffer.alloc(0)

export const blank = (at: number, length: number): Patch => ({ at, length, bytes: NOTHING })
export const write = (at: number, bytes: Buffer, length = bytes.length): Patch => ({ at, length, bytes })

/** @param offset where in the file `chunk` begins. @returns `chunk` itself where nothing lies over it */
export function overlay(chunk: Buffer, offset: number, patches: readonly Patch[]): Buffer {
  const end = offset + chunk.length
  const touching = patches.filter(({ at, length }) => at < end && at + length > offset)
  if (touching.length === 0) return chunk
  const copy = Buffer.from(chunk)
  for (const { at, length, bytes } of touching) {
    const from = Math.max(0, at - offset)
    const to = Math.min(chunk.length, at + length - offset)
    copy.fill(0, from, to)
    const skipped = Math.max(0, offset - at)
    if (skipped < bytes.length) bytes.copy(copy, from, skipped, Math.min(bytes.length, skipped + to - from))
  }
  return copy
}
