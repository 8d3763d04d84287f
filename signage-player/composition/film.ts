/**
 * @file Films: few elements, used again and again, and emptied when a film is over.
 *
 * An element that only loses its last reference keeps its decoder for a while; `removeAttribute('src')`
 * and `load()` free it at once, which is what keeps memory flat for weeks. A chunk of its own: a screen
 * that shows no films never loads it.
 */
import type { Wait } from '../time/wait.ts'
import type { Film } from './scene.ts'

export interface FilmWorld {
  element(): HTMLVideoElement
  /** An address under which the element can read the asset. */
  address(sha256: string): Promise<{ url: string; release(): void }>
  /** 0 = muted. */
  volumePercent(): number
  steady(): number
  wait: Wait
}

const decodedWithinMs = 8_000
const stuckAfterMs = 3_000
/** Looks further apart than this say nothing about the film: the page was hidden or the machine slept. */
const lookGapMs = 1_000
/** Nearer than this to its place a film is not sought again. */
const seekSlackSeconds = 1

function happens(element: HTMLVideoElement, event: string, wait: Wait): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => () => {
      cancel()
      element.removeEventListener(event, arrived)
      element.removeEventListener('error', broke)
      end()
    }
    const arrived = settle(resolve)
    const broke = settle(() => reject(new Error(`film: ${element.error?.message ?? 'cannot be decoded'}`)))
    const cancel = wait(
      decodedWithinMs,
      settle(() => reject(new Error(`film: no ${event} in time`))),
    )
    element.addEventListener(event, arrived)
    element.addEventListener('error', broke)
  })
}

async function seek(element: HTMLVideoElement, seconds: number, wait: Wait): Promise<void> {
  if (Math.abs(element.currentTime - seconds) < seekSlackSeconds || seconds >= element.duration) return
  const sought = happens(element, 'seeked', wait)
  element.currentTime = seconds
  await sought
}

/** @returns what opens a film and decodes the frame at `elapsedMs`; rejects when it cannot */
export function openTheatre(world: FilmWorld) {
  const idle: HTMLVideoElement[] = []
  /** Where the browser allowed no sound; asking again would stop the film. */
  const forbidden = new WeakSet<HTMLVideoElement>()

  const empty = (element: HTMLVideoElement): void => {
    element.pause()
    element.removeAttribute('src')
    element.load()
    idle.push(element)
  }
  const begin = (element: HTMLVideoElement): void => {
    element.play().catch((error: unknown) => {
      // A browser may forbid sound before a person has touched the page; the picture matters more.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || element.muted) return
      forbidden.add(element)
      element.muted = true
      begin(element)
    })
  }
  const sound = (element: HTMLVideoElement): void => {
    const volume = world.volumePercent()
    element.volume = Math.min(1, volume / 100)
    const muted = volume === 0 || forbidden.has(element)
    if (muted === element.muted) return
    const { paused } = element
    element.muted = muted
    // A browser that forbids sound stops a film that gets it.
    if (!element.paused || paused) return
    forbidden.add(element)
    element.muted = true
    begin(element)
  }
  const watch = (element: HTMLVideoElement) => {
    let lastTime = -1
    let movedAt = world.steady()
    let lookedAt = movedAt
    return (): boolean => {
      // Quiet hours and orders hold from their second on, in the middle of a film too.
      sound(element)
      const steady = world.steady()
      const moved = element.currentTime !== lastTime || element.ended || steady - lookedAt > lookGapMs
      if (moved) movedAt = steady
      lastTime = element.currentTime
      lookedAt = steady
      return element.error !== null || steady - movedAt > stuckAfterMs
    }
  }
  return async (sha256: string, elapsedMs: number): Promise<Film> => {
    const address = await world.address(sha256)
    const element = idle.pop() ?? world.element()
    let released = false
    const release = (): void => {
      if (released) return
      released = true
      empty(element)
      address.release()
    }
    try {
      element.muted = true
      sound(element)
      const decoded = happens(element, 'loadeddata', world.wait)
      element.src = address.url
      await decoded
      await seek(element, elapsedMs / 1_000, world.wait)
    } catch (error) {
      release()
      throw error
    }
    return {
      source: element,
      width: element.videoWidth,
      height: element.videoHeight,
      time: () => element.currentTime,
      play(elapsed) {
        const late = elapsed / 1_000
        if (late < element.duration && Math.abs(element.currentTime - late) >= seekSlackSeconds)
          element.currentTime = late
        begin(element)
      },
      waits: () => element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA,
      stuck: watch(element),
      release,
    }
  }
}
