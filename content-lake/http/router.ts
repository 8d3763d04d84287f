/**
 * @file The table of endpoints: a method and a pattern lead to a handler and to what it asks of the caller.
 *
 * Pure. `:name` matches one part of the path, `*name` all the rest.
 */
import type { Handler } from './exchange.ts'

/**
 * `signed-in`: anyone with an account or token. `writer`: one who may change something; what, the commit
 * decides. `sender`: a writer, or a program that may hand in reports and nothing else.
 */
export type Access = 'anyone' | 'signed-in' | 'sender' | 'writer' | 'administrator'

export type Route = readonly [method: string, pattern: string, access: Access, handler: Handler]

export interface Match {
  access: Access
  handler: Handler
  params: Record<string, string>
}

interface CompiledRoute {
  method: string
  pattern: RegExp
  access: Access
  handler: Handler
}

export type Router = (method: string, path: string) => Match | null

export function createRouter(routes: readonly Route[]): Router {
  const compiled: CompiledRoute[] = routes.map(([method, pattern, access, handler]) => ({
    method,
    pattern: new RegExp(
      `^${pattern
        .split('/')
        .map((part) => part.replace(/^:(\w+)$/, '(?<$1>[^/]+)').replace(/^\*(\w+)$/, '(?<$1>.*)'))
        .join('/')}$`,
    ),
    access,
    handler,
  }))
  return (method, path) => {
    for (const { method: wanted, pattern, access, handler } of compiled) {
      if (wanted !== method && !(method === 'HEAD' && wanted === 'GET')) continue
      const found = pattern.exec(path)
      if (found) return { access, handler, params: decodeAll(found.groups ?? {}) }
    }
    return null
  }
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(groups)) params[name] = decode(value)
  return params
}

/** A malformed escape stays as it is written: it then names nothing. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return value
    throw error
  }
}
