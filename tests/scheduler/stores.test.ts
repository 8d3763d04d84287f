/** @file What the scheduler remembers on disk: pairings and proof of play. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { PlayRecord } from '../../contracts/messages.ts'
import { fleetOf } from '../../scheduler/fleet/status.ts'
import { openDatabase } from '../../scheduler/store/database.ts'
import { pairingStore } from '../../scheduler/store/pairings.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { handClock, monday, ownDatabase, ownFolder } from './clock.ts'

const play = (sequence: number, more: Partial<PlayRecord> = {}): PlayRecord => ({
  sequence,
  item: 'slogan-1',
  title: '标语',
  kind: 'slogan',
  event: 'event-1',
  playlist: 'playlist-1',
  from: monday + sequence * 1_000,
  until: monday + sequence * 1_000 + 900,
  revision: 1,
  previous: '',
  ...more,
})

function rig() {
  const folder = ownFolder()
  const database = ownDatabase(folder)
  const clock = handClock()
  return {
    folder,
    database,
    clock,
    pairings: pairingStore(database, clock.now),
    plays: playStore(database, clock.now),
  }
}

describe('a pairing', () => {
  test('is found by its token, which stands nowhere on the disk', () => {
    const { folder, pairings, database } = rig()
    const { token } = pairings.pair('screen-1', 'p-admin')
    expect(pairings.find(token)).toMatchObject({ screen: 'screen-1', pairedAt: monday })
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(readFileSync(join(folder, 'signage.db')).includes(token)).toBe(false)
  })

  test('of a screen ends the one before, since a screen has one player', () => {
    const { pairings } = rig()
    const first = pairings.pair('screen-1', 'p')
    const second = pairings.pair('screen-1', 'p')
    expect(second.ended).toHaveLength(1)
    expect(pairings.find(first.token)).toBeNull()
    expect(pairings.ofScreen('screen-1')?.id).toBe(pairings.find(second.token)?.id)
  })

  test('of a visitor takes the screen from no player, and a player takes it from no visitor', () => {
    const { pairings } = rig()
    const early = pairings.tryOut('screen-1')
    expect(pairings.ofScreen('screen-1')).toBeNull()
    const player = pairings.pair('screen-1', 'p')
    expect(player.ended).toEqual([])
    const late = pairings.tryOut('screen-1')
    expect(pairings.ofScreen('screen-1')).toEqual(pairings.find(player.token))
    expect([early, late].map(({ token }) => pairings.find(token)?.tryOut)).toEqual([true, true])
    expect(pairings.find(player.token)?.tryOut).toBe(false)
  })

  test('of a visitor ends when twenty have come after it, so that visitors fill no disk with open pairings', () => {
    const { pairings } = rig()
    const player = pairings.pair('screen-1', 'p')
    const visitors = Array.from({ length: 21 }, () => pairings.tryOut('screen-1'))
    expect(visitors.map(({ token }) => pairings.find(token) !== null)).toEqual([
      false,
      ...Array.from({ length: 20 }, () => true),
    ])
    expect(pairings.find(player.token)).not.toBeNull()
    expect(pairings.end('screen-1')).toHaveLength(21)
  })

  test('ends without touching those of other screens', () => {
    const { pairings } = rig()
    const [one, two] = [pairings.pair('screen-1', 'p'), pairings.pair('screen-2', 'p')]
    expect(pairings.end('screen-1')).toHaveLength(1)
    expect(pairings.end('screen-1')).toEqual([])
    expect([pairings.find(one.token), pairings.find(two.token)?.screen]).toEqual([null, 'screen-2'])
  })

  test('never gives the same token twice', () => {
    const { pairings } = rig()
    const tokens = new Set(Array.from({ length: 50 }, () => pairings.pair('screen-1', 'p').token))
    expect(tokens.size).toBe(50)
  })
})

describe('proof of play', () => {
  const paired = () => {
    const parts = rig()
    const { token } = parts.pairings.pair('screen-1', 'p')
    const id = parts.pairings.find(token)?.id ?? NaN
    return { ...parts, id }
  }

  test('is stored once however often it is resent, for the answer may have been lost', () => {
    const { plays, id } = paired()
    for (let again = 0; again < 5; again++) expect(plays.store(id, 'screen-1', [play(1), play(2)])).toBe(2)
    expect(plays.count()).toBe(2)
  })

  test('resent in part with new plays adds only the new', () => {
    const { plays, id } = paired()
    plays.store(id, 'screen-1', [play(1), play(2)])
    expect(plays.store(id, 'screen-1', [play(2), play(3)])).toBe(3)
    expect(plays.ofScreen('screen-1', 10).map(({ sequence }) => sequence)).toEqual([3, 2, 1])
  })

  test('the first telling of a play stands, for a later one cannot know better', () => {
    const { plays, id } = paired()
    plays.store(id, 'screen-1', [play(1)])
    plays.store(id, 'screen-1', [play(1, { item: 'forged' })])
    expect(plays.ofScreen('screen-1', 10)).toMatchObject([{ item: 'slogan-1' }])
  })

  test('a gap in the numbers holds nobody up: what a player has dropped will never come', () => {
    const { plays, id } = paired()
    expect(plays.store(id, 'screen-1', [play(7), play(8)])).toBe(8)
  })

  test('is kept after unpairing, and a new player may begin at 1 again', () => {
    const { plays, pairings, id } = paired()
    plays.store(id, 'screen-1', [play(1)])
    pairings.end('screen-1')
    const next = pairings.find(pairings.pair('screen-1', 'p').token)?.id ?? NaN
    expect(plays.store(next, 'screen-1', [play(1, { item: 'slogan-2' })])).toBe(1)
    expect(
      plays
        .ofScreen('screen-1', 10)
        .map(({ item }) => item)
        .sort(),
    ).toEqual(['slogan-1', 'slogan-2'])
  })

  test('of one batch is stored whole or not at all', () => {
    const { plays, id } = paired()
    const broken = { ...play(2), title: null as unknown as string }
    expect(() => plays.store(id, 'screen-1', [play(1), broken])).toThrow()
    expect(plays.count()).toBe(0)
    expect(plays.store(id, 'screen-1', [play(1)])).toBe(1)
  })

  test('is read newest first, as many as asked for, of that screen alone', () => {
    const { plays, id } = paired()
    plays.store(id, 'screen-1', [play(1), play(2), play(3)])
    plays.store(id, 'screen-2', [play(4)])
    expect(plays.ofScreen('screen-1', 2)).toEqual([
      { ...play(3), screen: 'screen-1' },
      { ...play(2), screen: 'screen-1' },
    ])
  })

  test('survives a restart', () => {
    const { folder, plays, id, database, clock } = paired()
    plays.store(id, 'screen-1', [play(1)])
    database.close()
    expect(playStore(ownDatabase(folder), clock.now).count()).toBe(1)
  })
})

describe('the fleet', () => {
  test('knows after a restart what a screen last said, but not that it is online', () => {
    const { folder, database, clock } = rig()
    const fleet = fleetOf(database, clock.now)
    const nowPlaying = { item: 'i', title: '题', kind: 'slogan', since: monday }
    fleet.seen('screen-1', { online: true, nowPlaying, version: '1' })
    fleet.seen('screen-1', { appliedRevision: 5 })
    fleet.flush()
    database.close()
    expect(fleetOf(ownDatabase(folder), clock.now).get('screen-1')).toEqual({
      screen: 'screen-1',
      online: false,
      lastSeenAt: monday,
      nowPlaying,
      appliedRevision: 5,
      offsetMs: 0,
      assetsMissing: 0,
      version: '1',
    })
  })
})

test('a damaged database is refused by name, for serving a part of it would lose proof of play', () => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'signage.db'), 'this is no database at all'.repeat(500))
  expect(() => openDatabase(folder)).toThrow(
    expect.objectContaining({ code: 'lake.database-damaged', details: { file: join(folder, 'signage.db') } }),
  )
  expect(() => openDatabase(folder)).toThrow(PufaError)
})

test('a folder that cannot be made is refused by name, with what to do', () => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => openDatabase(join(folder, 'file', 'signage'))).toThrow(
    expect.objectContaining({ code: 'start.data-unwritable' }),
  )
})
