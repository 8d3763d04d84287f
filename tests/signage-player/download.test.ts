import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openDownload } from '../../signage-player/assets/download.ts'

const whole = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251))
let server: Server | null = null

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server that cuts each of the first answers after so many bytes. */
async function serving(cuts: number[], ranges: boolean) {
  const asked: (string | undefined)[] = []
  const sent: number[] = []
  server = createServer((request, response) => {
    const { range } = request.headers
    asked.push(range)
    const from = ranges ? Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1] ?? 0) : 0
    const body = whole.subarray(from)
    const cut = cuts.shift()
    sent.push(cut ?? body.length)
    if (from > 0)
      response.writeHead(206, { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` })
    if (cut === undefined) return void response.end(body)
    response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 50))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/film`, asked, sent }
}

describe('a download', () => {
  test('goes on where the line was cut, and the bytes are the same', async () => {
    const { url, asked } = await serving([60_000, 50_000], true)
    const download = openDownload()
    await expect(download(url, whole.length)).rejects.toThrow()
    await expect(download(url, whole.length)).rejects.toThrow()
    expect(Buffer.from(await download(url, whole.length)).equals(whole)).toBe(true)
    expect(asked).toEqual([undefined, 'bytes=60000-', 'bytes=110000-'])
  })

  test('begins anew where the server cannot go on, and mixes nothing', async () => {
    const { url } = await serving([60_000], false)
    const download = openDownload()
    await expect(download(url, whole.length)).rejects.toThrow()
    expect(Buffer.from(await download(url, whole.length)).equals(whole)).toBe(true)
  })

  test('another file takes nothing from the one that was cut', async () => {
    const { url, asked } = await serving([60_000], true)
    const download = openDownload()
    await expect(download(url, whole.length)).rejects.toThrow()
    await download(`${url}?other`, whole.length)
    expect(asked).toEqual([undefined, undefined])
  })

  test('more bytes than were announced, or fewer, are refused', async () => {
    const { url } = await serving([], true)
    await expect(openDownload()(url, whole.length - 1)).rejects.toThrow('bytes')
    await expect(openDownload()(url, whole.length + 1)).rejects.toThrow('bytes')
  })
})
