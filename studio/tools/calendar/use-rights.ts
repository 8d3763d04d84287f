/** @file Which events the person may change, by the same grants that the lake enforces. */
import { useEffect, useMemo, useState } from 'react'
import { useCurrentUser, useGrantsStore } from 'sanity'
import type { Library } from './model/library.ts'
import { draftIdOf } from './model/library.ts'

export interface Rights {
  mayMake: boolean
  mayChange: (id: string) => boolean
  /** The county to which the account is bounded. */
  county?: string
}

export function useRights(library: Library | null): Rights {
  const grants = useGrantsStore()
  const user = useCurrentUser()
  const own = (user as { county?: unknown } | null)?.county
  const county = typeof own === 'string' ? own : undefined
  const [changeable, setChangeable] = useState<ReadonlySet<string>>(new Set())
  const [mayMake, setMayMake] = useState(false)

  useEffect(() => {
    const trial = {
      _id: draftIdOf('calendar-trial'),
      _type: 'scheduleEvent',
      ...(county ? { county: { _type: 'reference', _ref: county } } : {}),
    }
    const asking = grants
      .checkDocumentPermission('create', trial)
      .subscribe(({ granted }) => setMayMake(granted))
    return () => asking.unsubscribe()
  }, [grants, county])

  useEffect(() => {
    const granted = new Set<string>()
    const asking = (library?.events ?? []).map(({ document }) =>
      grants
        .checkDocumentPermission('update', { ...document, _id: draftIdOf(document._id) })
        .subscribe((answer) => {
          if (answer.granted === granted.has(document._id)) return
          if (answer.granted) granted.add(document._id)
          else granted.delete(document._id)
          setChangeable(new Set(granted))
        }),
    )
    return () => asking.forEach((each) => each.unsubscribe())
  }, [grants, library])

  return useMemo(
    () => ({ mayMake, mayChange: (id: string) => changeable.has(id), ...(county ? { county } : {}) }),
    [mayMake, changeable, county],
  )
}
