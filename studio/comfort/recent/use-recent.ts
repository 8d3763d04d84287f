/** @file What a person opened last, with its titles, kept under her account. */
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'sanity'
import { useKept } from '../person/use-kept.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import { readRecent, titledOf, titlesQuery, withOpened, type Opened, type Titled } from './recent.ts'

const keptAs = 'recent'

/** What was passed by on the way is not what she opened. */
const lookedAtMs = 1200

/**
 * Notes a content that stays open for a moment, once: two forms side by side would else take the first place
 * from each other for ever.
 */
export function useNoting(opened: Opened | null): void {
  const [list, keep] = useKept(keptAs, readRecent)
  const noted = useRef<string | null>(null)
  const { id, type } = opened ?? { id: null, type: null }
  useEffect(() => {
    if (id === null || type === null || list === null || noted.current === id) return
    const timer = setTimeout(() => {
      noted.current = id
      const next = withOpened(list, { id, type })
      if (next !== list) keep(next)
    }, lookedAtMs)
    return () => clearTimeout(timer)
  }, [id, type, list, keep])
}

/**
 * @param isWanted asks for the titles
 * @returns null until they are known
 */
export function useRecent(isWanted: boolean): readonly Titled[] | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [list] = useKept(keptAs, readRecent)
  const [titled, setTitled] = useState<readonly Titled[] | null>(null)
  useEffect(() => {
    if (!isWanted || list === null) return
    let left = false
    const ids = list.map(({ id }) => id)
    client
      .fetch<{ _id: string; title: string | null }[]>(
        titlesQuery,
        { ids, drafts: ids.map((id) => `drafts.${id}`) },
        { perspective: 'raw', tag: 'comfort.recent' },
      )
      .then(
        (found) => !left && setTitled(titledOf(list, found)),
        // Without an answer there is nothing to offer; the lists of the desk say what is wrong.
        () => !left && setTitled([]),
      )
    return () => {
      left = true
    }
  }, [client, list, isWanted])
  return titled
}
