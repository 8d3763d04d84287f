/** @file A desk over screens that speak or are silent for as long as the test says. */
import { deskRig, heartbeat, withoutTimers, type DeskRigOptions } from './desk-rig.ts'

export const second = 1_000
export const minute = 60 * second

/** A desk whose looks come only by the test's calls. */
export function alertRig(options: DeskRigOptions = {}) {
  withoutTimers()
  const parts = deskRig(options)
  const { desk, clock, fleet, pairings } = parts
  /** Moves on in steps of a heartbeat; `beat` says what the screen does in each. */
  async function pass(ms: number, beat: () => void = () => {}): Promise<void> {
    for (let gone = 0; gone < ms; gone += 30 * second) {
      clock.at += 30 * second
      beat()
      await desk.look()
    }
  }
  const beats =
    (...told: Parameters<typeof heartbeat>) =>
    () =>
      fleet.beat('screen-1', heartbeat(...told))
  const pair = (id = 'screen-1') => pairings.find(pairings.pair(id, 'p').token)?.id ?? NaN
  const lasting = () => desk.incidents.lasting().map(({ kind }) => kind)
  return { ...parts, pass, beats, pair, lasting }
}
