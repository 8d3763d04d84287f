/** @file What of a sign decides how its programme is compiled: its size, where people stand, its day. */
import { describe, expect, test } from 'vitest'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import { allEvents, compileScreen } from '../../scheduler/compile/manifest.ts'
import { partCache, type Parts } from '../../scheduler/compile/parts.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import { legalDay, mapOf, playlist, ref, screen, slogan, smallTown } from './samples.ts'

interface Given {
  screens: Partial<ScreenDocument>[]
  today?: string
  parts?: Parts
}

function compile({ screens, today = '2026-03-02', parts = partCache() }: Given) {
  const signs = screens.map((more, index) => screen(`screen-${index}`, more))
  const documents = mapOf([
    ...smallTown(),
    ...signs,
    legalDay('legal-day', { title: '国家宪法日' }),
    slogan('slogan-long', '字'.repeat(60)),
    playlist('playlist-main', 'slogan-long'),
    playlist('playlist-evergreen', {
      _type: 'countdownItem',
      _key: 'c',
      legalDay: ref('legal-day'),
    }),
  ])
  return signs.map((sign) => {
    const input = { documents, renditions: { find: () => null }, parts, origin: 'https://pufa.test', today }
    const { parts: made } = compileScreen(sign, { ...input, events: allEvents(input) })
    const playlists = made.flatMap(({ content }) => content.playlists ?? [])
    const items = made.flatMap(({ content }) => content.items ?? [])
    const hash = made.find(({ content }) => content.playlists?.[0]?.id === 'playlist-main')?.hash
    const long = playlists.flatMap(({ entries }) => entries).find(({ item }) => item === 'slogan-long')
    return { hash, seconds: long?.seconds, items }
  })
}

describe('lengths', () => {
  test('are longer where people stand further away, since fewer characters go on a page', () => {
    const [near, far] = compile({
      screens: [
        { width: 320, height: 64, pitchMm: 10, viewingDistanceM: 8 },
        { width: 320, height: 64, pitchMm: 4, viewingDistanceM: 60 },
      ],
    })
    expect(near?.seconds).toBe(18)
    expect(far?.seconds).toBeGreaterThan(30)
  })

  test('are one part for all signs of a size that people see as well: a part serves many screens', () => {
    const [one, other, far] = compile({
      screens: [
        { pitchMm: 10, viewingDistanceM: 8 },
        { pitchMm: 8, viewingDistanceM: 10 },
        { pitchMm: 4, viewingDistanceM: 25 },
      ],
    })
    expect(one?.hash).toBe(other?.hash)
    expect(one?.seconds).toBe(18)
    expect(far?.seconds).toBeDefined()
  })
})

test('a playlist that counts days is made again every day, and of the next year after the day', () => {
  const parts = partCache()
  const dayOf = (today: string) => {
    const [made] = compile({ screens: [{}], today, parts })
    const item = made?.items.find(({ kind }) => kind === 'countdown')
    return item?.kind === 'countdown' ? item.day : null
  }
  expect([dayOf('2026-12-04'), dayOf('2026-12-05')]).toEqual(['2026-12-04', '2027-12-04'])
})

describe('the transition', () => {
  const of = (more: Partial<ScreenDocument>) =>
    profileOf(screen('s', more), new Reading(new Map())).transition

  test('is a fade, and none on signs too low for half of one and half of another', () => {
    expect(of({ height: 96 })).toBe('fade')
    expect(of({ height: 64 })).toBe('fade')
    expect(of({ height: 48 })).toBeUndefined()
  })

  test('is what the record says, on any sign', () => {
    expect(of({ height: 48, transition: 'wipe' })).toBe('wipe')
    expect(of({ height: 96, transition: 'cut' })).toBeUndefined()
  })
})
