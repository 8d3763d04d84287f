/** @file A short film, recorded by the browser itself, so that no test needs an encoder. */
import type { BrowserContext } from 'playwright'

export const filmType = 'video/webm'

/** @returns WebM of about so many milliseconds: a white bar that wanders over green */
export function recordFilm(context: BrowserContext, origin: string, ms: number): Promise<Buffer> {
  return record(context, origin, ms, true)
}

/** @returns the same with a bar that stands, so that every frame looks like any other */
export function recordStill(context: BrowserContext, origin: string, ms: number): Promise<Buffer> {
  return record(context, origin, ms, false)
}

async function record(
  context: BrowserContext,
  origin: string,
  ms: number,
  wanders: boolean,
): Promise<Buffer> {
  const page = await context.newPage()
  await page.goto(`${origin}/player/square.html`)
  const bytes = await page.evaluate(
    async ([type, length, moves]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 192, height: 96 })
      const pen = canvas.getContext('2d')
      const draw = () => {
        if (!pen) return
        pen.fillStyle = 'green'
        pen.fillRect(0, 0, 192, 96)
        pen.fillStyle = 'white'
        pen.fillRect(moves ? (performance.now() / 10) % 180 : 64, 0, moves ? 12 : 64, 96)
        requestAnimationFrame(draw)
      }
      draw()
      const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: type })
      const parts: Blob[] = []
      recorder.ondataavailable = ({ data }) => parts.push(data)
      const stopped = new Promise((resolve) => (recorder.onstop = resolve))
      recorder.start()
      setTimeout(() => recorder.stop(), length)
      await stopped
      return Array.from(new Uint8Array(await new Blob(parts).arrayBuffer()))
    },
    [filmType, ms, wanders] as const,
  )
  await page.close()
  return Buffer.from(bytes)
}
