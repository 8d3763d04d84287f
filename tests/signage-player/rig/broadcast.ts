/**
 * @file A broadcast that a test holds in its hands: recorded by the browser itself, cut into fragments, and
 * played round and round without a seam, as a source on a port gives it.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext } from 'playwright'

export interface Recording {
  init: Buffer
  fragments: readonly { body: Buffer; ticks: number }[]
  ticksPerSecond: number
}

interface Box {
  type: string
  start: number
  end: number
}

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const end = at + bytes.readUInt32BE(at)
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, end })
    at = end
  }
  return boxes
}

/** Where the decode time stands in a fragment: always written with 64 bits. */
function timeAt(fragment: Buffer): number {
  const at = fragment.indexOf('tfdt')
  if (at < 0 || fragment[at + 4] !== 1) throw new Error('a fragment without a long decode time')
  return at + 8
}

/** @returns about so many seconds of a white bar that wanders over green, parted at its key frames */
export async function record(context: BrowserContext, origin: string, seconds: number): Promise<Recording> {
  const page = await context.newPage()
  await page.goto(`${origin}/player/square.html`)
  const recorded = await page.evaluate(async (length) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 192, height: 96 })
    const pen = canvas.getContext('2d')
    const draw = () => {
      if (!pen) return
      pen.fillStyle = 'rgb(0,160,0)'
      pen.fillRect(0, 0, 192, 96)
      pen.fillStyle = 'white'
      pen.fillRect((performance.now() / 10) % 180, 0, 12, 96)
      requestAnimationFrame(draw)
    }
    draw()
    const options = { mimeType: 'video/mp4;codecs=vp9', videoKeyFrameIntervalDuration: 1_000 }
    const recorder = new MediaRecorder(canvas.captureStream(25), options)
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.start()
    setTimeout(() => recorder.stop(), length * 1_000)
    await stopped
    return Array.from(new Uint8Array(await new Blob(parts).arrayBuffer()))
  }, seconds)
  await page.close()
  const bytes = Buffer.from(recorded)
  const boxes = boxesIn(bytes)
  const moov = boxes.find(({ type }) => type === 'moov')
  const heads = boxes.filter(({ type }) => type === 'moof')
  if (!moov || heads.length < 3) throw new Error('the browser recorded too little')
  const mdhd = bytes.indexOf('mdhd', moov.start)
  const ticksPerSecond = bytes.readUInt32BE(mdhd + (bytes[mdhd + 4] === 1 ? 24 : 16))
  const pieces = heads.map((head, index) => {
    const next = heads[index + 1]?.start ?? boxes.findLast(({ type }) => type === 'mdat')?.end ?? bytes.length
    return bytes.subarray(head.start, next)
  })
  const times = pieces.map((piece) => Number(piece.readBigUInt64BE(timeAt(piece))))
  // How long the last one is nobody says.
  const fragments = pieces.slice(0, -1).map((body, at) => ({
    body,
    ticks: (times[at + 1] ?? 0) - (times[at] ?? 0),
  }))
  const init = bytes.subarray(0, moov.end)
  // The recorder leaves the level out, and no decoder takes a film without one.
  init[init.indexOf('vpcC') + 9] = levelOne
  return { init, fragments, ticksPerSecond }
}

/** VP9 level 1.0. */
const levelOne = 10
const keptInList = 6

export interface Broadcast {
  /** Of its playlist. */
  url: string
  asked: string[]
  /** Its time runs only while it is on. */
  run(on: boolean): void
  /** The source answers nothing at all. */
  silent: boolean
  ended: boolean
  close(): Promise<void>
}

export async function broadcastOf({ init, fragments, ticksPerSecond }: Recording): Promise<Broadcast> {
  const loopTicks = fragments.reduce((sum, { ticks }) => sum + ticks, 0)
  const startOf = (sequence: number): number => {
    const loops = Math.floor(sequence / fragments.length)
    const before = fragments.slice(0, sequence % fragments.length)
    return loops * loopTicks + before.reduce((sum, { ticks }) => sum + ticks, 0)
  }
  // As if it had been on for some time already.
  let aired = 10_000
  let since: number | null = Date.now()
  const airedMs = (): number => aired + (since === null ? 0 : Date.now() - since)
  const newest = (): number => {
    let sequence = 0
    while ((startOf(sequence + 2) / ticksPerSecond) * 1_000 <= airedMs()) sequence++
    return sequence
  }
  const list = (): string => {
    const last = newest()
    const first = Math.max(0, last - keptInList + 1)
    const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:2', `#EXT-X-MEDIA-SEQUENCE:${first}`]
    lines.push('#EXT-X-MAP:URI="init.mp4"')
    for (let sequence = first; sequence <= last; sequence++) {
      const seconds = (startOf(sequence + 1) - startOf(sequence)) / ticksPerSecond
      lines.push(`#EXTINF:${seconds.toFixed(5)},`, `s${sequence}.m4s`)
    }
    return [...lines, ...(self.ended ? ['#EXT-X-ENDLIST'] : []), ''].join('\n')
  }
  const segment = (sequence: number): Buffer => {
    const body = Buffer.from(fragments[sequence % fragments.length]?.body ?? Buffer.alloc(0))
    body.writeBigUInt64BE(BigInt(startOf(sequence)), timeAt(body))
    return body
  }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    self.asked.push(path)
    if (self.silent) return void response.writeHead(503).end()
    if (path.endsWith('index.m3u8'))
      return void response.end('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=60000,RESOLUTION=192x96\nlow.m3u8\n')
    if (path.endsWith('low.m3u8')) return void response.end(list())
    if (path.endsWith('init.mp4')) return void response.end(init)
    const [, sequence] = /s(\d+)\.m4s$/u.exec(path) ?? []
    if (sequence === undefined) return void response.writeHead(404).end()
    response.end(segment(Number(sequence)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const self: Broadcast = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/court/index.m3u8`,
    asked: [],
    silent: false,
    ended: false,
    run(on) {
      aired = airedMs()
      since = on ? Date.now() : null
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return self
}
