/**
 * @file The corrected clock: the machine's wall clock, mended by the server, and never blindly believed.
 *
 * Pure but for what it remembers; both raw clocks are handed in. Once the server has told the time, a
 * jump of the wall clock (a flat battery, a wrong hand) changes nothing as long as the page lives. Until
 * then a time that is too early or absurdly late is untrusted, and the last trusted time runs on instead,
 * so that what has expired stays expired.
 */
import type { Instant } from '../../contracts/part.ts'
import type { ClockReading } from '../machine.ts'

export interface RawClocks {
  /** The machine's idea of the time; may be wrong and may jump. */
  wall(): Instant
  /** Milliseconds that only ever grow, from any start. */
  steady(): number
}

/** One question to the server: when it was asked and answered by the wall clock. */
export interface TimeSample {
  sent: Instant
  received: Instant
  serverTime: Instant
}

const dayMs = 86_400_000
const earliestYear = Date.UTC(2024, 0, 1)
/** A clock this far ahead of the last trusted time is absurd: its lease would be long over anyway. */
const aheadMax = 400 * dayMs
/** More than a clock is ever slewed between two looks. */
const jumpMs = 2_000
const samplesMax = 8
/** Offsets closer than this are noise of the network. */
const noiseMs = 15

/** Whether a time may be believed without a server, given the greatest time ever trusted (0 = none). */
export function believable(now: Instant, greatest: Instant): boolean {
  if (now < earliestYear || now < greatest - dayMs) return false
  return greatest === 0 || now <= greatest + aheadMax
}

/** The sample with the shortest way there and back errs least. */
export function bestOffset(samples: readonly TimeSample[]): number | null {
  let best: { offset: number; way: number } | null = null
  for (const { sent, received, serverTime } of samples) {
    const way = received - sent
    if (way >= 0 && (!best || way < best.way)) best = { offset: serverTime - (sent + received) / 2, way }
  }
  return best && Math.round(best.offset)
}

export interface CorrectedClock {
  reading(): ClockReading
  /** Corrected minus wall clock. */
  offsetMs(): number
  /** The server's word as the connection opens, not yet measured. */
  told(serverTime: Instant): void
  measured(sample: TimeSample): void
  /** A time that a signature vouches for: the real one is not earlier. */
  notBefore(instant: Instant): void
  /** The greatest trusted time, to be kept. */
  greatest(): Instant
}

export function correctedClock(raw: RawClocks, greatestKept: Instant): CorrectedClock {
  let greatest = greatestKept
  let offset = 0
  let synced = false
  let samples: TimeSample[] = []
  let lastWall = raw.wall()
  let lastSteady = raw.steady()
  let floor = { instant: greatest, steady: lastSteady }

  const look = (): Instant => {
    const wall = raw.wall()
    const steady = raw.steady()
    const jump = wall - lastWall - (steady - lastSteady)
    if (Math.abs(jump) > jumpMs) {
      samples = []
      if (synced) offset -= jump
    }
    lastWall = wall
    lastSteady = steady
    // Instants are whole milliseconds, the steady clock is finer.
    return Math.round(wall + offset)
  }
  const learn = (next: number): void => {
    if (synced && Math.abs(next - offset) <= noiseMs) return
    offset = next
    synced = true
    greatest = raw.wall() + offset
  }
  return {
    reading() {
      const now = look()
      const trusted = synced || believable(now, greatest)
      if (trusted) greatest = Math.max(greatest, now)
      else return { now: Math.round(floor.instant + lastSteady - floor.steady), trusted }
      return { now, trusted }
    },
    offsetMs: () => offset,
    told(serverTime) {
      look()
      if (!synced) learn(serverTime - raw.wall())
    },
    measured(sample) {
      look()
      samples = [...samples.slice(1 - samplesMax), sample]
      const next = bestOffset(samples)
      if (next !== null) learn(next)
    },
    notBefore(instant) {
      if (instant <= greatest) return
      greatest = instant
      floor = { instant, steady: raw.steady() }
    },
    greatest: () => greatest,
  }
}
