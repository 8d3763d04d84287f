/**
 * @file Which file answers a path, and in which packing. Pure.
 *
 * Only listed files are ever named, so no path leads out of the folder.
 */
import type { FileList, ListedFile } from '../build/pack.ts'

export type Choice =
  | { kind: 'file'; name: string; file: ListedFile }
  /** A page of the Studio's own router: the one page answers. */
  | { kind: 'page' }
  | { kind: 'settings' }
  | { kind: 'redirect'; to: string }
  | { kind: 'missing' }

const base = '/studio'

export function owns(pathname: string): boolean {
  return pathname === base || pathname.startsWith(`${base}/`)
}

/** @param pathname as in the request, still percent-encoded */
export function choose(pathname: string, search: string, files: FileList): Choice {
  if (pathname === base) return { kind: 'redirect', to: `${base}/${search}` }
  const name = pathname.slice(base.length + 1)
  if (name === 'env.js') return { kind: 'settings' }
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (file) return { kind: 'file', name, file }
  // What looks like a built file must not answer with the page, or a stale page would load it as script.
  return name.startsWith('static/') || /^[^/]+\.[a-z0-9]+$/iu.test(name)
    ? { kind: 'missing' }
    : { kind: 'page' }
}

export type Packing = 'br' | 'gzip' | null

/** The smallest packing that the client takes; `q=0` refuses one. */
export function packingFor(accepted: string | undefined, file: ListedFile): Packing {
  const offers = new Map<string, boolean>()
  for (const part of (accepted ?? '').split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/u)
    offers.set(name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/u.test(parameter)))
  }
  const takes = (name: string) => offers.get(name) ?? offers.get('*') ?? false
  if (file.br !== undefined && takes('br')) return 'br'
  return file.gzip !== undefined && takes('gzip') ? 'gzip' : null
}

/** Whether the client's copy is this one. Tags are compared weakly, as RFC 9110 has it for `If-None-Match`. */
export function isFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false
  return (
    ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//u, '') === `"${tag}"`)
  )
}
