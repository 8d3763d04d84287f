/**
 * @file Canonical JSON (RFC 8785): one text for one value, so that hashes and signatures agree.
 *
 * Pure. Objects are written with keys in UTF-16 order, numbers and strings as ECMAScript writes them.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const loneSurrogate = /\p{Surrogate}/u

function quoted(text: string): string {
  if (loneSurrogate.test(text)) throw new TypeError('JSON cannot hold a lone surrogate')
  return JSON.stringify(text)
}

/**
 * @param value JSON; members that are `undefined` are left out, as `JSON.stringify` does
 * @throws TypeError for what JSON cannot hold: NaN, Infinity, a lone surrogate (UTF-8 has no bytes for it)
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => `${quoted(key)}:${canonicalJson(record[key])}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`JSON cannot hold a ${typeof value}`)
}
