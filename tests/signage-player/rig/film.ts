/** @file A short film, recorded by the browser itself, so that no test needs an encoder. */
import type { BrowserContext } from 'playwright'

export const filmType = 'video/webm'

/** @returns WebM of about so many milliseconds: a white bar that wanders over green */
export async function recordFilm(context: BrowserContext, origin: string, ms: number): Promise<Buffer> {
  const page = await context.newPage()
  await page.goto(`${origin}/player/square.html`)
  const bytes = await page.evaluate(
    async ([type, length]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 192, height: 96 })
      const pen = canvas.getContext('2d')
      const draw = () => {
        if (!pen) return
        pen.fillStyle = 'green'
        pen.fillRect(0, 0, 192, 96)
        pen.fillStyle = 'white'
        pen.fillRect((performance.now() / 10) % 180, 0, 12, 96)
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
    [filmType, ms] as const,
  )
  await page.close()
  return Buffer.from(bytes)
}
