/**
 * @file What may be done to the captions of a form, each step to be taken back.
 *
 * Words go out as they are typed, by a patch of their own, so that two who write do not undo each other; what
 * changes the list writes the whole of it.
 */
import { useRef, useState } from 'react'
import { PatchEvent, set, unset, type ArrayOfObjectsInputProps } from 'sanity'
import { randomText } from '../../tools/calendar/change/fresh.ts'
import { tenths } from './clock.ts'
import { inOrder, secondsFor, type Cue } from './marks.ts'

const stepsMax = 100
const shortestSeconds = 2

export type Timed = Pick<Cue, 'from' | 'to' | 'text'>

export interface CaptionDeeds {
  type(key: string, text: string): void
  /** Called when a box is entered: what is typed from here on is one step. */
  begin(): void
  time(key: string, change: Pick<Cue, 'from' | 'to'>): void
  /** @returns the new one's key */
  add(at: number): string
  remove(key: string): void
  replace(all: readonly Timed[]): void
  append(more: readonly Timed[]): void
  undo(): void
  steps: number
}

const fresh = (timed: Timed): Cue => ({ ...timed, _key: randomText(6) })
const stored = (cues: readonly Cue[]) => cues.map((cue) => ({ ...cue, _type: 'caption' }))

export function useCaptions(
  cues: readonly Cue[],
  onChange: ArrayOfObjectsInputProps['onChange'],
): CaptionDeeds {
  const past = useRef<(readonly Cue[])[]>([])
  const [steps, setSteps] = useState(0)
  const keep = () => {
    if (past.current.at(-1) !== cues) past.current = [...past.current, cues].slice(-stepsMax)
    setSteps(past.current.length)
  }
  const write = (next: readonly Cue[]) =>
    onChange(PatchEvent.from(next.length > 0 ? set(stored(next)) : unset()))
  const step = (next: readonly Cue[]) => {
    keep()
    write(next)
  }
  return {
    steps,
    begin: keep,
    type: (key, text) => onChange(PatchEvent.from(set(text, [{ _key: key }, 'text']))),
    time: (key, change) => step(inOrder(cues.map((cue) => (cue._key === key ? { ...cue, ...change } : cue)))),
    add(at) {
      const next = cues.find(({ from }) => from !== undefined && from > at)
      const to = Math.min(at + shortestSeconds, next?.from ?? Infinity)
      const cue = fresh({ from: tenths(at), to: tenths(Math.max(to, at + 0.2)), text: '' })
      step(inOrder([...cues, cue]))
      return cue._key
    },
    remove: (key) => step(cues.filter(({ _key }) => _key !== key)),
    replace: (all) => step(all.map(fresh)),
    append: (more) => step(inOrder([...cues, ...more.map(fresh)])),
    undo() {
      const before = past.current.pop()
      setSteps(past.current.length)
      if (before) write(before)
    },
  }
}

/** The time that a caption's words need from its beginning. */
export const endFor = ({ from = 0, text = '' }: Cue): number => tenths(from + Math.max(1, secondsFor(text)))
