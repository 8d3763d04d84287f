/**
 * @file Renders the short films and hands their frames to ffmpeg; also runs on its own.
 *
 * Each film becomes H.264 MP4 (main profile, yuv420p, faststart), VP9 WebM and a poster.
 * Needs `ffmpeg` with libx264 and libvpx-vp9 on the machine that draws; nothing of it is shipped.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constitution } from './films/constitution.ts'
import { elders } from './films/elders.ts'
import { captions, type Film, frameAt, length, screen } from './films/film.ts'
import { fraud } from './films/fraud.ts'
import { loan } from './films/loan.ts'
import { render, writeWebp } from './raster.ts'

const films: readonly Film[] = [loan, fraud, elders, constitution]

const bytesMax = 1_000_000

const posterBytesMax = 40_000

const exact = ['-an', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact']

const h264 = [
  '-c:v',
  'libx264',
  '-profile:v',
  'main',
  '-level',
  '3.0',
  '-pix_fmt',
  'yuv420p',
  '-preset',
  'slow',
  '-tune',
  'animation',
  '-crf',
  '24',
  '-g',
  '50',
  '-movflags',
  '+faststart',
]

const vp9 = [
  '-c:v',
  'libvpx-vp9',
  '-pix_fmt',
  'yuv420p',
  '-crf',
  '36',
  '-b:v',
  '0',
  '-g',
  '100',
  '-cpu-used',
  '3',
  '-threads',
  '1',
]

/** Runs one encoding of raw frames coming in on standard input. */
function encoder(codec: readonly string[], file: string) {
  const source = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgba',
    '-s',
    `${screen.width}x${screen.height}`,
    '-r',
    String(screen.framesPerSecond),
    '-i',
    '-',
  ]
  const child = spawn('ffmpeg', ['-y', '-loglevel', 'error', ...source, ...exact, ...codec, file], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const done = once(child, 'close').then(([code]) => {
    if (code !== 0)
      throw new Error(
        `ffmpeg ended with ${String(code)} for ${file}. Check that libx264 and libvpx-vp9 are built in.`,
      )
  })
  return { input: child.stdin, done }
}

/** Renders one film once and feeds both encoders. */
async function shoot(film: Film, folder: string): Promise<void> {
  const files = [join(folder, `${film.slug}.mp4`), join(folder, `${film.slug}.webm`)] as const
  const encoders = [encoder(h264, files[0]), encoder(vp9, files[1])]
  const count = length(film) * screen.framesPerSecond
  for (let i = 0; i < count; i++) {
    const { data } = render(frameAt(film, i / screen.framesPerSecond))
    for (const { input } of encoders) if (!input.write(data)) await once(input, 'drain')
  }
  for (const { input } of encoders) input.end()
  await Promise.all(encoders.map((e) => e.done))
  for (const file of files) {
    const { size } = await stat(file)
    if (size > bytesMax) throw new Error(`${file} is ${size} bytes, over ${bytesMax}. Raise its crf.`)
    process.stdout.write(`${file.slice(folder.length + 1)} ${size}\n`)
  }
  await writeWebp(join(folder, `${film.slug}.poster.webp`), frameAt(film, 2.4), posterBytesMax)
}

/** Shoots every film into `folder` and writes its list. */
export async function drawVideos(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const film of films) await shoot(film, folder)
  const list = films.map((film) => ({
    slug: film.slug,
    title: film.title,
    genre: film.genre,
    seconds: length(film),
    width: screen.width,
    height: screen.height,
    captions: captions(film),
    alt: film.alt,
    story: film.story,
  }))
  await writeFile(join(folder, 'videos.json'), `${JSON.stringify(list, null, 2)}\n`)
}

if (import.meta.main) await drawVideos(join(import.meta.dirname, '../../demonstration/videos'))
