/** @file Speaks with the player's preview page in its frame: what to show, and what it says of it. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { DrawnMessage, FromPreview, ShowMessage, ToPreview } from '../../contracts/preview.ts'

export type Shown = Omit<ShowMessage, 'type' | 'request' | 'elapsedMs' | 'playing'>

export interface Play {
  elapsedMs: number
  playing: boolean
}

export interface PlayerState extends Play {
  drawn: Pick<DrawnMessage, 'characterPx' | 'turns'> | null
  failed: boolean
  /** Moves within the play, or stops and goes on. */
  move(next: Partial<Play>): void
}

const beginning = { drawn: null, failed: false }

/**
 * @param shown what stands on the sign; another object shows anew
 * @param ended the play is over
 */
export function usePlayer(
  frame: RefObject<HTMLIFrameElement | null>,
  shown: Shown | null,
  look: { dots: boolean; brightnessPercent: number },
  ended: () => void,
): PlayerState {
  const [ready, setReady] = useState(0)
  const [play, setPlay] = useState<Play>({ elapsedMs: 0, playing: true })
  const [told, setTold] = useState<Pick<PlayerState, 'drawn' | 'failed'>>(beginning)
  const request = useRef(0)
  const now = useRef(play)
  now.current = play
  const over = useRef(ended)
  over.current = ended

  const tell = useCallback(
    (message: ToPreview) => frame.current?.contentWindow?.postMessage(message, location.origin),
    [frame],
  )
  useEffect(() => {
    const hear = ({ data, origin, source }: MessageEvent<FromPreview>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return
      if (data.type === 'pufa-preview-ready') return setReady((count) => count + 1)
      if (data.request !== request.current) return
      if (data.type === 'pufa-preview-drawn') setTold({ drawn: data, failed: false })
      else if (data.type === 'pufa-preview-failed') setTold({ drawn: null, failed: true })
      else if (data.ended) over.current()
      else setPlay((before) => (before.playing ? { ...before, elapsedMs: data.elapsedMs } : before))
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [frame])
  useEffect(() => {
    if (ready === 0 || !shown) return
    const whole = shown.seconds * 1_000
    const elapsedMs = now.current.elapsedMs < whole ? now.current.elapsedMs : 0
    tell({
      ...{ type: 'pufa-preview-show', request: ++request.current, elapsedMs },
      ...{ ...shown, playing: now.current.playing },
    })
  }, [ready, shown, tell])
  useEffect(() => {
    if (ready > 0)
      tell({ type: 'pufa-preview-look', dots: look.dots, brightnessPercent: look.brightnessPercent })
  }, [ready, look.dots, look.brightnessPercent, tell])
  const move = useCallback(
    (next: Partial<Play>) => {
      const changed = { ...now.current, ...next }
      now.current = changed
      setPlay(changed)
      tell({ type: 'pufa-preview-move', ...changed })
    },
    [tell],
  )
  return { ...play, ...told, move }
}
