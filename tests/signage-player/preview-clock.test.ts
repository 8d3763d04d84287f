/** @file The clock of a preview, and what a drawing tells of itself without a canvas. */
import { expect, test } from 'vitest'
import { previewClock } from '../../signage-player/preview/clock.ts'
import { characterPxOf, turnsOf } from '../../signage-player/preview/measure.ts'
import type { Drawing } from '../../signage-player/renderers/drawing.ts'
import { write } from '../../signage-player/renderers/pen.ts'

function stoppable() {
  const machine = { at: 0, frames: [] as (() => void)[] }
  const clock = previewClock({
    steady: () => machine.at,
    nextFrame(run) {
      machine.frames.push(run)
      return () => void (machine.frames = machine.frames.filter((each) => each !== run))
    },
  })
  return { machine, clock }
}

test('a play stands where it is put, and runs on from there', () => {
  const { machine, clock } = stoppable()
  clock.put({ from: 1_000, elapsedMs: 400, playing: false })
  machine.at = 5_000
  expect([clock.elapsedMs(), clock.instant()]).toEqual([400, 1_400])
  clock.put({ elapsedMs: 400, playing: true })
  machine.at = 5_250
  expect([clock.elapsedMs(), clock.instant()]).toEqual([650, 1_650])
})

test('frames wait while it stands, come when it runs, and can be taken back meanwhile', () => {
  const { machine, clock } = stoppable()
  const drawn: string[] = []
  clock.nextFrame(() => drawn.push('kept'))
  clock.nextFrame(() => drawn.push('taken back'))()
  expect(machine.frames.length).toBe(0)
  clock.put({ elapsedMs: 0, playing: true })
  for (const run of machine.frames) run()
  expect(drawn).toEqual(['kept'])
})

const drawing = (changesIn: (ms: number) => number, size = 20): Drawing => ({
  draw(pen, { elapsedMs }) {
    write(pen, '本局名称', 0, 0, 12, '#fff')
    write(pen, elapsedMs < 4_000 ? '有事找法依法办事' : '', 0, 0, size, '#fff')
  },
  changesIn: ({ elapsedMs }) => changesIn(elapsedMs),
})

test('pages are told by their turns; what runs or stands has one', () => {
  expect(
    turnsOf(
      drawing((ms) => 3_000 - (ms % 3_000)),
      0,
      10,
    ),
  ).toEqual([0, 3_000, 6_000, 9_000])
  expect(
    turnsOf(
      drawing(() => 0),
      0,
      10,
    ),
  ).toEqual([0])
  expect(
    turnsOf(
      drawing(() => Infinity),
      0,
      10,
    ),
  ).toEqual([0])
})

test('the size is that in which most letters stand at this moment', () => {
  const still = drawing(() => Infinity)
  expect(characterPxOf(still, 0, 0)).toBe(20)
  expect(characterPxOf(still, 0, 5_000)).toBe(12)
  expect(characterPxOf({ ...still, draw: () => undefined }, 0, 0)).toBeNull()
})
