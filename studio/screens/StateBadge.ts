/** @file The badge beside a screen's title: on air, offline, not paired. */
import { useEffect, useState } from 'react'
import { getPublishedId, type DocumentBadgeComponent } from 'sanity'
import { browserClock } from '../clock.ts'
import { screenState, stateWords, type StateWords } from './signage.ts'

const everyMs = 5_000

export const StateBadge: DocumentBadgeComponent = ({ id, published }) => {
  const screen = getPublishedId(id)
  const isPublished = published !== null
  const [words, setWords] = useState<StateWords | null>(null)

  useEffect(() => {
    if (!isPublished) return
    const leaving = new AbortController()
    const look = async () => {
      const answer = await screenState(window.fetch, screen, leaving.signal).catch(() => null)
      if (answer && !leaving.signal.aborted) setWords(stateWords(answer, browserClock.now()))
    }
    void look()
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      clearInterval(timer)
      leaving.abort()
    }
  }, [screen, isPublished])

  return isPublished ? words : null
}
