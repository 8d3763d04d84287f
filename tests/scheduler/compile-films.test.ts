/** @file From a film's document to what a screen plays: its files, its length, its sound, its picture. */
import { describe, expect, test } from 'vitest'
import type { Video } from '../../contracts/documents/index.ts'
import type { ItemContext } from '../../scheduler/compile/items.ts'
import { compile } from './item-rig.ts'
import { video } from './samples.ts'

describe('a film', () => {
  test('is asked for in the screen’s size in every type it has, with its captions, for its whole length', () => {
    const compiled = compile(video('v'))
    expect(compiled).toMatchObject({
      item: {
        kind: 'video',
        genre: 'drama',
        sources: [
          { asset: 'sha-of-file-mp4', type: 'video/mp4' },
          { asset: 'sha-of-file-webm', type: 'video/webm' },
        ],
        still: { id: 'v', kind: 'image', title: '短片（封面）', asset: 'sha-of-image-poster' },
        captions: [{ from: 0, to: 2, text: '你好' }],
      },
      seconds: 31,
    })
    expect(compiled?.renditions.filter(({ as }) => as === 'film')).toMatchObject([
      { assetId: 'file-mp4', size: { width: 192, height: 96 }, sound: false },
      { assetId: 'file-webm', size: { width: 192, height: 96 }, sound: false },
    ])
  })

  test('lasts as long as was measured, since what an editor types may be wrong', () => {
    const film = () => ({ seconds: 44.2, sound: false, container: 'mp4' }) as const
    expect(compile(video('v', { seconds: 30 }), [], { film })?.seconds).toBe(45)
  })

  test('is named by its bytes: a browser that is told the wrong kind would not even try', () => {
    const film = () => ({ seconds: 30, sound: false, container: 'webm' }) as const
    expect(compile(video('v'), ['file-webm'], { film })?.item).toMatchObject({
      sources: [{ asset: 'sha-of-file-mp4', type: 'video/webm' }],
    })
  })

  const { poster: _given, ...withoutPoster } = video('v')
  test('without a picture of its own gets a frame of itself', () => {
    const compiled = compile(withoutPoster)
    expect(compiled?.item).toMatchObject({ still: { asset: 'sha-of-file-mp4' } })
    expect(compiled?.renditions.filter(({ as }) => as === 'poster')).toMatchObject([{ assetId: 'file-mp4' }])
  })

  describe('with sound, where the screen lets it be heard', () => {
    const heard = { sound: true, film: () => ({ seconds: 30, sound: true, container: 'mp4' }) as const }
    const { captions: _captions, ...bare } = video('v')

    interface Case {
      what: string
      document: Video
      context: Partial<ItemContext>
      plays: boolean
    }
    const cases: readonly Case[] = [
      { what: 'with captions', document: video('v'), context: heard, plays: true },
      { what: 'without captions', document: bare, context: heard, plays: false },
      {
        what: 'with an empty list of them',
        document: { ...bare, captions: [] },
        context: heard,
        plays: false,
      },
      { what: 'in which nobody speaks', document: { ...bare, silent: true }, context: heard, plays: true },
      { what: 'on a muted screen', document: bare, context: { ...heard, sound: false }, plays: true },
      {
        what: 'that turns out to have no sound',
        document: bare,
        context: { sound: true, film: () => ({ seconds: 30, sound: false, container: 'mp4' }) as const },
        plays: true,
      },
    ]
    test.each(cases)('speech must be readable too: $what plays: $plays', ({ document, context, plays }) => {
      expect(compile(document, [], context) !== null).toBe(plays)
    })

    test('asks for a rendition of its own, which muted screens do not carry', () => {
      const compiled = compile(video('v'), [], heard)
      expect(compiled?.renditions.filter(({ as }) => as === 'film').map(({ sound }) => sound)).toEqual([
        true,
        true,
      ])
    })
  })

  test('plays with what is ready of it: one type is enough, a poster is not needed', () => {
    const compiled = compile(video('v'), ['file-mp4', 'image-poster'])
    expect(compiled?.item).toMatchObject({ sources: [{ asset: 'sha-of-file-webm', type: 'video/webm' }] })
    expect(compiled?.item).not.toHaveProperty('still')
  })

  test('of which no file is ready is left out', () => {
    expect(compile(video('v'), ['file-mp4', 'file-webm'])).toBeNull()
  })
})
