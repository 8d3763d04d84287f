/** @file When a screen's manifest is made again, and how its revision moves. */
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { manifestsOf, type Manifests } from '../../scheduler/manifests/manifests.ts'
import { dayMs, handClock, monday, ownDatabase, type HandClock } from './clock.ts'
import {
  county,
  event,
  image,
  mapOf,
  playlist,
  ref,
  screen,
  settings,
  signagePicture,
  slogan,
} from './samples.ts'

interface Rig {
  documents: Map<string, SignageDocument>
  clock: HandClock
  database: DatabaseSync
  ready: Map<string, ManifestAsset>
  manifests: Manifests
  /** How many manifests were signed. */
  signed(): number
  /** Opens the same database again, as a restart does. */
  restart(): Manifests
  /** Puts a document in place and says so. @returns the screens whose manifest is another one */
  change(document: SignageDocument): string[]
}

/** Two counties, each with a screen, a playlist and an event of its own. */
const twoCounties = (): SignageDocument[] => [
  settings({ fallback: ref('playlist-evergreen') }),
  slogan('slogan-evergreen', '有事找法'),
  playlist('playlist-evergreen', 'slogan-evergreen'),
  ...['1', '2'].flatMap((code) => [
    county(code),
    screen(`screen-${code}`, { county: ref(`county-${code}`), leaseDays: 10 }),
    slogan(`slogan-${code}`, `标语${code}`),
    playlist(`playlist-${code}`, `slogan-${code}`),
    event(`event-${code}`, { playlist: ref(`playlist-${code}`), targets: [{ county: `county-${code}` }] }),
  ]),
]

function rig(): Rig {
  const documents = mapOf(twoCounties())
  const clock = handClock()
  const database = ownDatabase()
  const ready = new Map<string, ManifestAsset>()
  let signed = 0
  const restart = () =>
    manifestsOf({
      database,
      key: {
        publicKey: '',
        keyId: 'k',
        sign: (payload) => ({ payload, signature: String(++signed), keyId: 'k' }),
      },
      documents: () => documents,
      renditions: { find: ({ assetId }) => ready.get(assetId) ?? null },
      origin: 'https://pufa.test',
      now: clock.now,
    })
  const manifests = restart()
  manifests.refresh('all')
  return {
    documents,
    clock,
    database,
    ready,
    manifests,
    signed: () => signed,
    restart,
    change(document) {
      documents.set(document._id, document)
      return manifests.refresh([{ id: document._id, type: document._type }])
    },
  }
}

const of = (manifests: Manifests, id = 'screen-1') => {
  const held = manifests.get(id)
  if (!held) throw new Error(`no manifest of ${id}`)
  return held.manifest
}

describe('a revision', () => {
  test('begins at the clock, so that a lake restored from nothing still moves forward', () => {
    expect(of(rig().manifests).revision).toBe(monday)
  })

  test('moves to the clock when the content changes', () => {
    const { manifests, clock, change } = rig()
    clock.at += 5_000
    expect(change(slogan('slogan-1', '另一条'))).toEqual(['screen-1'])
    expect(of(manifests).revision).toBe(monday + 5_000)
  })

  test('is one more than the last when two changes fall into one millisecond', () => {
    const { manifests, change } = rig()
    change(slogan('slogan-1', '甲'))
    change(slogan('slogan-1', '乙'))
    expect(of(manifests).revision).toBe(monday + 2)
  })

  test('grows also after the clock was set back, for players refuse an older one', () => {
    const { manifests, clock, change } = rig()
    clock.at -= 3_600_000
    change(slogan('slogan-1', '甲'))
    expect(of(manifests)).toMatchObject({ revision: monday + 1, issuedAt: clock.at, leaseUntil: clock.at + 10 * dayMs })
  })

  test('stays when the content is the same, and nothing is signed or pushed in vain', () => {
    const { manifests, clock, change, signed } = rig()
    const before = signed()
    clock.at += 60_000
    expect(change(slogan('slogan-1', '标语1'))).toEqual([])
    expect(manifests.refresh('all')).toEqual([])
    expect([of(manifests).revision, signed()]).toEqual([monday, before])
  })

  test('stays over a restart of the program, or every player would fetch all anew', () => {
    const { manifests, clock, restart } = rig()
    const before = canonicalJson(of(manifests))
    clock.at += 60_000
    const again = restart()
    again.refresh('all')
    expect(canonicalJson(of(again))).toBe(before)
  })
})

