/** @file The time, for what changes by itself while a page is open: a key period ends, a delegation begins. */
import { useEffect, useState } from 'react'
import { browserClock } from '../clock.ts'

const everyMs = 20_000

/** Unix ms, told again every twenty seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => browserClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(browserClock.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
