/** @file An upload in parts outlives kill -9 of the lake in the middle of a part. */
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newFolder } from './lake-on-port.ts'
import { filmOf, MEGABYTE, senderOf, sha256 } from './upload-rig.ts'

const folder = newFolder()
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start() {
  const server = path.join(import.meta.dirname, 'kill-server.ts')
  const child = spawn(process.execPath, [server, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const line = await new Promise<string>((told) => child.stdout.once('data', (text) => told(String(text))))
  const { port, token } = JSON.parse(line) as { port: number; token: string }
  const origin = `http://127.0.0.1:${port}`
  const asking = (to: string, init: RequestInit = {}) =>
    fetch(origin + to, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  const kill = () =>
    new Promise<void>((gone) => {
      child.once('exit', () => gone())
      child.kill('SIGKILL')
    })
  return { origin, token, kill, sender: senderOf({ fetch: asking }) }
}

test('what was told as taken is there after kill -9, and the whole is the same to the last bit', async () => {
  const film = filmOf(24 * MEGABYTE)
  const first = await start()
  const location = await first.sender.begin(film.length)
  await first.sender.part(location, 0, film.subarray(0, 3 * MEGABYTE))
  const call = httpRequest(first.origin + location, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${first.token}`,
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': 3 * MEGABYTE,
      'content-length': 21 * MEGABYTE,
    },
  })
  call.on('error', () => undefined)
  await new Promise<void>((sent) => call.write(film.subarray(3 * MEGABYTE, 16 * MEGABYTE), () => sent()))
  await first.kill()
  const second = await start()
  const reached = await second.sender.offset(location)
  expect(reached).toBeGreaterThanOrEqual(3 * MEGABYTE)
  await second.sender.part(location, reached, film.subarray(reached))
  // The answer of the first asking is lost with the program.
  const asked = second.sender.finish(location).catch(() => null)
  await asked
  await second.kill()
  const third = await start()
  const { document } = (await (await third.sender.finish(location)).json()) as {
    document: { sha256: string; size: number }
  }
  expect(document).toMatchObject({ sha256: sha256(film), size: film.length })
}, 30_000)
