/** @file Which manifest a player accepts as its next one. */
import { describe, expect, it } from 'vitest'
import { assemble, manifestFormat, refusal, type ManifestHead } from '../../contracts/manifest.ts'
import { screenOf } from '../support/schedules.ts'

const manifest: ManifestHead = {
  format: manifestFormat,
  revision: 1_767_225_600_000,
  issuedAt: 1_767_225_600_000,
  leaseUntil: 1_771_113_600_000,
  screen: {
    ...screenOf({ id: 'screen-1' }),
    title: '文化广场屏',
    countyTitle: '景县',
    width: 384,
    height: 192,
    regionX: 0,
    regionY: 0,
    volumePercent: 0,
    brightnessPercent: 100,
    cacheBytesMax: 0,
  },
  zone: 'Asia/Shanghai',
  fallback: 'spare',
  parts: [],
}

describe('a player accepts', () => {
  it('a manifest of its own screen with a greater revision', () => {
    expect(refusal(manifest, 'screen-1', manifest.revision - 1)).toBeNull()
  })
  it('its first manifest, whatever the revision', () => {
    expect(refusal({ ...manifest, revision: 1 }, 'screen-1', 0)).toBeNull()
  })
  it('the revision that it holds, so that a manifest sent again does no harm', () => {
    expect(refusal(manifest, 'screen-1', manifest.revision)).toBeNull()
  })
})

describe('a player refuses', () => {
  it('an older revision, so that a recorded manifest cannot be played back to it', () => {
    expect(refusal(manifest, 'screen-1', manifest.revision + 1)).toBe('older-revision')
  })
  it("another screen's manifest, although its signature is good", () => {
    expect(refusal(manifest, 'screen-2', 0)).toBe('other-screen')
  })
  it('a format that it does not know, before anything else is read from it', () => {
    const later = { ...manifest, format: 1 } as unknown as ManifestHead
    expect(refusal(later, 'screen-2', manifest.revision + 1)).toBe('unknown-format')
  })
  it('a manifest without a format', () => {
    const { format: _format, ...rest } = manifest
    expect(refusal(rest as unknown as ManifestHead, 'screen-1', 0)).toBe('unknown-format')
  })
})

describe('head and parts put together', () => {
  const item = (id: string) => ({ kind: 'clock', id, title: id, signature: '' }) as const
  const playlist = (id: string) => ({ id, title: id, entries: [] })
  const asset = { sha256: 'ab', bytes: 1, type: 'image/webp', url: '/ab' }

  it('hold each item and asset once, although two playlists bring it', () => {
    const { schedule, assets } = assemble(manifest, [
      { playlists: [playlist('b')], items: [item('y'), item('x')], assets: [asset] },
      { playlists: [playlist('a')], items: [item('x')], assets: [asset] },
    ])
    expect(schedule.playlists.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(schedule.items.map(({ id }) => id)).toEqual(['x', 'y'])
    expect(assets).toEqual([asset])
  })
  it('without a calendar have an empty one, so that a screen plays on', () => {
    expect(assemble(manifest, []).schedule).toMatchObject({
      zone: 'Asia/Shanghai',
      fallback: 'spare',
      events: [],
      calendar: { years: {}, legalDays: [], lunarMonths: [] },
    })
  })
})
