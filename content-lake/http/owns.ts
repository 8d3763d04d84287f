/** @file Which paths belong to the lake, and on which listener they are served. Pure. */
import type { Side } from '../../contracts/part.ts'

const API = /^\/v(?:1|X|\d{4}-\d{2}-\d{2})\//

const PAGES = /^\/(?:login|logout|account|accounts)\/?$|^\/accounts?\//

/** Published pictures and files are for the public; all else is for the bureau's own network. */
export function ownsPath(pathname: string): Side | null {
  if (pathname.startsWith('/images/') || pathname.startsWith('/files/')) return 'public'
  if (API.test(pathname) || pathname.startsWith('/socket/')) return 'internal'
  return PAGES.test(pathname) ? 'internal' : null
}

/** `/v2025-02-19/data/query/production` → version `2025-02-19` and the rest without slashes around. */
export function splitApiPath(pathname: string): { version: string; rest: string } | null {
  if (!API.test(pathname)) return null
  const [, version = '', ...rest] = pathname.split('/')
  return { version: version.slice(1), rest: rest.join('/').replace(/\/+$/, '') }
}
