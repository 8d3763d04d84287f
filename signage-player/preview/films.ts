/** @file Films of a preview: they stand and run with its clock, and can be put anywhere. */
import type { Wait } from '../time/wait.ts'
import { openTheatre } from '../composition/film.ts'
import type { PreviewClock } from './clock.ts'

/** Nearer than this a film is where it should be. */
const slackSeconds = 0.04

export interface PreviewFilms {
  open: ReturnType<typeof openTheatre>
  /** Brings what is on to the clock's moment. */
  follow(): void
}

export interface PreviewFilmsWorld {
  clock: PreviewClock
  steady(): number
  wait: Wait
  /** Path of an asset; throws where there is none. */
  address(asset: string): string
  /** Another frame is there to be drawn. */
  moved(): void
}

export function previewFilms({ clock, steady, wait, address, moved }: PreviewFilmsWorld): PreviewFilms {
  const elements: HTMLVideoElement[] = []
  const element = (): HTMLVideoElement => {
    const made = Object.assign(document.createElement('video'), { playsInline: true, preload: 'auto' })
    made.addEventListener('seeked', moved)
    made.addEventListener('playing', () => clock.playing() || made.pause())
    elements.push(made)
    return made
  }
  return {
    open: openTheatre({
      element,
      address: async (asset) => ({ url: address(asset), release: () => undefined }),
      volumePercent: () => 0,
      steady,
      wait,
    }),
    follow() {
      const seconds = clock.elapsedMs() / 1_000
      for (const each of elements) {
        if (!each.currentSrc || each.readyState === 0) continue
        const due = Number.isFinite(each.duration) ? Math.min(seconds, each.duration) : seconds
        const isThere = Math.abs(each.currentTime - due) <= slackSeconds || each.ended
        if (!isThere && (!clock.playing() || Math.abs(each.currentTime - due) > 1)) each.currentTime = due
        // A film that may not run stands, and the picture matters more.
        if (clock.playing()) each.play().catch(() => undefined)
        else each.pause()
      }
    },
  }
}
