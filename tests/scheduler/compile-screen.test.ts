/** @file Everything one screen shows: what travels in its manifest, and what does not. */
import { describe, expect, test } from 'vitest'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { assemble, manifestFormat, type ManifestAsset } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { allEvents, compileScreen } from '../../scheduler/compile/manifest.ts'
import type { RenditionRequest } from '../../scheduler/compile/items.ts'
import { partCache } from '../../scheduler/compile/parts.ts'
import {
  county,
  event,
  image,
  mapOf,
  playlist,
  ref,
  screen,
  settings,
  shows,
  signagePicture,
  slogan,
  smallTown,
} from './samples.ts'

const assetOf = (id: string): ManifestAsset => ({ sha256: id, bytes: 1, type: 'image/webp', url: `/${id}` })

function compile(documents: readonly SignageDocument[], id = 'screen-1', ready = true) {
  const all = mapOf(documents)
  const input = {
    documents: all,
    renditions: { find: ({ assetId }: RenditionRequest) => (ready ? assetOf(assetId) : null) },
    parts: partCache(),
    origin: 'https://pufa.test',
    today: '2026-03-02',
  }
  const compiled = compileScreen(all.get(id) as ScreenDocument, { ...input, events: allEvents(input) })
  const { head, parts } = compiled
  const used = new Set([...compiled.used, ...parts.flatMap((part) => [...part.used])])
  const facts = { format: manifestFormat, revision: 1, issuedAt: 0, leaseUntil: 1, parts: [] } as const
  return {
    used,
    hashes: parts.map(({ hash }) => hash),
    content: assemble(
      { ...facts, ...head },
      parts.map(({ content }) => content),
    ),
  }
}

const with_ = (...more: readonly SignageDocument[]) => [...smallTown(), ...more]

test('a screen carries the playlists and items of its events, and the fallback', () => {
  const { schedule } = compile(smallTown()).content
  expect(schedule.events.map(({ id }) => id)).toEqual(['event-main'])
  expect(schedule.playlists.map(({ id }) => id)).toEqual(['playlist-evergreen', 'playlist-main'])
  expect(schedule.items.map(({ id }) => id)).toEqual(['slogan-evergreen', 'slogan-main'])
  expect(schedule.fallback).toBe('playlist-evergreen')
})

test('events of other screens do not travel, nor what they alone need', () => {
  const documents = with_(
    county('2'),
    slogan('slogan-far', '远处'),
    playlist('playlist-far', 'slogan-far'),
    event('event-far', { playlist: ref('playlist-far'), targets: [{ county: 'county-2' }] }),
  )
  const text = JSON.stringify(compile(documents).content)
  expect(text).not.toContain('far')
})

describe('selectors', () => {
  const place = {
    county: ref('county-1'),
    township: ref('township-1'),
    village: ref('village-1'),
    groups: [{ ...ref('group-1'), _key: 'g' }],
    audiences: [{ ...ref('audience-1'), _key: 'a' }],
  }
  test.each([
    { targets: [{}], fits: true, why: 'an empty selector means all' },
    { targets: [], fits: false, why: 'no selector means none' },
    { targets: [{ screen: 'screen-1' }], fits: true, why: 'the screen itself' },
    { targets: [{ screen: 'screen-2' }], fits: false, why: 'another screen' },
    { targets: [{ group: 'group-1' }], fits: true, why: 'its group' },
    { targets: [{ township: 'township-1', village: 'village-1' }], fits: true, why: 'both fit' },
    { targets: [{ county: 'county-1', audience: 'audience-2' }], fits: false, why: 'fields are ANDed' },
    { targets: [{ county: 'county-2' }, { audience: 'audience-1' }], fits: true, why: 'selectors are ORed' },
  ])('$targets: $why', ({ targets, fits }) => {
    const documents = [
      ...smallTown().filter(({ _type }) => _type !== 'screen'),
      screen('screen-1', place),
      event('e', { targets }),
    ]
    expect(compile(documents).content.schedule.events.some(({ id }) => id === 'e')).toBe(fits)
  })
})

