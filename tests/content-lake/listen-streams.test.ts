/** @file What is kept for readers who do not read: bounded for each, for all, and in time. */
import { expect, onTestFinished, test } from 'vitest'
import type { Accounts } from '../../content-lake/accounts/accounts.ts'
import type { Caller } from '../../content-lake/accounts/caller.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { mutationEvents, type HeardAlready } from '../../content-lake/store/mutation-event.ts'
import { Streams, UNSENT_BYTES_MAX } from '../../content-lake/http/streams.ts'

const signedIn = (id: string): Caller => ({
  kind: 'token',
  account: { id, name: id, displayName: id, role: 'viewer', county: null, stages: [], createdAt: '' },
  credential: id,
})

function rig(allUnsentMax?: number) {
  const ended = new Set<string>()
  const accounts = {
    stillHolds: (caller: Caller) => caller.kind === 'token' && !ended.has(caller.credential),
  }
  const streams = new Streams(accounts as unknown as Accounts, allUnsentMax)
  onTestFinished(() => streams.closeAll())
  const open = (id: string, caller: Caller = signedIn(id)) => {
    const state = { unsent: 0, written: '', fate: 'open' }
    const sink = {
      write: (text: string) => void (state.written += text),
      unsentBytes: () => state.unsent,
      end: () => void (state.fate = 'ended'),
      cut: () => void (state.fate = 'cut'),
      channel: state,
    }
    const stream = streams.open({ caller, origin: '' }, sink, () => {})
    return Object.assign(state, { tell: (data: object) => stream.event('mutation', data, null) })
  }
  return { streams, open, signOut: (id: string) => ended.add(id) }
}

test('who lets too much pile up is cut off, not ended: an end would wait behind all that is not taken', () => {
  const { streams, open } = rig()
  const [slow, other] = [open('slow'), open('other')]
  slow.unsent = UNSENT_BYTES_MAX + 1
  slow.tell({})
  other.tell({})
  expect([slow.fate, other.fate]).toEqual(['cut', 'open'])
  expect(streams.counts()).toMatchObject({ open: 1, opened: 2, cutOff: 1 })
})

test('who takes nothing for four beats is gone, though its socket does not say so', () => {
  const { streams, open } = rig()
  const [still, reading, idle] = [open('still'), open('reading'), open('idle')]
  still.unsent = 100
  for (let beat = 0; beat < 4; beat++) {
    reading.unsent = 1_000 - beat * 100
    expect(still.fate).toBe('open')
    streams.beat()
  }
  expect([still.fate, reading.fate, idle.fate]).toEqual(['cut', 'open', 'open'])
})

test('when all together keep too much, the slowest goes first, and no more than must', () => {
  const { open } = rig(10_000_000)
  const [slowest, slow, quick] = [open('slowest'), open('slow'), open('quick')]
  slowest.unsent = 8_000_000
  slow.unsent = 6_000_000
  quick.tell({ text: 'x'.repeat(5_000_000) })
  expect([slowest.fate, slow.fate, quick.fate]).toEqual(['cut', 'open', 'open'])
})

test('who signs out is ended at the next beat; who never signed in stays', () => {
  const { streams, open, signOut } = rig()
  const [gone, anonymous] = [open('gone'), open('nobody', { kind: 'anonymous' })]
  signOut('gone')
  streams.beat()
  expect([gone.fate, anonymous.fate]).toEqual(['ended', 'open'])
  expect(anonymous.written).toBe(':\n\n')
})

test('all who are not signed in together have few streams, since anyone can be one of them', () => {
  const { open } = rig()
  for (let n = 0; n < 200; n++) open('nobody', { kind: 'anonymous' })
  expect(() => open('nobody', { kind: 'anonymous' })).toThrow(
    expect.objectContaining({ code: 'lake.too-many-streams' }),
  )
  expect(open('somebody').fate).toBe('open')
})

test('listeners who see and ask alike are given the very same event; who sees less has one of its own', () => {
  const before = { _id: 'a', _type: 'x', _rev: '1', _createdAt: '', _updatedAt: '' }
  const after = { ...before, _rev: '2' }
  const change = { seq: 1, transactionId: '2', author: 'p', timestamp: '', documentId: 'a', mutations: [] }
  const changes = [{ ...change, before, after }]
  const options = {
    includesResult: true,
    includesPrevious: false,
    includesMutations: true,
    includesEffects: false,
  }
  const heard: HeardAlready = new Map()
  const hear = (reads: (document: LakeDocument) => boolean, more: Partial<typeof options> = {}) =>
    mutationEvents(changes, (document) => document !== null, reads, { ...options, ...more }, heard)[0]?.data
  const first = hear(() => true)
  expect(hear(() => true)).toBe(first)
  expect(hear(() => true, { includesResult: false })).not.toHaveProperty('result')
  const blind = hear(({ _rev }) => _rev === '1')
  expect(blind).toMatchObject({ transition: 'disappear' })
  expect(blind).not.toHaveProperty('result')
  expect(hear(() => true)).toBe(first)
})
