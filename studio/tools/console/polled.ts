/** @file Reading again and again while somebody looks, and the time as it passes. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../contracts/part.ts'
import { browserClock } from '../../clock.ts'
import type { Answer } from '../../screens/signage.ts'

export interface Polled<Value> {
  /** The last that was read; it stays while a later reading fails. */
  value: Value | null
  /** Why the last reading failed, in a sentence. */
  trouble: string | null
  /** When `value` was read. */
  at: Instant | null
  again(): void
}

type State<Value> = Omit<Polled<Value>, 'again'> & { key: string }

/**
 * Reads at once and then every `everyMs`; a page that is not seen reads nothing, and reads at once when it is
 * seen again. One reading ends before the next begins.
 * @param key what `read` depends on; another key begins anew, with nothing known. Null: nothing is read
 * @param everyMs null: once
 */
export function usePolled<Value>(
  key: string | null,
  everyMs: number | null,
  read: (signal: AbortSignal) => Promise<Answer<Value>>,
): Polled<Value> {
  const nothing = { key: key ?? '', value: null, trouble: null, at: null }
  const [state, setState] = useState<State<Value>>(nothing)
  const [asked, setAsked] = useState(0)
  const latest = useRef(read)
  latest.current = read

  useEffect(() => {
    if (key === null) return
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isReading = false
    const look = async () => {
      clearTimeout(timer)
      if (isReading || document.hidden) return
      isReading = true
      const answer = await latest.current(leaving.signal).catch(() => null)
      isReading = false
      if (!answer || leaving.signal.aborted) return
      setState((before) => {
        if (answer.ok) return { key, value: answer.value, trouble: null, at: browserClock.now() }
        const known = before.key === key ? before : { key, value: null, at: null }
        return { ...known, trouble: answer.sentence }
      })
      if (everyMs !== null) timer = setTimeout(() => void look(), everyMs)
    }
    const seen = () => void look()
    void look()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
      leaving.abort()
    }
  }, [key, everyMs, asked])

  const again = useCallback(() => setAsked((count) => count + 1), [])
  return { ...(state.key === (key ?? '') ? state : nothing), again }
}

/** The time, told again every `everyMs` while the page is seen. */
export function useNow(everyMs = 5_000): Instant {
  const [now, setNow] = useState(() => browserClock.now())
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setNow(browserClock.now())
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
