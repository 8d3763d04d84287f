/** @file A still stands for a film that cannot be shown: a square is not to lose the film's place for it. */
import { describe, expect, test } from 'vitest'
import type { VideoItem } from '../../contracts/schedule/index.ts'
import { b, directorRig, midnight, picture } from './rig/director.ts'

describe('a film with a still', () => {
  const still = picture('film')
  const film: VideoItem = {
    ...{ kind: 'video', id: 'film', title: '短剧', genre: 'drama', captions: [] },
    ...{ sources: [{ asset: 'x', type: 'video/mp4' }], still: { ...still, title: '短剧（封面）' } },
  }
  const plays = [
    [film, 60],
    [b, 60],
  ] as const

  test('that is still being fetched has its turn filled by the still, told as what it is', async () => {
    const { time, state, on, finished, follow } = directorRig()
    state.missing.add('video film')
    follow({ plays })
    await time.advance(30_000)
    // The film has come; it plays from its next turn on and is not begun in the middle.
    state.missing.clear()
    await time.advance(91_000)
    expect(on).toEqual(['film', 'b', 'film'])
    const told = finished.map(({ turn }) => [turn.item.kind, turn.item.title, turn.event?.id])
    expect(told[0]).toEqual(['image', '短剧（封面）', 'event'])
    expect(finished[0]?.endedAt).toBe(midnight + 60_000)
  })

  test('that breaks off gives way to its still, for the rest of its turn and the next', async () => {
    const { time, on, finished, director, follow } = directorRig()
    follow({ plays })
    await time.advance(10_000)
    director.failed(new Error('stuck'))
    await time.advance(112_000)
    expect(on).toEqual(['film', 'film', 'b', 'film'])
    expect(finished.map(({ turn }) => turn.item.kind)).toEqual(['video', 'image', 'slogan'])
  })

  test('is skipped as any other item where the still cannot be shown either', async () => {
    const { time, state, on, problems, director, follow } = directorRig()
    state.broken.add('film')
    follow({ plays })
    await time.advance(10_000)
    director.failed(new Error('stuck'))
    await time.advance(1_000)
    expect(on).toEqual(['film', 'b'])
    expect(problems).toEqual(['film', 'film'])
  })

  test('comes back itself as soon as it is said to be mended', async () => {
    const { time, on, director, follow } = directorRig()
    follow({ plays })
    await time.advance(10_000)
    director.failed(new Error('stuck'))
    await time.advance(1_000)
    director.revived('film')
    expect(on).toEqual(['film', 'film', 'film'])
  })
})
