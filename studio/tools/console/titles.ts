/** @file What documents are called, asked of the lake once for each. */
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { apiVersion } from '../../structure/lists.ts'
import { oneLine, titlesQuery, type Found } from './picking.ts'

/** A playlist's line bears the playlist's id before a colon. */
const documentOf = (id: string) => id.split(':')[0] ?? id

/** @returns the title of a document; until it is known, and where there is none, words that say so */
export function useTitles(ids: readonly string[]): (id: string) => string {
  const client = useClient({ apiVersion })
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  const missing = [...new Set(ids.map(documentOf))].filter((id) => !known.has(id)).sort()
  const key = missing.join(' ')

  useEffect(() => {
    if (key === '') return
    const asked = key.split(' ')
    let left = false
    const take = (found: readonly Found[]) => {
      if (left) return
      const titles = new Map(found.map(({ _id, title }) => [_id, oneLine(title)]))
      setKnown((before) => new Map([...before, ...asked.map((id) => [id, titles.get(id) ?? ''] as const)]))
    }
    client.fetch<Found[]>(titlesQuery, { ids: asked }).then(take, () => take([]))
    return () => {
      left = true
    }
  }, [client, key])

  return (id) => {
    const title = known.get(documentOf(id)) || '（已删除的内容）'
    return id.includes(':') ? `${title}里的一项` : title
  }
}
