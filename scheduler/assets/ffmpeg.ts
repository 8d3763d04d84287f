/**
 * @file The system's own ffmpeg: makes a film fit a screen, or takes one frame of it.
 *
 * It runs niced and on one thread, so that pushes and pages come first; it reads nothing but the one file,
 * by the demuxer that the file's bytes ask for; it is killed when it stands still or takes too long.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { demuxers, type FilmFacts } from './film-facts.ts'
import type { Encoding } from './film-plan.ts'

export interface FilmTools {
  /** Whether it is there; where it is not, it is looked for again after a minute. */
  available(): Promise<boolean>
  /** @param progress told the share that is done, 0 to 1 */
  encode(from: FilmFile, to: string, encoding: Encoding, progress: (share: number) => void): Promise<void>
  /** One frame that says something of the film, as JPEG. */
  poster(from: FilmFile, to: string, size: { width: number; height: number }): Promise<void>
  /** Kills what runs. */
  close(): void
}

export interface FilmFile {
  path: string
  facts: FilmFacts
}

const stillMs = 120_000
const startMs = 60_000
/** A slow machine may need so many seconds for one of the film. */
const slowestFactor = 40
const totalMsMax = 3 * 3_600_000
const errorCharactersMax = 500
const lookAgainMs = 60_000

const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', '-threads', '1']

const input = ({ path, facts }: FilmFile): string[] => [
  ...['-protocol_whitelist', 'file', '-f', demuxers[facts.container]],
  ...['-i', path],
]

const h264 = ['-c:v', 'libx264', '-profile:v', 'main', '-preset', 'medium', '-crf', '23', '-threads', '1']
const vp9 = ['-c:v', 'libvpx-vp9', '-crf', '33', '-deadline', 'good', '-cpu-used', '4', '-threads', '1']

function picturesOf({ facts }: FilmFile, encoding: Encoding): string[] {
  const { pictures, width, height, framesPerSecond, bitsPerSecond } = encoding
  if (pictures === 'copy') return ['-c:v', 'copy']
  const filters = [
    ...(framesPerSecond ? [`fps=${framesPerSecond}`] : []),
    `scale=${width}:${height}:flags=lanczos`,
    'setsar=1',
    'format=yuv420p',
  ]
  const bits = String(bitsPerSecond)
  const limits = ['-maxrate', bits, '-bufsize', String(2 * bitsPerSecond)]
  const codec = facts.container === 'mp4' ? [...h264, ...limits] : [...vp9, '-b:v', bits]
  // A player seeks to where the timetable stands, so there is a whole picture every few seconds.
  return ['-vf', filters.join(','), ...codec, '-g', '90']
}

function soundOf({ facts }: FilmFile, { sound }: Encoding): string[] {
  if (!sound) return ['-an']
  const codec = facts.container === 'mp4' ? ['-c:a', 'aac'] : ['-c:a', 'libopus']
  return [...codec, '-b:a', '96k', '-ac', '2', '-ar', '48000']
}

/** Exported for tests: every word that ffmpeg is given. */
export function encodeArguments(from: FilmFile, to: string, encoding: Encoding): string[] {
  const { container } = from.facts
  return [
    ...quiet,
    ...['-progress', 'pipe:1'],
    ...input(from),
    ...['-map', '0:v:0', ...(encoding.sound ? ['-map', '0:a:0'] : [])],
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...picturesOf(from, encoding),
    ...soundOf(from, encoding),
    ...(container === 'mp4' ? ['-movflags', '+faststart', '-f', 'mp4'] : ['-f', 'webm']),
    to,
  ]
}

function posterArguments(from: FilmFile, to: string, size: { width: number; height: number }): string[] {
  const start = from.facts.seconds > 4 ? '1' : '0'
  const filters = `thumbnail=n=50,scale=${size.width}:${size.height}:flags=lanczos,setsar=1`
  return [
    ...quiet,
    ...['-ss', start],
    ...input(from),
    ...['-map', '0:v:0', '-frames:v', '1', '-vf', filters],
    ...['-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p', '-f', 'image2', '-update', '1', to],
  ]
}

/** @param niced where the system has `nice`, so that the threads are niced from the first on */
function start(program: string, words: readonly string[], niced: boolean): ChildProcess {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  return niced && process.platform !== 'win32'
    ? spawn('nice', ['-n', '15', program, ...words], { stdio })
    : spawn(program, words, { stdio, windowsHide: true })
}

/** Where films are to go as they are. */
export const noFfmpeg: FilmTools = {
  available: () => Promise.resolve(false),
  encode: () => Promise.reject(new Error('ffmpeg is switched off')),
  poster: () => Promise.reject(new Error('ffmpeg is switched off')),
  close: () => undefined,
}

export function systemFfmpeg(program = 'ffmpeg'): FilmTools {
  const running = new Set<ChildProcess>()
  let known: Promise<boolean> | null = null
  let lookAgain: NodeJS.Timeout | undefined

  function run(
    words: readonly string[],
    { msMax, niced, progress }: { msMax: number; niced: boolean; progress?: (seconds: number) => void },
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = start(program, words, niced)
      running.add(child)
      let told = ''
      let furthest = -1
      let why: string | null = null
      const kill = (reason: string) => () => {
        why = reason
        child.kill('SIGKILL')
      }
      const total = setTimeout(kill('took too long'), msMax)
      let still = setTimeout(kill('stood still'), stillMs)
      child.stdout?.on('data', (chunk: Buffer) => {
        const [, text] = /out_time_us=(\d+)(?!.*out_time_us)/s.exec(chunk.toString('latin1')) ?? []
        const seconds = Number(text ?? -1) / 1_000_000
        if (seconds <= furthest) return
        furthest = seconds
        clearTimeout(still)
        still = setTimeout(kill('stood still'), stillMs)
        progress?.(seconds)
      })
      child.stderr?.on('data', (chunk: Buffer) => {
        told = (told + chunk.toString('utf8')).slice(-errorCharactersMax)
      })
      const end = (error: Error | null): void => {
        clearTimeout(total)
        clearTimeout(still)
        running.delete(child)
        if (error) reject(error)
        else resolve()
      }
      child.on('error', end)
      child.on('close', (code) =>
        end(code === 0 ? null : new Error(`ffmpeg: ${why ?? `${code}`} ${told.trim()}`)),
      )
    })
  }

  return {
    available() {
      known ??= run(['-version'], { msMax: 10_000, niced: false }).then(
        () => true,
        () => {
          lookAgain = setTimeout(() => (known = null), lookAgainMs)
          lookAgain.unref()
          return false
        },
      )
      return known
    },
    async encode(from, to, encoding, progress) {
      const { seconds } = from.facts
      await run(encodeArguments(from, to, encoding), {
        msMax: Math.min(totalMsMax, startMs + seconds * slowestFactor * 1_000),
        niced: true,
        progress: (done) => progress(Math.min(1, done / seconds)),
      })
    },
    poster: (from, to, size) => run(posterArguments(from, to, size), { msMax: startMs, niced: true }),
    close() {
      clearTimeout(lookAgain)
      for (const child of running) child.kill('SIGKILL')
    },
  }
}
