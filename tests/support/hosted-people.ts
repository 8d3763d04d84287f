/**
 * @file People of a hosted service who sign in by token: a program's lake plays the service, and this stands
 * before it and takes the secret of a person's session as a bearer, as the real service does.
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sessionCookieName } from '../../contracts/session.ts'
import { samplePassword } from './review-people.ts'
import type { Program } from './program.ts'

export interface HostedService {
  origin: string
  /** Signs a sample account in. @returns a bearer token of that person */
  tokenOf(name: string): Promise<string>
  close(): Promise<void>
}

export async function openHostedService(service: Program): Promise<HostedService> {
  const sessions = new Set<string>()
  const { port } = service

  /** A person's bearer becomes the session that it stands for. */
  function headersOf({ headers }: IncomingMessage) {
    const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
    if (!sessions.has(bearer)) return headers
    const { authorization: _, origin = service.origin, ...rest } = headers
    return {
      ...rest,
      origin,
      host: `localhost:${port}`,
      cookie: `${sessionCookieName}=${bearer}`,
    }
  }

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = 'GET', url = '/' } = incoming
    const asked = ask(
      { host: '127.0.0.1', port, method, path: url, headers: headersOf(incoming) },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      },
    )
    asked.on('error', () => outgoing.destroy())
    outgoing.on('close', () => asked.destroy())
    incoming.pipe(asked)
  }

  const server = createServer(pass)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async tokenOf(name) {
      const password = samplePassword(service, name)
      const answer = await fetch(`${service.origin}/login`, {
        method: 'POST',
        body: new URLSearchParams({ user: name, password }),
        headers: { origin: service.origin },
        redirect: 'manual',
      })
      const secret = new RegExp(`${sessionCookieName}=([\\w-]+)`).exec(
        answer.headers.get('set-cookie') ?? '',
      )?.[1]
      if (!secret) throw new Error(`${name} could not sign in: ${answer.status}`)
      sessions.add(secret)
      return secret
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
