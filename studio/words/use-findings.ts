/** @file What is found in the document of a form, a moment after the last key. */
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'sanity'
import type { Finding } from '../../contracts/words/finding.ts'
import type { Content } from '../../contracts/words/places.ts'
import { apiVersion } from '../structure/lists.ts'
import { sourceOf } from './shared-source.ts'
import { sourceTypes } from './source.ts'

/** After the last key. */
const restMs = 250

export type Found =
  | { state: 'looking'; findings: readonly Finding[] }
  | { state: 'found'; findings: readonly Finding[] }
  | { state: 'failed'; findings: readonly Finding[] }

/** The same findings again are no change, and nothing is drawn anew for them. */
const asBefore = (before: Found, after: Found): Found =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after

export function useFindings(document: Content | undefined): Found {
  const client = useClient({ apiVersion })
  const [found, setFound] = useState<Found>({ state: 'looking', findings: [] })
  const [published, setPublished] = useState(0)
  const latest = useRef(0)

  useEffect(() => {
    const subscription = client
      .listen(
        '*[_type in $types]',
        { types: [...sourceTypes] },
        { includeResult: false, events: ['mutation'] },
      )
      .subscribe({
        next: () => {
          sourceOf(client).forget()
          setPublished((count) => count + 1)
        },
        // Without the lake the whole page says so; the lists stay as they were.
        error: () => setFound((before) => before),
      })
    return () => subscription.unsubscribe()
  }, [client])

  useEffect(() => {
    if (!document) return
    latest.current += 1
    const turn = latest.current
    const timer = setTimeout(() => {
      sourceOf(client)
        .look(document)
        .then(
          (findings) => {
            if (turn === latest.current) setFound((before) => asBefore(before, { state: 'found', findings }))
          },
          () => {
            if (turn === latest.current) setFound({ state: 'failed', findings: [] })
          },
        )
    }, restMs)
    return () => clearTimeout(timer)
  }, [client, document, published])

  return found
}
