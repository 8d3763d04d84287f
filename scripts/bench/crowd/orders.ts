/** @file What the measurement asks of a crowd of simulated players, and what it is told. */

export interface CrowdScreen {
  screen: string
  token: string
  publicKey: string
}

/** `giveUpAt` by the machine's steady clock. */
export type CrowdOrder =
  | { type: 'connect'; origin: string; screens: readonly CrowdScreen[] }
  /** From here on, whatever brings these words counts. */
  | { type: 'watch'; words: string }
  | { type: 'hits'; count: number; giveUpAt: number }
  /** When all are connected again. */
  | { type: 'back'; giveUpAt: number }
  | { type: 'bytes'; forMs: number }
  | { type: 'end' }

export type CrowdReport =
  | { type: 'done' }
  | { type: 'hits'; at: readonly number[]; connected: number }
  | { type: 'bytes'; bytes: number; players: number }
  | { type: 'failed'; why: string }
