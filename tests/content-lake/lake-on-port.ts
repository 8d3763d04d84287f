/** @file A lake on a port of its own, in a folder of its own, with a clock that the test moves. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import type { Disk } from '../../content-lake/assets/incoming.ts'
import { openLake, type Lake, type LakeSettings } from '../../content-lake/main.ts'
import type { Log } from '../../contracts/part.ts'

export const PASSWORD = 'correct horse battery staple'

/** Starts at the real time, so that certificates and file times agree, and stands still until moved. */
export class MovableClock {
  #now = Date.now()
  now() {
    return this.#now
  }
  advance(ms: number) {
    this.#now += ms
  }
}

export interface LoggedLine {
  level: 'info' | 'warn' | 'error'
  fields: object
  message: string
}

export function recordingLog(): Log & { lines: LoggedLine[] } {
  const lines: LoggedLine[] = []
  const at = (level: LoggedLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

export interface LakeOnPort {
  lake: Lake
  origin: string
  folder: string
  clock: MovableClock
  log: ReturnType<typeof recordingLog>
  /** Writes as the program `test`. */
  client: SanityClient
  token: string
  /** Reads without signing in. */
  anonymous: SanityClient
  clientWith(options: Parameters<typeof createClient>[0]): SanityClient
  /** `fetch` of a path of the lake; signed in by token unless told otherwise. */
  fetch(path: string, init?: RequestInit & { anonymous?: boolean }): Promise<Response>
  /** Signs in by form. @returns the cookie header */
  signIn(password?: string): Promise<string>
  close(): Promise<void>
}

export const newFolder = () => mkdtempSync(path.join(tmpdir(), 'pufa-lake-'))

export const settingsFor = (dataFolder: string, more: Partial<LakeSettings> = {}): LakeSettings => ({
  dataFolder,
  projectId: 'pufa',
  dataset: 'production',
  origin: null,
  adminPassword: PASSWORD,
  queryWorkers: 1,
  ...more,
})

export async function startLake(
  more: Partial<LakeSettings> = {},
  folder = newFolder(),
  disk?: Disk,
): Promise<LakeOnPort> {
  const clock = new MovableClock()
  const log = recordingLog()
  const lake = await openLake(settingsFor(folder, more), { clock, log, ...(disk ? { disk } : {}) })
  const server: Server = createServer((request, response) => lake.handle(request, response))
  server.on('upgrade', (request, socket, head) => lake.upgrade?.(request, socket, head))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const token = lake.issueServiceToken('test', 'administrator')
  const clientWith: LakeOnPort['clientWith'] = (options) =>
    createClient({
      projectId: 'pufa',
      dataset: 'production',
      apiVersion: '2025-02-19',
      apiHost: origin,
      useProjectHostname: false,
      useCdn: false,
      perspective: 'raw',
      maxRetries: 0,
      ...options,
    })
  return {
    lake,
    origin,
    folder,
    clock,
    log,
    token,
    clientWith,
    client: clientWith({ token }),
    anonymous: clientWith({}),
    fetch: (to, { anonymous = false, ...init } = {}) =>
      fetch(origin + to, {
        redirect: 'manual',
        ...init,
        headers: { ...(anonymous ? {} : { authorization: `Bearer ${token}` }), ...init.headers },
      }),
    async signIn(password = PASSWORD) {
      const response = await fetch(`${origin}/login`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ user: 'admin', password }).toString(),
      })
      return response.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
    async close() {
      await lake.close()
      await new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
