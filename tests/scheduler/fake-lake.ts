/**
 * @file A server that stands for a lake where a test must hold its answers in hand: late, broken, or none.
 *
 * Everything else is tested against the real lake.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { LakeAccess } from '../../contracts/part.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface FakeLake {
  access: LakeAccess
  /** Paths that were asked for, in order, with their search. */
  asked: string[]
  /** Answers whatever begins with this path; the last one given counts. */
  on(path: string, answer: Answer): void
}

/** Gone when the test ends. */
export async function fakeLake(): Promise<FakeLake> {
  const answers: { path: string; answer: Answer }[] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    asked.push(url)
    const found = answers.findLast(({ path }) => url.startsWith(path))
    if (found) found.answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    access: {
      apiHost: host,
      assetHost: host,
      projectId: 'pufa',
      dataset: 'production',
      token: 'token-of-the-program',
      useProjectHostname: false,
    },
    asked,
    on: (path, answer) => void answers.push({ path, answer }),
  }
}

export const bytes =
  (body: Buffer, type = 'image/webp'): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
  }

export const jsonAnswer =
  (value: unknown, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }
