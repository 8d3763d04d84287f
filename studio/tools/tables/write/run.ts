/**
 * @file Carries an import out, part by part, in order. Knows neither browser nor clock.
 *
 * A part that the lake refuses for one of its documents is halved until that document stands alone and is
 * told. What may pass by itself (network, a busy lake) is tried again, then left for the person to go on.
 */
import { halvesOf, transactionOf, type ImportHead, type Part, type Transaction } from './plan.ts'
import { troubleOf } from './trouble.ts'

export interface Rejected {
  title: string
  rows: readonly number[]
  sentence: string
}

export interface RunState {
  /** Parts still to do, in order. */
  waiting: readonly Part[]
  /** Documents written. */
  written: number
  rejected: readonly Rejected[]
  /** Why it stopped before the end; null: it has not. */
  stopped: string | null
}

export interface Running {
  head: ImportHead
  /** Sends it; resolves once it is on disk. @throws the client's error */
  commit(transaction: Transaction): Promise<void>
  /** Waits before trying again. */
  pause(ms: number): Promise<void>
  onProgress(state: RunState): void
  signal: AbortSignal
}

const waitsMs = [1_000, 3_000]

export const begin = (parts: readonly Part[]): RunState => ({
  waiting: parts,
  written: 0,
  rejected: [],
  stopped: null,
})

export const cancelled = '已按您的要求停下'

async function sent(running: Running, part: Part): Promise<ReturnType<typeof troubleOf> | null> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await running.commit(transactionOf(running.head, part))
      return null
    } catch (error) {
      const trouble = troubleOf(error)
      const wait = waitsMs[attempt]
      if (trouble.kind !== 'later' || wait === undefined || running.signal.aborted) return trouble
      await running.pause(wait)
    }
  }
}

function after(state: RunState, part: Part, trouble: Awaited<ReturnType<typeof sent>>): RunState {
  const [, ...rest] = state.waiting
  if (!trouble) return { ...state, waiting: rest, written: state.written + part.writes.length }
  if (trouble.kind !== 'document') return { ...state, stopped: trouble.sentence }
  const halves = halvesOf(part)
  if (halves) return { ...state, waiting: [...halves, ...rest] }
  const told = part.writes.map(({ title, rows }) => ({ title, rows, sentence: trouble.sentence }))
  return { ...state, waiting: rest, rejected: [...state.rejected, ...told] }
}

/** @param from where it stands; the answer of an earlier call goes on where that stopped */
export async function runImport(running: Running, from: RunState): Promise<RunState> {
  let state: RunState = { ...from, stopped: null }
  for (;;) {
    const [part] = state.waiting
    if (!part) return state
    if (running.signal.aborted) return { ...state, stopped: cancelled }
    state = after(state, part, await sent(running, part))
    running.onProgress(state)
    if (state.stopped !== null) return state
  }
}
