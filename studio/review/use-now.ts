/** @file The time, for what changes by itself while a page is open: a key period ends, a delegation begins. */
import { useEffect, useState } from 'react'
import { browserClock } from '../clock.ts'

/** Unix ms, told again so often. */
export function useNow(everyMs = 20_000): number {
  const [now, setNow] = useState(() => browserClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(browserClock.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
