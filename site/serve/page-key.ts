/**
 * @file The address of a page as the cache knows it.
 *
 * Pure. A page depends on its path, on the few query parameters that pages read, and on the large-text
 * switch, and on nothing else: unknown parameters are dropped before a page is rendered, so that no
 * tracking tail makes a second copy.
 */

/** Every parameter that any page reads. */
const parameters = [
  'about',
  'article',
  'audience',
  'category',
  'code',
  'county',
  'kind',
  'office',
  'page',
  'q',
  'topic',
] as const

const valueLengthMax = 120

export interface PageAddress {
  pathname: string
  /** Empty, or with a leading `?`; sorted. */
  search: string
  /** 24 px and simpler pages; with `largest`, 30 px. */
  largeText: boolean
  largest: boolean
  key: string
}

/** @returns null when the target is not a path that can be decoded */
export function pageAddress(target: string, cookie: string | undefined): PageAddress | null {
  const mode = textMode(cookie)
  const queryAt = target.indexOf('?')
  const pathname = queryAt === -1 ? target : target.slice(0, queryAt)
  if (!pathname.startsWith('/') || pathname.includes('#') || !decodes(pathname)) return null
  const search = queryAt === -1 ? '' : keptSearch(target.slice(queryAt + 1))
  return {
    pathname,
    search,
    largeText: mode !== 'normal',
    largest: mode === 'largest',
    key: `${keyLetters[mode]}${pathname}${search}`,
  }
}

/** The cookie holds `on` or `more`, or is absent; nothing else is ever kept about a reader. */
export const largeTextCookie = 'large-text'

export type TextMode = 'normal' | 'large' | 'largest'

const keyLetters: Readonly<Record<TextMode, string>> = { normal: 'N', large: 'L', largest: 'X' }
export const cookieValues: Readonly<Record<TextMode, string>> = { normal: '', large: 'on', largest: 'more' }

export function textMode(cookie: string | undefined): TextMode {
  const value = /(?:^|;\s*)large-text=(on|more)(?:;|$)/.exec(cookie ?? '')?.[1]
  return value === 'more' ? 'largest' : value === 'on' ? 'large' : 'normal'
}

function keptSearch(query: string): string {
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of parameters) {
    const value = given.get(name)?.trim().slice(0, valueLengthMax)
    if (value) kept.set(name, value)
  }
  const text = kept.toString()
  return text === '' ? '' : `?${text}`
}

function decodes(pathname: string): boolean {
  if (!pathname.includes('%')) return true
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}
