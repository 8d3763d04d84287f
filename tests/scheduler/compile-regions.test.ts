/** @file How a screen is driven besides what it plays: strip, mark, hours, brightness, from its record. */
import { describe, expect, test } from 'vitest'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { tickerHeight } from '../../contracts/regions.ts'
import { Reading, type SignageDocument } from '../../scheduler/compile/documents.ts'
import { allEvents, compileScreen } from '../../scheduler/compile/manifest.ts'
import type { RenditionRequest } from '../../scheduler/compile/items.ts'
import { partCache } from '../../scheduler/compile/parts.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import {
  county,
  image,
  mapOf,
  notice,
  playlist,
  ref,
  screen,
  settings,
  signagePicture,
  slogan,
  smallTown,
} from './samples.ts'

const wide = { width: 320, height: 160 }
const words = [
  slogan('slogan-1', '被欠薪别着急\n拨打12348\n免费问律师'),
  notice('notice-1', {
    title: '停电通知',
    text: '明天上午停电。\n请提前准备',
    validFrom: '2026-03-01T00:00',
  }),
  signagePicture('picture-1', 'image-1'),
  image('image-1'),
  playlist('playlist-strip', 'slogan-1', 'picture-1', 'notice-1'),
]

function profile(more: Partial<ScreenDocument>, ...documents: readonly SignageDocument[]) {
  const all = mapOf([settings(), county('1'), ...words, ...documents])
  const read = new Reading(all)
  return { ...profileOf(screen('screen-1', { ...wide, ...more }), read), used: read.used }
}

describe('the strip', () => {
  test('has the screen’s own lines first, then the words of its playlist, each with its own end', () => {
    const ticker = { on: true, lines: ['  有事找法  ', ''], playlist: ref('playlist-strip') }
    expect(profile({ ticker }).ticker).toEqual({
      height: 20,
      lines: [
        { text: '有事找法' },
        { text: '被欠薪别着急　拨打12348　免费问律师' },
        {
          text: '停电通知：明天上午停电。 请提前准备',
          validFrom: '2026-03-01T00:00',
          validUntil: '2026-03-05T18:00',
        },
      ],
    })
  })

  test.each([
    { name: 'turned off', more: { ticker: { on: false, lines: ['有事找法'] } } },
    { name: 'without a word', more: { ticker: { on: true, lines: ['  '] } } },
    { name: 'on a picture too low for it', more: { height: 48, ticker: { on: true, lines: ['有事找法'] } } },
    {
      name: 'wished so high that nothing would be left',
      more: { ticker: { on: true, lines: ['有事找法'], height: 150 } },
    },
  ])('$name there is none, so that the item has the whole picture', ({ more }) => {
    expect(profile(more)).not.toHaveProperty('ticker')
  })

  test('a line too long for a strip is left out whole: half a sentence of law misleads', () => {
    const ticker = { on: true, lines: ['长'.repeat(201), '短'] }
    expect(profile({ ticker }).ticker?.lines).toEqual([{ text: '短' }])
  })

  test('a change of what it quotes touches the screen', () => {
    const { used } = profile({ ticker: { on: true, playlist: ref('playlist-strip') } })
    expect([...used]).toEqual(expect.arrayContaining(['playlist-strip', 'slogan-1', 'notice-1']))
  })

  test('a playlist that is still to come is waited for', () => {
    const { used } = profile({ ticker: { on: true, playlist: ref('playlist-later') } })
    expect(used.has('playlist-later')).toBe(true)
  })

  test('pictures are made for the rows that it leaves', () => {
    const sizes: unknown[] = []
    const documents = mapOf([
      ...smallTown().filter(({ _id }) => _id !== 'screen-1'),
      screen('screen-1', { ...wide, ticker: { on: true, lines: ['有事找法'] } }),
      image('image-1'),
      signagePicture('picture-1', 'image-1'),
      playlist('playlist-main', 'picture-1'),
    ])
    const input = {
      documents,
      renditions: { find: ({ size }: RenditionRequest) => (sizes.push(size), null) },
      parts: partCache(),
      origin: 'https://pufa.test',
      today: '2026-03-02',
    }
    compileScreen(documents.get('screen-1') as ScreenDocument, { ...input, events: allEvents(input) })
    expect(sizes).toEqual([{ width: 320, height: 140 }])
  })

  test.each([
    [320, 160, 20],
    [1920, 1080, 108],
    [192, 384, 20],
    [512, 64, 20],
    [96, 48, null],
    [512, 59, null],
  ])('at %i×%i it takes %s rows', (width, height, rows) => {
    expect(tickerHeight({ width, height })).toBe(rows)
  })
})

describe('the mark', () => {
  test('carries the bureau’s hotline, so that another prefecture needs no other program', () => {
    const all = mapOf([settings({ hotline: '0318-12348' }), county('1')])
    const { corner } = profileOf(screen('screen-1', { ...wide, corner: true }), new Reading(all))
    expect(corner).toEqual({ number: '0318-12348', text: '法律热线' })
  })

  test('is left out where it was not asked for or has no room above the strip', () => {
    expect(profile({})).not.toHaveProperty('corner')
    expect(profile({ corner: true, width: 190 })).not.toHaveProperty('corner')
    const ticker = { on: true, lines: ['有事找法'] }
    expect(profile({ corner: true, width: 320, height: 96 })).toHaveProperty('corner')
    expect(profile({ corner: true, width: 320, height: 96, ticker })).not.toHaveProperty('corner')
  })
})

describe('hours and brightness', () => {
  test('travel as they are written', () => {
    expect(
      profile({
        lit: { from: '06:00', until: '24:00' },
        quiet: { from: '21:30', until: '07:00' },
        brightnessPercent: 80,
        night: { from: '19:00', until: '06:00', brightnessPercent: 30 },
        cacheGigabytes: 1.5,
      }),
    ).toMatchObject({
      // The end of the day is the beginning of the next: both ends read one spelling.
      lit: { from: '06:00', until: '00:00' },
      quiet: { from: '21:30', until: '07:00' },
      brightnessPercent: 80,
      night: { hours: { from: '19:00', until: '06:00' }, brightnessPercent: 30 },
      cacheBytesMax: 1_610_612_736,
    })
  })

  test('what cannot be read counts as not written: no screen goes dark over a slip of the pen', () => {
    const odd = profile({ lit: { from: '6点', until: '22:00' }, quiet: { from: '21:00', until: '25:00' } })
    expect(odd).not.toHaveProperty('lit')
    expect(odd).not.toHaveProperty('quiet')
  })

  test('brightness never falls to nothing: dark is what hours and orders are for', () => {
    expect(profile({ brightnessPercent: 0 }).brightnessPercent).toBe(1)
    expect(profile({ brightnessPercent: 400 }).brightnessPercent).toBe(100)
  })
})
