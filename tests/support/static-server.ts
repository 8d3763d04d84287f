/** @file A host that has nothing but files, and serves one folder below a path: what a copy of the site gets. */
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
}

export interface StaticServer {
  origin: string
  /** Paths with their query, as they were asked for. */
  asked: string[]
  close(): Promise<void>
}

export async function serveFolder(folder: string, base: string): Promise<StaticServer> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? '')
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const file = path.startsWith(base) ? join(folder, path.slice(base.length)) : null
    const found = file === null ? null : await stat(file).catch(() => null)
    if (file !== null && found?.isDirectory() && !path.endsWith('/')) {
      response.writeHead(301, { location: `${encodeURI(path)}/` }).end()
      return
    }
    const wanted = file !== null && found?.isDirectory() ? join(file, 'index.html') : (file ?? '')
    const body = await readFile(wanted).catch(() => null)
    response.writeHead(body === null ? 404 : 200, {
      'content-type': types[extname(wanted)] ?? 'application/octet-stream',
    })
    response.end(body ?? 'not here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
