/**
 * @file Whether a broadcast still moves, and whether one that stopped moves again. No browser in here.
 */
import type { Wait } from '../time/wait.ts'

/** So long without another picture, and the signal counts as lost. */
export const lostAfterMs = 8_000
/** Looks further apart than this say nothing: the page was hidden or the machine slept. */
const lookGapMs = 3_000
/** A lost broadcast is asked after no more often than this. */
export const probeEveryMs = 15_000

/**
 * @param shown another number with every frame
 * @returns asked now and then, whether it has stood still for too long
 */
export function openWatchdog(steady: () => number, shown: () => number): () => boolean {
  let last = -1
  let lookedAt = -Infinity
  let movedAt = 0
  return () => {
    const at = steady()
    const now = shown()
    if (now !== last || at - lookedAt > lookGapMs) movedAt = at
    last = now
    lookedAt = at
    return at - movedAt >= lostAfterMs
  }
}

export interface ProbeWorld {
  /** Text at a path of this origin; rejects when there is none. */
  fetchText(path: string): Promise<string>
  wait: Wait
  /** Whether it is still the broadcast's time. */
  wanted(): boolean
  /** It moves again. */
  alive(): void
}

const address = (line: string): boolean => line !== '' && !line.startsWith('#')

/** The list of segments: of a list of qualities the first. */
async function segmentsAt(path: string, world: ProbeWorld): Promise<string> {
  const text = await world.fetchText(path)
  if (!text.includes('#EXT-X-STREAM-INF')) return text
  const first = text.split('\n').find(address)
  return first ? world.fetchText(path.slice(0, path.lastIndexOf('/') + 1) + first) : ''
}

/**
 * Asks for the playlist until it grows. One that stands still is as dead as none: an encoder that lost its
 * camera leaves its last list behind.
 * @returns ends it
 */
export function probe(path: string, world: ProbeWorld): () => void {
  let ended = false
  let before: string | null = null
  let cancel: () => void = () => undefined
  const look = async (): Promise<void> => {
    // Whatever the fault, the next look comes.
    const text = await segmentsAt(path, world).catch(() => null)
    if (ended) return
    const grows = text !== null && before !== null && text !== before && !text.includes('#EXT-X-ENDLIST')
    // After an outage the first list that comes at all may be the last one of before.
    before = text ?? before
    if (grows) {
      ended = true
      world.alive()
    } else again()
  }
  const again = (): void => {
    cancel = world.wait(probeEveryMs, () => {
      if (world.wanted()) void look()
    })
  }
  void look()
  return () => {
    ended = true
    cancel()
  }
}
