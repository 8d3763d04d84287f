/** @file When a screen's manifest is made again, and how its revision moves. */
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../contracts/canonical.ts'
import { dayMs, monday } from './clock.ts'
import { manifestOf, manifestRig } from './manifest-rig.ts'
import { event, image, playlist, ref, screen, signagePicture, slogan } from './samples.ts'

describe('a revision', () => {
  test('begins at the clock, so that a lake restored from nothing still moves forward', () => {
    expect(manifestOf(manifestRig().manifests).revision).toBe(monday)
  })

  test('moves to the clock when the content changes', () => {
    const { manifests, clock, change } = manifestRig()
    clock.at += 5_000
    expect(change(slogan('slogan-1', '另一条'))).toEqual(['screen-1'])
    expect(manifestOf(manifests).revision).toBe(monday + 5_000)
  })

  test('is one more than the last when two changes fall into one millisecond', () => {
    const { manifests, change } = manifestRig()
    change(slogan('slogan-1', '甲'))
    change(slogan('slogan-1', '乙'))
    expect(manifestOf(manifests).revision).toBe(monday + 2)
  })

  test('grows also after the clock was set back, for players refuse an older one', () => {
    const { manifests, clock, change } = manifestRig()
    clock.at -= 3_600_000
    change(slogan('slogan-1', '甲'))
    expect(manifestOf(manifests)).toMatchObject({
      revision: monday + 1,
      issuedAt: clock.at,
      leaseUntil: clock.at + 10 * dayMs,
    })
  })

  test('stays when the content is the same, and nothing is signed or pushed in vain', () => {
    const { manifests, clock, change, signed } = manifestRig()
    const before = signed()
    clock.at += 60_000
    expect(change(slogan('slogan-1', '标语1'))).toEqual([])
    expect(manifests.refresh('all')).toEqual([])
    expect([manifestOf(manifests).revision, signed()]).toEqual([monday, before])
  })

  test('stays over a restart of the program, or every player would fetch all anew', () => {
    const { manifests, clock, restart } = manifestRig()
    const before = canonicalJson(manifestOf(manifests))
    clock.at += 60_000
    const again = restart()
    again.refresh('all')
    expect(canonicalJson(manifestOf(again))).toBe(before)
  })
})

describe('a lease', () => {
  test('is renewed when half of it is gone, and not a millisecond before', () => {
    const { manifests, clock } = manifestRig()
    clock.at = monday + 5 * dayMs - 1
    expect(manifests.refresh('all')).toEqual([])
    clock.at++
    expect(manifests.refresh('all').sort()).toEqual(['screen-1', 'screen-2'])
    expect(manifestOf(manifests)).toMatchObject({ issuedAt: clock.at, leaseUntil: clock.at + 10 * dayMs })
  })

  test.each([
    { leaseDays: undefined, days: 45, why: 'the default' },
    { leaseDays: 0, days: 1, why: 'at least a day' },
    { leaseDays: 400, days: 90, why: 'at most ninety days' },
  ])('of $leaseDays days lasts $days: $why', ({ leaseDays, days }) => {
    const { manifests, documents } = manifestRig()
    const { leaseDays: _, ...bare } = screen('screen-1')
    documents.set('screen-1', { ...bare, ...(leaseDays === undefined ? {} : { leaseDays }), title: '改' })
    manifests.refresh('all')
    expect(manifestOf(manifests).leaseUntil).toBe(monday + days * dayMs)
  })
})

test('a lease that the operator changes reaches the screen at once, with nothing else changed', () => {
  const { change, manifests } = manifestRig()
  expect(change(screen('screen-1', { leaseDays: 3 }))).toEqual(['screen-1'])
  expect(manifestOf(manifests).leaseUntil).toBe(monday + 3 * dayMs)
})

describe('a change', () => {
  test('makes the manifests again that it touches, and leaves the others as they are', () => {
    const { manifests, change, signed } = manifestRig()
    const [before, count] = [manifests.get('screen-2'), signed()]
    expect(change(slogan('slogan-1', '另一条'))).toEqual(['screen-1'])
    expect(manifests.get('screen-2')).toBe(before)
    expect(signed()).toBe(count + 1)
  })

  test('of the fallback touches every screen', () => {
    expect(manifestRig().change(slogan('slogan-evergreen', '换')).sort()).toEqual(['screen-1', 'screen-2'])
  })

  test('of an event touches the screens that it comes to aim at', () => {
    const { change } = manifestRig()
    const wider = event('event-1', { playlist: ref('playlist-1'), targets: [{}] })
    expect(change(wider).sort()).toEqual(['screen-1', 'screen-2'])
  })

  test('of a document that was missing puts it on the screen, since it was looked for', () => {
    const { change, manifests } = manifestRig()
    change(playlist('playlist-1', 'slogan-1', 'slogan-later'))
    expect(change(slogan('slogan-later', '后来的'))).toEqual(['screen-1'])
    expect(manifestOf(manifests).schedule.items.map(({ id }) => id)).toContain('slogan-later')
  })

  test('that withdraws a document takes it off the screen', () => {
    const { documents, manifests } = manifestRig()
    documents.delete('slogan-1')
    expect(manifests.refresh([{ id: 'slogan-1', type: 'slogan' }])).toEqual(['screen-1'])
    expect(manifestOf(manifests).schedule.items.map(({ id }) => id)).toEqual(['slogan-evergreen'])
  })

  test('to a rendition that became ready brings the picture in, with its asset', () => {
    const { change, manifests, ready } = manifestRig()
    change(image('image-1'))
    change(signagePicture('picture-1', 'image-1'))
    change(playlist('playlist-1', 'picture-1'))
    expect(manifestOf(manifests).assets).toEqual([])
    ready.set('image-1', { sha256: 'ab', bytes: 3, type: 'image/webp', url: '/ab' })
    expect(manifests.refresh([{ id: 'image-1', type: 'sanity.imageAsset' }])).toEqual(['screen-1'])
    expect(manifestOf(manifests).assets.map(({ sha256 }) => sha256)).toEqual(['ab'])
  })

  test('that adds a screen gives it a manifest', () => {
    const { change, manifests } = manifestRig()
    expect(change(screen('screen-3'))).toEqual(['screen-3'])
    expect(manifests.size()).toBe(3)
  })
})

describe('a deleted screen', () => {
  test('has no manifest, and comes back later than it went, for its player may still hold the last', () => {
    const { documents, manifests, change, clock } = manifestRig()
    documents.delete('screen-1')
    expect(manifests.refresh([{ id: 'screen-1', type: 'screen' }])).toEqual(['screen-1'])
    expect(manifests.get('screen-1')).toBeNull()
    clock.at -= dayMs
    change(screen('screen-1', { leaseDays: 10, title: '又来' }))
    expect(manifestOf(manifests).revision).toBe(monday + 1)
  })

  test('does not hold up the others', () => {
    const { documents, manifests } = manifestRig()
    documents.delete('screen-1')
    manifests.refresh('all')
    expect(manifests.all().map(({ screen: { id } }) => id)).toEqual(['screen-2'])
  })
})

test('what is signed is the canonical text of the manifest, so that both ends hash the same bytes', () => {
  const held = manifestRig().manifests.get('screen-1')
  expect(held?.signed.payload).toBe(canonicalJson(held?.manifest))
})
