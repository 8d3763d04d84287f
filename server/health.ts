/**
 * @file `/healthz` and `/metrics`, from what the parts say of themselves.
 *
 * `/healthz` answers 200 once every part is ready and the demonstration content is in, and 503 with what is
 * wrong while a part cannot do its work. `/metrics` is for a signed-in account or a configured token.
 */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LakeAccess, Part } from '../contracts/part.ts'
import { metricsText } from './metrics-text.ts'

export interface HealthParts {
  parts: readonly Part[]
  lake: LakeAccess
  metricsToken: string | null
  /** True once start-up work (demonstration content) is done. */
  started(): boolean
}

const askWithinMs = 5_000

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function mayRead(request: IncomingMessage, { lake, metricsToken }: HealthParts): Promise<boolean> {
  const { authorization, cookie } = request.headers
  const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  if (bearer && metricsToken && sameSecret(bearer, metricsToken)) return true
  if (!authorization && !cookie) return false
  const headers = authorization ? { authorization } : { cookie: cookie ?? '' }
  const response = await fetch(`${lake.apiHost}/v1/users/me`, {
    headers,
    signal: AbortSignal.timeout(askWithinMs),
  })
  const user = response.ok ? ((await response.json()) as { id?: string }) : {}
  return Boolean(user.id)
}

function figuresOf(parts: readonly Part[]): [string, number][] {
  const memory = process.memoryUsage()
  return [
    ...parts.flatMap((part) => Object.entries(part.metrics?.() ?? {})),
    ['process_resident_memory_bytes', memory.rss],
    ['process_heap_used_bytes', memory.heapUsed],
    ['process_uptime_seconds', Math.round(process.uptime())],
  ]
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

export function healthPart(health: HealthParts): Part {
  async function metrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await mayRead(request, health))
      send(response, 200, metricsText(figuresOf(health.parts)), 'text/plain')
    else send(response, 401, '需要登录，或用 PUFA_METRICS_TOKEN 里设置的令牌访问\n', 'text/plain')
  }
  return {
    name: 'health',
    owns: (pathname) => (pathname === '/healthz' ? 'public' : pathname === '/metrics' ? 'internal' : null),
    handle(request, response) {
      // Read as the dispatcher reads it, or a path like /metrics/../healthz would be two things at once.
      if (URL.parse(request.url ?? '/', 'http://localhost')?.pathname === '/metrics') {
        metrics(request, response).catch(() => send(response, 503, '内容库没有回答\n', 'text/plain'))
        return
      }
      const waiting = health.parts.filter((part) => part.ready && !part.ready()).map((part) => part.name)
      const faults = health.parts.flatMap((part) => part.faults?.() ?? [])
      const notes = health.parts.flatMap((part) => part.notes?.() ?? [])
      const ready = health.started() && waiting.length === 0 && faults.length === 0
      const body = {
        ready,
        waiting: health.started() ? waiting : ['start', ...waiting],
        ...(faults.length > 0 ? { faults } : {}),
        ...(notes.length > 0 ? { notes } : {}),
      }
      send(response, ready ? 200 : 503, JSON.stringify(body))
    },
    close: async () => {},
  }
}
