/** @file The built site on a port of its own, over a real lake that holds the documents given. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { openSite } from '../../site/main.ts'
import { recordingLog, startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'
import { temporaryFolder } from '../support/program.ts'

const dist = path.join(import.meta.dirname, '../../dist/site')

export interface SiteOnPort {
  lake: LakeOnPort
  base: string
  log: ReturnType<typeof recordingLog>
  /** Does not follow redirects. */
  get(to: string, init?: RequestInit): Promise<Response>
  text(to: string): Promise<string>
  /** Posts a form. */
  post(to: string, fields: Readonly<Record<string, string>>, headers?: HeadersInit): Promise<Response>
  close(): Promise<void>
}

export async function startSite(documents: readonly { _id: string; _type: string }[]): Promise<SiteOnPort> {
  const log = recordingLog()
  const lake = await startLake()
  const transaction = lake.client.transaction()
  for (const document of documents) transaction.create(document as never)
  await transaction.commit({ visibility: 'sync' })
  const site = await openSite(
    {
      serverEntry: path.join(dist, 'server/entry.mjs'),
      clientFolder: path.join(dist, 'client'),
      folder: temporaryFolder(),
      lake: {
        projectId: 'pufa',
        dataset: 'production',
        useProjectHostname: false,
        apiHost: lake.origin,
        assetHost: lake.origin,
        token: lake.lake.issueServiceToken('site', 'receiver'),
      },
      origin: 'https://pufa.example',
      localAddress: 'http://localhost',
      zone: 'Asia/Shanghai',
    },
    { clock: lake.clock, log },
  )
  const server = createServer((request, response) => site.handle(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await site.start?.()
  const get = (to: string, init: RequestInit = {}) => fetch(base + to, { redirect: 'manual', ...init })
  return {
    lake,
    base,
    log,
    get,
    text: async (to) => (await get(to)).text(),
    post: (to, fields, headers = {}) =>
      get(to, { method: 'POST', body: new URLSearchParams(fields), headers }),
    async close() {
      await site.close()
      server.close()
      await lake.close()
    },
  }
}

/** @returns whether it came to hold in time */
export async function until(holds: () => Promise<boolean>, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  while (performance.now() < end) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return false
}
