/**
 * @file What a key does at the wheel: keyboard, and the few keys that a presenter's remote sends. Pure.
 *
 * Space and Enter stay with whatever has the focus while a question is open, so that answers can be chosen
 * with Tab; a remote only goes on.
 */
import type { Round } from './round.ts'

export type KeyAction = { do: 'spin' } | { do: 'next' } | { do: 'choose'; place: number }

const onward = new Set(['PageDown', 'ArrowRight', 'Enter', ' '])

export function keyAction(key: string, stage: Round['stage']): KeyAction | null {
  if (stage === 'asking') return /^[1-4]$/.test(key) ? { do: 'choose', place: Number(key) } : null
  if (!onward.has(key)) return null
  return stage === 'ready' ? { do: 'spin' } : { do: 'next' }
}
