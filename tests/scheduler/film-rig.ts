/** @file Films made for a test by ffmpeg, and what ffprobe says of a file. */
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Without ffmpeg films are not made smaller, and there is nothing to test of it. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

const root = join(import.meta.dirname, '../..')
export const demoFilm = (name: string): string => join(root, 'demonstration/videos', name)

/** @param words after the sources: codecs, filters */
export function makeFilm(
  to: string,
  size: string,
  rate: number,
  seconds: number,
  ...words: string[]
): string {
  const picture = `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`
  const tone = `sine=frequency=300:duration=${seconds}`
  const sources = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', tone]
  const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest']
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...sources, ...codec, ...words, to])
  return to
}

export interface Probed {
  streams: { codec_type: string; codec_name: string; profile?: string; pix_fmt?: string }[]
  video: { width: number; height: number; avg_frame_rate: string; codec_name: string; pix_fmt: string }
  seconds: number
}

export function probe(file: string): Probed {
  const words = ['-v', 'error', '-print_format', 'json', '-show_streams', '-show_format', file]
  const { streams, format } = JSON.parse(execFileSync('ffprobe', words).toString()) as {
    streams: (Probed['streams'][number] & Probed['video'])[]
    format: { duration: string }
  }
  const video = streams.find(({ codec_type: type }) => type === 'video')
  if (!video) throw new Error(`${file} has no picture`)
  return { streams, video, seconds: Number(format.duration) }
}