describe('a lease', () => {
  test('is renewed when half of it is gone, and not a millisecond before', () => {
    const { manifests, clock } = rig()
    clock.at = monday + 5 * dayMs - 1
    expect(manifests.refresh('all')).toEqual([])
    clock.at++
    expect(manifests.refresh('all').sort()).toEqual(['screen-1', 'screen-2'])
    expect(of(manifests)).toMatchObject({ issuedAt: clock.at, leaseUntil: clock.at + 10 * dayMs })
  })

  test.each([
    { leaseDays: undefined, days: 45, why: 'the default' },
    { leaseDays: 0, days: 1, why: 'at least a day' },
    { leaseDays: 400, days: 90, why: 'at most ninety days' },
  ])('of $leaseDays days lasts $days: $why', ({ leaseDays, days }) => {
    const { manifests, documents } = rig()
    const { leaseDays: _, ...bare } = screen('screen-1')
    documents.set('screen-1', { ...bare, ...(leaseDays === undefined ? {} : { leaseDays }), title: '改' })
    manifests.refresh('all')
    expect(of(manifests).leaseUntil).toBe(monday + days * dayMs)
  })
})

test('a lease that the operator changes reaches the screen at once, with nothing else changed', () => {
  const { change, manifests } = rig()
  expect(change(screen('screen-1', { leaseDays: 3 }))).toEqual(['screen-1'])
  expect(of(manifests).leaseUntil).toBe(monday + 3 * dayMs)
})

describe('a change', () => {
  test('makes the manifests again that it touches, and leaves the others as they are', () => {
    const { manifests, change, signed } = rig()
    const [before, count] = [manifests.get('screen-2'), signed()]
    expect(change(slogan('slogan-1', '另一条'))).toEqual(['screen-1'])
    expect(manifests.get('screen-2')).toBe(before)
    expect(signed()).toBe(count + 1)
  })

  test('of the fallback touches every screen', () => {
    expect(rig().change(slogan('slogan-evergreen', '换')).sort()).toEqual(['screen-1', 'screen-2'])
  })

  test('of an event touches the screens that it comes to aim at', () => {
    const { change } = rig()
    const wider = event('event-1', { playlist: ref('playlist-1'), targets: [{}] })
    expect(change(wider).sort()).toEqual(['screen-1', 'screen-2'])
  })

  test('of a document that was missing puts it on the screen, since it was looked for', () => {
    const { change, manifests } = rig()
    change(playlist('playlist-1', 'slogan-1', 'slogan-later'))
    expect(change(slogan('slogan-later', '后来的'))).toEqual(['screen-1'])
    expect(of(manifests).schedule.items.map(({ id }) => id)).toContain('slogan-later')
  })

  test('that withdraws a document takes it off the screen', () => {
    const { documents, manifests } = rig()
    documents.delete('slogan-1')
    expect(manifests.refresh([{ id: 'slogan-1', type: 'slogan' }])).toEqual(['screen-1'])
    expect(of(manifests).schedule.items.map(({ id }) => id)).toEqual(['slogan-evergreen'])
  })

  test('to a rendition that became ready brings the picture in, with its asset', () => {
    const { change, manifests, ready } = rig()
    change(image('image-1'))
    change(signagePicture('picture-1', 'image-1'))
    change(playlist('playlist-1', 'picture-1'))
    expect(of(manifests).assets).toEqual([])
    ready.set('image-1', { sha256: 'ab', bytes: 3, type: 'image/webp', url: '/ab' })
    expect(manifests.refresh([{ id: 'image-1', type: 'sanity.imageAsset' }])).toEqual(['screen-1'])
    expect(of(manifests).assets.map(({ sha256 }) => sha256)).toEqual(['ab'])
  })

  test('that touches many screens waits for the disk once, not once for each', () => {
    const { change, database } = rig()
    const transactions = vi.spyOn(database, 'exec')
    change(slogan('slogan-evergreen', '换'))
    expect(transactions.mock.calls.filter(([sql]) => sql.startsWith('BEGIN'))).toHaveLength(1)
  })

  test('that could not be written down is made and told again, for nobody has heard of it', () => {
    const { documents, manifests, database, clock } = rig()
    const write = vi.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('disk full')
      return DatabaseSync.prototype.exec.call(database, sql)
    })
    documents.set('slogan-1', slogan('slogan-1', '写不进'))
    expect(() => manifests.refresh('all')).toThrow('disk full')
    write.mockRestore()
    clock.at += 1
    expect(manifests.refresh('all')).toEqual(['screen-1'])
    documents.set('slogan-1', slogan('slogan-1', '标语1'))
    expect(manifests.refresh('all')).toEqual(['screen-1'])
  })

  test('that could not be written down and was taken back leaves no trace', () => {
    const { documents, manifests, database } = rig()
    const before = canonicalJson(of(manifests).schedule)
    const write = vi.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('disk full')
      return DatabaseSync.prototype.exec.call(database, sql)
    })
    documents.set('slogan-1', slogan('slogan-1', '写不进'))
    expect(() => manifests.refresh('all')).toThrow('disk full')
    write.mockRestore()
    documents.set('slogan-1', slogan('slogan-1', '标语1'))
    manifests.refresh('all')
    expect(canonicalJson(of(manifests).schedule)).toBe(before)
  })

  test('that adds a screen gives it a manifest', () => {
    const { change, manifests } = rig()
    expect(change(screen('screen-3'))).toEqual(['screen-3'])
    expect(manifests.size()).toBe(3)
  })
})

