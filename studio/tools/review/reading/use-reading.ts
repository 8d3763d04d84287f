/** @file One content for the pane, as it stood when it was opened; looked at again on request. */
import { useEffect, useMemo, useState } from 'react'
import { useClient, useSchema } from 'sanity'
import { reviewApiVersion } from '../../../review/steps.ts'
import { compared, emptyTitles, type ReadField } from './compare.ts'
import { readContent, type Reading } from './read.ts'
import { fieldsOf, type Shape } from './view.ts'

export type Loaded =
  { stage: 'loading' } | { stage: 'failed' } | { stage: 'missing' } | { stage: 'ready'; reading: Reading }

export interface OpenReading {
  loaded: Loaded
  again: () => void
}

export function useReading(
  subject: string,
  wants: 'as-it-stands' | 'as-handed-in' = 'as-it-stands',
): OpenReading {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [loaded, setLoaded] = useState<Loaded>({ stage: 'loading' })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let left = false
    setLoaded({ stage: 'loading' })
    readContent(client, subject, wants).then(
      (reading) => !left && setLoaded(reading ? { stage: 'ready', reading } : { stage: 'missing' }),
      () => !left && setLoaded({ stage: 'failed' }),
    )
    return () => {
      left = true
    }
  }, [client, subject, wants, asked])
  return { loaded, again: () => setAsked((count) => count + 1) }
}

export interface Readable {
  fields: readonly ReadField[]
  /** Names of fields in which nothing stands. */
  empty: readonly string[]
}

/** The fields of what was read, compared with what is public. */
export function useReadable({ copy, published, trail, lookup }: Reading): Readable {
  const schema = useSchema()
  return useMemo(() => {
    const shape = schema.get(trail.subjectType) as Shape | undefined
    if (!shape) return { fields: [], empty: [] }
    const shown = copy ?? published
    const now = shown ? fieldsOf(shape, shown, lookup) : []
    const before = copy && published ? fieldsOf(shape, published, lookup) : null
    return { fields: compared(now, before), empty: emptyTitles(now) }
  }, [schema, copy, published, trail.subjectType, lookup])
}
