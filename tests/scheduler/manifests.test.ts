/** @file When a screen's manifest is made again, and how its revision moves. */
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../contracts/canonical.ts'
import { dayMs, monday } from './clock.ts'
import { manifestOf, manifestRig, refreshed } from './manifest-rig.ts'
import { event, image, playlist, ref, screen, signagePicture, slogan } from './samples.ts'

describe('a revision', () => {
  test('begins at the clock, so that a lake restored from nothing still moves forward', async () => {
    expect(manifestOf((await manifestRig()).manifests).revision).toBe(monday)
  })

  test('moves to the clock when the content changes', async () => {
    const { manifests, clock, change } = await manifestRig()
    clock.at += 5_000
    expect(await change(slogan('slogan-1', '另一条'))).toEqual(['screen-1'])
    expect(manifestOf(manifests).revision).toBe(monday + 5_000)
  })

  test('is one more than the last when two changes fall into one millisecond', async () => {
    const { manifests, change } = await manifestRig()
    await change(slogan('slogan-1', '甲'))
    await change(slogan('slogan-1', '乙'))
    expect(manifestOf(manifests).revision).toBe(monday + 2)
  })

  test('grows also after the clock was set back, for players refuse an older one', async () => {
    const { manifests, clock, change } = await manifestRig()
    clock.at -= 3_600_000
    await change(slogan('slogan-1', '甲'))
    expect(manifestOf(manifests)).toMatchObject({
      revision: monday + 1,
      issuedAt: clock.at,
      leaseUntil: clock.at + 10 * dayMs,
    })
  })

  test('stays when the content is the same, and nothing is signed or pushed in vain', async () => {
    const { manifests, clock, change, signed } = await manifestRig()
    const before = signed()
    clock.at += 60_000
    expect(await change(slogan('slogan-1', '标语1'))).toEqual([])
    expect(await refreshed(manifests, 'all')).toEqual([])
    expect([manifestOf(manifests).revision, signed()]).toEqual([monday, before])
  })

  test('stays over a restart of the program, or every player would fetch all anew', async () => {
    const { manifests, clock, restart } = await manifestRig()
    const before = canonicalJson(manifestOf(manifests))
    clock.at += 60_000
    const again = restart()
    await refreshed(again, 'all')
    expect(canonicalJson(manifestOf(again))).toBe(before)
  })
})

describe('a lease', () => {
  test('is renewed when half of it is gone, and not a millisecond before', async () => {
    const { manifests, clock } = await manifestRig()
    clock.at = monday + 5 * dayMs - 1
    expect(await refreshed(manifests, 'all')).toEqual([])
    clock.at++
    expect((await refreshed(manifests, 'all')).sort()).toEqual(['screen-1', 'screen-2'])
    expect(manifestOf(manifests)).toMatchObject({ issuedAt: clock.at, leaseUntil: clock.at + 10 * dayMs })
  })

  test.each([
    { leaseDays: undefined, days: 45, why: 'the default' },
    { leaseDays: 0, days: 1, why: 'at least a day' },
    { leaseDays: 400, days: 90, why: 'at most ninety days' },
  ])('of $leaseDays days lasts $days: $why', async ({ leaseDays, days }) => {
    const { manifests, documents } = await manifestRig()
    const { leaseDays: _, ...bare } = screen('screen-1')
    documents.set('screen-1', { ...bare, ...(leaseDays === undefined ? {} : { leaseDays }), title: '改' })
    await refreshed(manifests, 'all')
    expect(manifestOf(manifests).leaseUntil).toBe(monday + days * dayMs)
  })
})

test('a lease that the operator changes reaches the screen at once, with nothing else changed', async () => {
  const { change, manifests } = await manifestRig()
  expect(await change(screen('screen-1', { leaseDays: 3 }))).toEqual(['screen-1'])
  expect(manifestOf(manifests).leaseUntil).toBe(monday + 3 * dayMs)
})