describe('the fallback', () => {
  test('always travels, even when no event aims at the screen, for a screen is never blank', () => {
    const documents = smallTown().filter(({ _id }) => _id !== 'event-main')
    expect(compile(documents).content.schedule).toMatchObject({
      events: [],
      playlists: [{ id: 'playlist-evergreen' }],
      items: [{ id: 'slogan-evergreen' }],
    })
  })

  test('of the screen’s own travels beside the bureau’s, so that either can be changed alone', () => {
    const documents = [
      ...smallTown().filter(({ _type }) => _type !== 'screen'),
      screen('screen-1', { fallback: ref('playlist-own') }),
      slogan('slogan-own', '本屏'),
      playlist('playlist-own', 'slogan-own'),
    ]
    const { schedule, screen: profile } = compile(documents).content
    expect(profile.fallback).toBe('playlist-own')
    expect(schedule.playlists.map(({ id }) => id)).toEqual([
      'playlist-evergreen',
      'playlist-main',
      'playlist-own',
    ])
  })

  test('may be missing in a lake without settings; the screen still has a manifest', () => {
    const documents = smallTown().filter(({ _id }) => _id !== 'siteSettings')
    expect(compile(documents).content.schedule).toMatchObject({
      fallback: '',
      playlists: [{ id: 'playlist-main' }],
    })
  })
})

describe('assets', () => {
  const pictures = with_(
    image('image-1'),
    signagePicture('picture-1', 'image-1'),
    playlist('playlist-main', 'slogan-main', 'picture-1', shows('picture-1', 30)),
  )

  test('each travels once, however often it is shown', () => {
    expect(compile(pictures).content.assets).toEqual([assetOf('image-1')])
  })

  test('an item whose rendition is missing is left out, and the playlist goes on without it', () => {
    const { schedule, assets } = compile(pictures, 'screen-1', false).content
    expect(assets).toEqual([])
    expect(
      schedule.playlists.find(({ id }) => id === 'playlist-main')?.entries.map(({ item }) => item),
    ).toEqual(['slogan-main'])
  })
})

test('seconds that the editor names win over reading speed, in whole seconds and never below one', () => {
  const documents = with_(
    playlist('playlist-main', shows('slogan-main', 7.6), { ...shows('slogan-main', 0.2), _key: 'again' }),
  )
  const entries = compile(documents).content.schedule.playlists.find(
    ({ id }) => id === 'playlist-main',
  )?.entries
  expect(entries).toEqual([
    { key: 'k-slogan-main', item: 'slogan-main', seconds: 8 },
    { key: 'again', item: 'slogan-main', seconds: 1 },
  ])
})

test('the same documents give the same content whatever order they came in, so that nothing is pushed in vain', () => {
  const changed = with_(
    slogan('slogan-z', 'z'),
    event('event-a'),
    playlist('playlist-main', 'slogan-z', 'slogan-main'),
  )
  const documents = [...mapOf(changed).values()]
  expect(compile([...documents].reverse()).hashes).toEqual(compile(documents).hashes)
})

test('what was looked for and not found counts as used, so that its arrival is noticed', () => {
  const { used } = compile(with_(playlist('playlist-main', 'slogan-later')))
  expect(used.has('slogan-later')).toBe(true)
  expect(used.has('screen-1')).toBe(true)
  expect(used.has('county-1')).toBe(true)
})

test('the profile names the county in words and leaves out what the record leaves out', () => {
  const { screen: profile } = compile([settings(), county('1', '景县'), screen('screen-1')]).content
  expect(profile).toEqual({
    id: 'screen-1',
    title: '屏 screen-1',
    county: 'county-1',
    countyTitle: '景县',
    groups: [],
    audiences: [],
    width: 192,
    height: 96,
    regionX: 0,
    regionY: 0,
    volumePercent: 0,
    brightnessPercent: 100,
    cacheBytesMax: 2 * 1024 ** 3,
    transition: 'fade',
  })
})

test('items of one entry get keys of their own, so that each can be named by its place', () => {
  const newest = { _type: 'latestItem', _key: 'n', contentType: 'slogan', count: 5, seconds: 9 } as const
  const entries = compile(with_(playlist('playlist-main', newest))).content.schedule.playlists.find(
    ({ id }) => id === 'playlist-main',
  )?.entries
  expect(entries).toEqual([
    { key: 'n', item: 'slogan-evergreen', seconds: 9 },
    { key: 'n.1', item: 'slogan-main', seconds: 9 },
  ])
})

test('a zone that does not exist is left out, for a player could not reckon by it', () => {
  const profileIn = (zone: string) =>
    compile([settings(), county('1'), screen('screen-1', { zone })]).content.screen
  expect(profileIn('Asia/Urumqi')).toMatchObject({ zone: 'Asia/Urumqi' })
  expect(profileIn('Mars/Olympus')).not.toHaveProperty('zone')
})
