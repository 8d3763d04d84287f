/** @file One source of words for a lake, shared by all forms and all validation of the page. */
import type { SanityClient } from 'sanity'
import { browserClock } from '../clock.ts'
import { wordSource, type WordSource } from './source.ts'

const sources = new Map<string, WordSource>()

/** @param client of the session; a hosted lake has project and dataset of its own */
export function sourceOf(client: SanityClient): WordSource {
  const { projectId = '', dataset = '' } = client.config()
  const key = `${projectId} ${dataset}`
  const known = sources.get(key)
  if (known) return known
  const made = wordSource(
    (query, params) => client.fetch<unknown>(query, params, { perspective: 'published' }),
    browserClock,
  )
  sources.set(key, made)
  return made
}
