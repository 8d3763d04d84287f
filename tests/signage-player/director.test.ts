import { describe, expect, test } from 'vitest'
import { a, b, c, directorRig, midnight, picture } from './rig/director.ts'
import { slogan } from './rig/programme.ts'
import { settled } from './rig/time.ts'

describe('the director', () => {
  test('plays follow each other on the second, and each is reported once', async () => {
    const { time, on, finished, follow } = directorRig()
    follow({
      plays: [
        [a, 5],
        [b, 10],
      ],
    })
    await time.advance(20_000)
    expect(on).toEqual(['a', 'b', 'a', 'b'])
    expect(finished.map(({ startedAt, endedAt }) => [startedAt - midnight, endedAt - midnight])).toEqual([
      [0, 5_000],
      [5_000, 15_000],
      [15_000, 20_000],
    ])
  })

  test('a player that starts in the middle of a play joins it there: screens of one group agree', () => {
    const { on, elapsed, follow } = directorRig(midnight + 7_000)
    follow({
      plays: [
        [a, 5],
        [b, 10],
      ],
    })
    expect([on, elapsed]).toEqual([['b'], [2_000]])
  })

  test('the next picture is decoded before its time, so that it comes on the second', async () => {
    const { time, on, finished, follow } = directorRig()
    follow({
      plays: [
        [a, 5],
        [picture('p'), 5],
      ],
    })
    await time.advance(10_000)
    expect(on).toEqual(['a', 'p', 'a'])
    expect(finished.map(({ endedAt }) => endedAt - midnight)).toEqual([5_000, 10_000])
  })

  test('a manifest that changes nothing of what is on does not restart it', async () => {
    const { time, on, elapsed, follow } = directorRig()
    follow({
      plays: [
        [a, 5],
        [b, 5],
      ],
    })
    await time.advance(2_000)
    follow(
      {
        plays: [
          [a, 5],
          [c, 5],
        ],
      },
      2,
    )
    expect([on, elapsed]).toEqual([['a'], [0]])
    await time.advance(3_000)
    expect(on).toEqual(['a', 'c'])
  })

  test('a withdrawn item leaves at once', async () => {
    const { time, on, finished, follow } = directorRig()
    follow({ plays: [[a, 60]] })
    await time.advance(2_000)
    follow({ plays: [[b, 60]] }, 2)
    expect(on).toEqual(['a', 'b'])
    expect(finished).toMatchObject([{ revision: 1, endedAt: midnight + 2_000 }])
  })

  test('an item under the same name with another text is another item', async () => {
    const { on, follow } = directorRig()
    follow({ plays: [[a, 60]] })
    follow({ plays: [[slogan('a', ['另一句']), 60]] }, 2)
    expect(on).toEqual(['a', 'a'])
  })

  test('nothing stays on for long while what follows it is being decoded', async () => {
    const { time, state, on, follow } = directorRig()
    state.decodeMs = 3_000
    follow({ plays: [[a, 60]] })
    follow({ plays: [[picture('p'), 60]] }, 2)
    await time.advance(1_000)
    expect(on).toEqual(['a', 'safe-item'])
    await time.advance(3_000)
    expect(on).toEqual(['a', 'safe-item', 'p'])
  })

  test('an item whose asset is missing is skipped until it has come', async () => {
    const { time, state, on, follow } = directorRig()
    state.missing.add('p')
    follow({
      plays: [
        [a, 5],
        [picture('p'), 5],
      ],
    })
    await time.advance(9_000)
    state.missing.clear()
    await time.advance(11_000)
    expect(on.slice(0, 2)).toEqual(['a', 'a'])
    expect(on).toContain('p')
  })

  test('where nothing else may play an asset that has come is shown at once', async () => {
    const { time, state, on, director, follow } = directorRig()
    state.missing.add('p')
    follow({ plays: [[picture('p'), 600]] })
    await time.advance(1_000)
    state.missing.clear()
    director.assetsChanged()
    await time.advance(100)
    expect(on).toEqual(['safe-item', 'p'])
  })

  test('an item that cannot be shown makes way for the next, and is tried again later', async () => {
    const { time, state, on, problems, follow } = directorRig()
    state.broken.add('p')
    follow({
      plays: [
        [picture('p'), 5],
        [b, 5],
      ],
    })
    await time.advance(60_000)
    expect(new Set(on)).toEqual(new Set(['b']))
    expect(problems).toEqual(['p'])
    state.broken.clear()
    await time.advance(10 * 60_000)
    expect(on).toContain('p')
  })

  test('a broadcast that failed is shown at once when it moves again, and not only when its pause is over', async () => {
    const { time, on, director, follow } = directorRig()
    follow({
      plays: [
        [a, 3_600],
        [b, 60],
      ],
    })
    await time.advance(10_000)
    director.failed(new Error('lost'))
    await time.advance(5_000)
    director.revived('other')
    expect(on).toEqual(['a', 'b'])
    director.revived('a')
    expect(on).toEqual(['a', 'b', 'a'])
  })

  test('a film that stands still makes way for the next, and its play ends there', async () => {
    const { time, on, finished, director, follow } = directorRig()
    follow({
      plays: [
        [a, 60],
        [b, 60],
      ],
    })
    await time.advance(10_000)
    director.failed(new Error('stuck'))
    expect(on).toEqual(['a', 'b'])
    expect(finished).toMatchObject([{ endedAt: midnight + 10_000 }])
  })

  test('a machine that slept asks the clock and not its memory', async () => {
    const { time, on, director, follow } = directorRig()
    follow({
      plays: [
        [a, 60],
        [b, 60],
        [c, 60],
      ],
    })
    await time.advance(130_000)
    director.recompute()
    expect(on.at(-1)).toBe('c')
  })

  test('what is made anew in the middle is the same play, and is proved once', async () => {
    const { time, on, finished, scenes, elapsed, director, follow } = directorRig()
    follow({
      plays: [
        [a, 60],
        [b, 60],
      ],
    })
    await time.advance(20_000)
    director.remake()
    expect([scenes.made, elapsed]).toEqual([2, [0, 20_000]])
    await time.advance(41_000)
    expect(on).toEqual(['a', 'b'])
    expect(finished).toMatchObject([{ startedAt: midnight, endedAt: midnight + 60_000 }])
  })

  test('an order has the rows of the strip too, for nothing stands beside it', async () => {
    const { time, frames, follow } = directorRig()
    const order = slogan('order:1', ['绕行'], { alone: true })
    const ticker = { height: 20, lines: [{ text: '有事找法' }] }
    follow(
      {
        plays: [
          [a, 60],
          [order, 60],
        ],
      },
      1,
      { ticker },
    )
    await time.advance(61_000)
    expect(frames.map(({ height, alone }) => [height, alone])).toEqual([
      [76, undefined],
      [96, true],
    ])
  })

  test('of all scenes that were made only the one that is on is still held: memory stays flat', async () => {
    const { time, scenes, director, follow } = directorRig()
    for (let revision = 1; revision <= 20; revision++) {
      follow(
        {
          plays: [
            [picture(`p${revision}`), 5],
            [a, 5],
          ],
        },
        revision,
      )
      await time.advance(revision * 700)
    }
    director.stop()
    await time.advance(5_000)
    await settled()
    expect(scenes.made - scenes.released).toBe(1)
    expect(scenes.made).toBeGreaterThan(20)
  })
})
