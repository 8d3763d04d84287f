/**
 * @file What a film's own bytes say of it: container, codec, size, length, sound. Its name says nothing.
 *
 * Only the headers are read. `null` means: no film of a kind that screens are given.
 */
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { readMp4 } from './mp4.ts'
import { readWebm } from './webm.ts'

export interface FilmFacts {
  container: 'mp4' | 'webm'
  /** `h264`, `vp9`, `hevc` …, or the four letters of an unknown one; `null`: there is no picture. */
  codec: string | null
  /** Every screen's browser decodes it as it is. */
  decodable: boolean
  /** As it is shown: turned, and with square pixels. */
  width: number
  height: number
  /** Stored otherwise than it is shown. */
  turned: boolean
  seconds: number
  framesPerSecond: number | null
  sound: boolean
  bytes: number
  /** It can begin to play before all of it is read. */
  fast: boolean
}

/** Where the bytes are. */
export interface Source {
  bytes: number
  read(at: number, length: number): Promise<Buffer>
}

const magicBytes = 12

/** The demuxer that must read it: one that is forced never follows a disguised list to other files. */
export const demuxers: Readonly<Record<FilmFacts['container'], string>> = { mp4: 'mov', webm: 'matroska' }

function sourceOf(file: FileHandle, bytes: number): Source {
  return {
    bytes,
    async read(at, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, bytes - at)))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      return buffer.subarray(0, bytesRead)
    },
  }
}

/** @throws Error when the headers are cut off or contradict themselves */
export async function factsOf(source: Source): Promise<FilmFacts | null> {
  const head = await source.read(0, magicBytes)
  if (head.toString('latin1', 4, 8) === 'ftyp') return readMp4(source)
  if (head.readUInt32BE(0) === 0x1a45dfa3) return readWebm(source)
  return null
}

export async function readFacts(path: string): Promise<FilmFacts | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return size < magicBytes ? null : await factsOf(sourceOf(file, size))
  } finally {
    await file.close()
  }
}
