/** @file One picture for all scenes of one broadcast: taken over while it moves, given back by the last. */
import { expect, test } from 'vitest'
import type { LivePicture } from '../../signage-player/live/picture.ts'
import { openPictures } from '../../signage-player/live/shared.ts'

function rig() {
  const opened: { stream: string; released: number }[] = []
  const world = {
    element: () => {
      throw new Error('no element is needed')
    },
    wait: () => () => undefined,
    report: () => undefined,
  }
  const pictures = openPictures(world, (stream) => {
    const entry = { stream, released: 0 }
    opened.push(entry)
    const picture = { shown: () => opened.indexOf(entry), release: () => void entry.released++ }
    return picture as unknown as LivePicture
  })
  const take = (stream = 'a') => pictures.take(stream, { muted: true, volumePercent: 0 }, 96)
  return { opened, take }
}

test('a scene that follows takes the picture over, and the source is asked once', () => {
  const { opened, take } = rig()
  const first = take()
  const second = take()
  first.release(false)
  expect([opened.length, opened[0]?.released]).toEqual([1, 0])
  second.release(false)
  expect(opened[0]?.released).toBe(1)
})

test('it is freed once, however often its scene lets go', () => {
  const { opened, take } = rig()
  const [first, second] = [take(), take()]
  first.release(false)
  first.release(false)
  expect(opened[0]?.released).toBe(0)
  second.release(true)
  second.release(false)
  expect(opened[0]?.released).toBe(1)
})

test('one that is dead is taken over by nobody', () => {
  const { opened, take } = rig()
  const [first, prepared] = [take(), take()]
  first.release(true)
  const third = take()
  expect([opened.length, third.shown()]).toEqual([2, 1])
  prepared.release(false)
  expect(opened.map(({ released }) => released)).toEqual([1, 0])
  third.release(false)
  expect(opened.map(({ released }) => released)).toEqual([1, 1])
})

test('two broadcasts have a picture each', () => {
  const { opened, take } = rig()
  take('a')
  take('b')
  expect(opened.map(({ stream }) => stream)).toEqual(['a', 'b'])
})
