/**
 * @file The moving picture of a broadcast in a video element that nobody sees: its frames are drawn on the
 * screen's canvas.
 *
 * Few seconds are kept in memory, and everything is freed at once when it is let go.
 */
import Hls from 'hls.js/light'
import type { Wait } from '../time/wait.ts'

export interface LivePicture {
  element: HTMLVideoElement
  /** A frame can be drawn. */
  ready(): boolean
  /** Grows with every frame that was never shown before. */
  shown(): number
  /** The source has said that nothing more comes. */
  ended(): boolean
  /** Somebody in charge has stopped it. */
  stopped(): boolean
  release(): void
}

export interface Sound {
  muted: boolean
  volumePercent: number
}

export interface PictureWorld {
  element(): HTMLVideoElement
  wait: Wait
  report(where: string, error: unknown): void
}

/** A server that restarts is waited for: whether the broadcast is lost, the watchdog says. */
const again = { maxNumRetry: 8, retryDelayMs: 1_000, maxRetryDelayMs: 1_000 }
const loading = {
  default: { maxTimeToFirstByteMs: 6_000, maxLoadTimeMs: 8_000, timeoutRetry: again, errorRetry: again },
}
const settings = {
  // The page's policy allows no worker from a blob, and one stream needs none.
  enableWorker: false,
  lowLatencyMode: false,
  liveSyncDurationCount: 2,
  liveMaxLatencyDurationCount: 6,
  liveDurationInfinity: true,
  maxBufferLength: 8,
  maxMaxBufferLength: 16,
  maxBufferSize: 12 * 1024 * 1024,
  backBufferLength: 4,
  manifestLoadPolicy: loading,
  playlistLoadPolicy: loading,
  fragLoadPolicy: loading,
  keyLoadPolicy: loading,
}
const attachAgainMs = 1_500
const goneStatus = 410

interface Piece {
  sn: number | 'initSegment'
  start: number
  duration: number
}

/**
 * How far into the broadcast, in pieces. What is played a second time, after a fault or at the end of a
 * list that stands still, lies no further than before.
 */
function placeIn({ sn, start, duration }: Piece, time: number): number {
  const into = Math.min(1, Math.max(0, (time - start) / duration))
  return typeof sn === 'number' ? sn + into : -1
}
const nativeType = 'application/vnd.apple.mpegurl'

/** Few screens have as many pixels as a camera: the smallest picture that fills the screen is enough. */
function capTo(hls: Hls, height: number): void {
  const tall = hls.levels.findIndex((level) => level.height >= height)
  if (tall >= 0) hls.autoLevelCapping = tall
}

/** So far behind the newest picture it goes on after a gap. */
const behindSeconds = 2

/**
 * A browser may let the clock of a stream without sound run on where its data end. What comes after a gap
 * then lies behind the clock, and would neither be fetched nor seen.
 */
function stayWithin(element: HTMLVideoElement, edge: number): void {
  if (element.currentTime > edge) element.currentTime = Math.max(0, edge - behindSeconds)
}

/** @param height of the screen in LED pixels */
export function openPicture(stream: string, sound: Sound, height: number, world: PictureWorld): LivePicture {
  const element = world.element()
  let hls: Hls | null = null
  let cancel: () => void = () => undefined
  let released = false
  let stopped = false
  let playing: Piece | null = null
  let furthest = -Infinity
  let counted = 0
  let fresh = 0

  const begin = (): void => {
    element.play().catch((error: unknown) => {
      // A browser may forbid sound before a person has touched the page; the picture matters more.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || element.muted) return
      element.muted = true
      begin()
    })
  }
  const attach = (): void => {
    if (released) return
    if (!Hls.isSupported()) {
      element.src = element.canPlayType(nativeType) ? stream : ''
      return begin()
    }
    hls?.destroy()
    const mine = new Hls(settings)
    hls = mine
    mine.on(Hls.Events.FRAG_CHANGED, (_event, { frag }) => (playing = frag))
    mine.on(Hls.Events.MANIFEST_PARSED, () => {
      capTo(mine, height)
      begin()
    })
    mine.on(Hls.Events.LEVEL_UPDATED, (_event, { details }) => {
      if (details.advanced) stayWithin(element, details.edge)
    })
    mine.on(Hls.Events.ERROR, (_event, { fatal, response, details, error }) => {
      if (response?.code === goneStatus) stopped = true
      if (!fatal || hls !== mine) return
      world.report(`live: ${details}`, error)
      cancel()
      // Begun afresh rather than mended: whether it moves is the watchdog's affair.
      cancel = world.wait(attachAgainMs, attach)
    })
    mine.loadSource(stream)
    mine.attachMedia(element)
  }

  element.muted = sound.muted || sound.volumePercent === 0
  element.volume = Math.min(1, sound.volumePercent / 100)
  attach()
  return {
    element,
    ready: () => element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && element.videoWidth > 0,
    shown() {
      const { totalVideoFrames: count } = element.getVideoPlaybackQuality()
      const at = playing ? placeIn(playing, element.currentTime) : count
      if (at > furthest && count !== counted) {
        furthest = at
        fresh++
      }
      counted = count
      return fresh
    },
    ended: () => element.ended,
    stopped: () => stopped,
    release() {
      if (released) return
      released = true
      cancel()
      hls?.destroy()
      hls = null
      element.pause()
      element.removeAttribute('src')
      element.load()
    },
  }
}
