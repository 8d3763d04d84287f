/** @file The film beside the captions: where it stands, and playing one caption to its end. */
import { useRef, useState, type RefObject } from 'react'
import { tenths } from './clock.ts'
import type { Cue } from './marks.ts'

export interface Playback {
  video: RefObject<HTMLVideoElement | null>
  /** Where it stands, in seconds, as it was last told. */
  at: number
  /** Where it stands at this moment, to the tenth. */
  now(): number
  passed(seconds: number): void
  play(cue: Cue): void
  toggle(): void
}

export function usePlayback(): Playback {
  const video = useRef<HTMLVideoElement>(null)
  const stopAt = useRef<number | null>(null)
  const [at, setAt] = useState(0)
  // A press on pause that comes while it begins ends the promise, which is what was wanted.
  const start = () => void video.current?.play().catch(() => undefined)
  return {
    video,
    at,
    now: () => tenths(video.current?.currentTime ?? at),
    passed(seconds) {
      setAt(seconds)
      if (stopAt.current === null || seconds < stopAt.current) return
      stopAt.current = null
      video.current?.pause()
    },
    play({ from = 0, to }) {
      if (!video.current) return
      stopAt.current = to ?? null
      video.current.currentTime = from
      start()
    },
    toggle() {
      stopAt.current = null
      if (video.current?.paused) start()
      else video.current?.pause()
    },
  }
}