describe('a deleted screen', () => {
  test('has no manifest, and comes back later than it went, for its player may still hold the last', () => {
    const { documents, manifests, change, clock } = rig()
    documents.delete('screen-1')
    expect(manifests.refresh([{ id: 'screen-1', type: 'screen' }])).toEqual(['screen-1'])
    expect(manifests.get('screen-1')).toBeNull()
    clock.at -= dayMs
    change(screen('screen-1', { leaseDays: 10, title: '又来' }))
    expect(of(manifests).revision).toBe(monday + 1)
  })

  test('does not hold up the others', () => {
    const { documents, manifests } = rig()
    documents.delete('screen-1')
    manifests.refresh('all')
    expect(manifests.all().map(({ screen: { id } }) => id)).toEqual(['screen-2'])
  })
})

describe('after a restored backup', () => {
  test('the revision moves past what a player holds, or the player would refuse all that follows', () => {
    const { manifests, signed } = rig()
    const count = signed()
    manifests.raise('screen-1', monday + 700)
    expect(of(manifests).revision).toBe(monday + 701)
    expect(JSON.parse(manifests.get('screen-1')?.signed.payload ?? '')).toMatchObject({ revision: monday + 701 })
    expect(signed()).toBe(count + 1)
  })

  test('the raised revision is remembered over a restart', () => {
    const { manifests, restart } = rig()
    manifests.raise('screen-1', monday + 700)
    const again = restart()
    again.refresh('all')
    expect(of(again).revision).toBe(monday + 701)
  })

  test('a revision more than a day ahead is not followed, for no honest player can hold one', () => {
    const { manifests } = rig()
    manifests.raise('screen-1', monday + dayMs + 1)
    expect(of(manifests).revision).toBe(monday)
  })

  test('a player behind us raises nothing', () => {
    const { manifests, signed } = rig()
    const count = signed()
    manifests.raise('screen-1', monday - 1)
    manifests.raise('screen-unknown', monday + 1)
    expect([of(manifests).revision, signed()]).toEqual([monday, count])
  })
})

test('what is signed is the canonical text of the manifest, so that both ends hash the same bytes', () => {
  const held = rig().manifests.get('screen-1')
  expect(held?.signed.payload).toBe(canonicalJson(held?.manifest))
})
