/** @file The library, read from the lake and read again whenever something in it changes. */
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { apiVersion } from '../../structure/lists.ts'
import { libraryFilter, libraryQuery, type LibraryAnswer } from './model/library.ts'

/** Several changes in a row are one reading. */
const settleMs = 250

export interface LibraryState {
  answer: LibraryAnswer | null
  trouble: string | null
  /** Reads it at once. */
  reload: () => void
}

export function useLibrary(): LibraryState {
  const client = useClient({ apiVersion })
  const [answer, setAnswer] = useState<LibraryAnswer | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const reload = () => setAsked((count) => count + 1)

  useEffect(() => {
    const abort = new AbortController()
    client
      .fetch<LibraryAnswer>(
        libraryQuery,
        {},
        { perspective: 'raw', signal: abort.signal, tag: 'pufa.calendar' },
      )
      .then((found) => {
        setAnswer(found)
        setTrouble(null)
      })
      .catch(() => {
        if (!abort.signal.aborted)
          setTrouble('读不到排期，请检查网络。连上以后会自己接着读，也可以按“重新读取”。')
      })
    return () => abort.abort()
  }, [client, asked])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(reload, settleMs)
    }
    const listening = client
      .listen(
        libraryFilter,
        {},
        { includeResult: false, visibility: 'query', events: ['mutation', 'reconnect'] },
      )
      .subscribe({ next: later, error: later })
    return () => {
      clearTimeout(timer)
      listening.unsubscribe()
    }
  }, [client])

  return { answer, trouble, reload }
}