describe('a change', () => {
  test('makes the manifests again that it touches, and leaves the others as they are', async () => {
    const { manifests, change, signed } = await manifestRig()
    const [before, count] = [manifests.get('screen-2'), signed()]
    expect(await change(slogan('slogan-1', '另一条'))).toEqual(['screen-1'])
    expect(manifests.get('screen-2')).toBe(before)
    expect(signed()).toBe(count + 1)
  })

  test('of the fallback touches every screen', async () => {
    expect((await (await manifestRig()).change(slogan('slogan-evergreen', '换'))).sort()).toEqual([
      'screen-1',
      'screen-2',
    ])
  })

  test('of an event touches the screens that it comes to aim at', async () => {
    const { change } = await manifestRig()
    const wider = event('event-1', { playlist: ref('playlist-1'), targets: [{}] })
    expect((await change(wider)).sort()).toEqual(['screen-1', 'screen-2'])
  })

  test('of a document that was missing puts it on the screen, since it was looked for', async () => {
    const { change, manifests } = await manifestRig()
    await change(playlist('playlist-1', 'slogan-1', 'slogan-later'))
    expect(await change(slogan('slogan-later', '后来的'))).toEqual(['screen-1'])
    expect(manifestOf(manifests).schedule.items.map(({ id }) => id)).toContain('slogan-later')
  })

  test('that withdraws a document takes it off the screen', async () => {
    const { documents, manifests } = await manifestRig()
    documents.delete('slogan-1')
    expect(await refreshed(manifests, [{ id: 'slogan-1', type: 'slogan' }])).toEqual(['screen-1'])
    expect(manifestOf(manifests).schedule.items.map(({ id }) => id)).toEqual(['slogan-evergreen'])
  })

  test('to a rendition that became ready brings the picture in, with its asset', async () => {
    const { change, manifests, ready } = await manifestRig()
    await change(image('image-1'))
    await change(signagePicture('picture-1', 'image-1'))
    await change(playlist('playlist-1', 'picture-1'))
    expect(manifestOf(manifests).assets).toEqual([])
    ready.set('image-1', { sha256: 'ab', bytes: 3, type: 'image/webp', url: '/ab' })
    expect(await refreshed(manifests, [{ id: 'image-1', type: 'sanity.imageAsset' }])).toEqual(['screen-1'])
    expect(manifestOf(manifests).assets.map(({ sha256 }) => sha256)).toEqual(['ab'])
  })

  test('that adds a screen gives it a manifest', async () => {
    const { change, manifests } = await manifestRig()
    expect(await change(screen('screen-3'))).toEqual(['screen-3'])
    expect(manifests.size()).toBe(3)
  })
})

describe('a deleted screen', () => {
  test('leaves its player the fallback alone, for nobody could withdraw the rest, and comes back later than it went', async () => {
    const { documents, manifests, change, clock } = await manifestRig()
    documents.delete('screen-1')
    expect(await refreshed(manifests, [{ id: 'screen-1', type: 'screen' }])).toEqual(['screen-1'])
    expect(manifests.get('screen-1')).toBeNull()
    const left = manifests.toSend('screen-1')
    expect(left?.head.revision).toBe(monday + 1)
    expect(left?.parts.flatMap(({ content }) => content.events ?? [])).toEqual([])
    expect(left?.parts.flatMap(({ content }) => content.items ?? []).map(({ id }) => id)).toEqual([
      'slogan-evergreen',
    ])
    clock.at -= dayMs
    await change(screen('screen-1', { leaseDays: 10, title: '又来' }))
    expect(manifestOf(manifests).revision).toBe(monday + 2)
    expect(manifests.toSend('screen-1')).toBe(manifests.get('screen-1'))
  })

  test('does not hold up the others', async () => {
    const { documents, manifests } = await manifestRig()
    documents.delete('screen-1')
    await refreshed(manifests, 'all')
    expect(manifests.profiles().map(({ id }) => id)).toEqual(['screen-2'])
  })
})

test('what is signed is the canonical text of the head, so that both ends hash the same bytes', async () => {
  const held = (await manifestRig()).manifests.get('screen-1')
  expect(held?.signature.payload).toBe(canonicalJson(held?.head))
})

test('a batch is made of what counts when its turn comes: an order that went ahead between two stays', async () => {
  const { manifests, documents } = await manifestRig()
  for (let at = 0; at < 80; at++) documents.set(`screen-more-${at}`, screen(`screen-more-${at}`))
  const change = (text: string) => {
    documents.set('slogan-evergreen', slogan('slogan-evergreen', text))
    return [{ id: 'slogan-evergreen', type: 'slogan' }]
  }
  await refreshed(manifests, 'all')
  const told: string[] = []
  let ahead: Promise<void> | undefined
  await manifests.refresh(change('先改的'), (screens) => {
    told.push(...screens)
    if (ahead) return
    documents.delete('screen-more-79')
    ahead = manifests.refresh(change('后改的'), () => undefined, true)
  })
  await ahead
  expect(told).not.toContain('screen-more-78')
  expect(JSON.stringify(manifestOf(manifests, 'screen-more-78').schedule.items)).toContain('后改的')
  expect(manifests.get('screen-more-79')).toBeNull()
})
