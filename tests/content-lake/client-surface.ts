/** @file Which methods `@sanity/client` has, asked of the client itself, and what our table says of each. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'

export const TABLE = path.join(import.meta.dirname, '../../docs/sanity-client.md')

const DEPTH_MAX = 3

function membersOf(value: object): string[] {
  const names = new Set<string>()
  for (
    let at: object | null = value;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  return [...names].filter((name) => name !== 'constructor' && !name.startsWith('_'))
}

function methodsOf(value: object, name: string, depth = 0): string[] {
  return membersOf(value).flatMap((member) => {
    const found = (value as Record<string, unknown>)[member]
    if (typeof found === 'function') return [`${name}.${member}`]
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return []
    if (depth >= DEPTH_MAX || member === 'observable') return []
    return methodsOf(found, `${name}.${member}`, depth + 1)
  })
}

/** Every method, `client.observable` apart: its names are all among these, which a test holds. */
export const surfaceOf = (client: SanityClient): string[] =>
  [
    ...methodsOf(client, 'client'),
    ...methodsOf(client.patch('a'), 'patch'),
    ...methodsOf(client.transaction(), 'transaction'),
  ].sort()

export const observableSurfaceOf = (client: SanityClient): string[] =>
  methodsOf(client.observable, 'client').sort()

export type Verdict = '能用' | '有意不做'

/** Rows of the table: method → verdict. */
export function tableOf(text = readFileSync(TABLE, 'utf8')): Map<string, Verdict> {
  const rows = text.matchAll(/^\| `((?:client|patch|transaction)\.[\w.]+)` +\| (能用|有意不做) +\|/gm)
  return new Map([...rows].map(([, method = '', verdict]) => [method, verdict as Verdict]))
}
