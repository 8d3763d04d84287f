/** @file Which manifest a player accepts as its next one. */
import { describe, expect, it } from 'vitest'
import { manifestFormat, refusal, type Manifest } from '../../contracts/manifest.ts'
import { scheduleOf, screenOf } from '../support/schedules.ts'

const manifest: Manifest = {
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
  },
  schedule: scheduleOf({}, { years: {}, legalDays: [], lunarMonths: [] }),
  assets: [],
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
    const later = { ...manifest, format: 2 } as unknown as Manifest
    expect(refusal(later, 'screen-2', manifest.revision + 1)).toBe('unknown-format')
  })
  it('a manifest without a format', () => {
    const { format: _format, ...rest } = manifest
    expect(refusal(rest as unknown as Manifest, 'screen-1', 0)).toBe('unknown-format')
  })
})
