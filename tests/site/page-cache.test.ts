/** @file The page cache: what is fresh, what is kept, and how much. */
import { describe, expect, test } from 'vitest'
import { createLedger } from '../../site/serve/ledger.ts'
import { createPageCache, type StoredPage } from '../../site/serve/page-cache.ts'

function arriving() {
  const ledger = createLedger()
  ledger.trust(true)
  return ledger
}

const page = (readAt: number, more: Partial<StoredPage> = {}): StoredPage => ({
  status: 200,
  headers: {},
  hash: 'h',
  bodies: new Map([['identity', Buffer.alloc(more.status === 0 ? 0 : 1000)]]),
  types: new Set(['slogan']),
  readAt,
  holdsUntil: Number.POSITIVE_INFINITY,
  ...more,
})

describe('freshness', () => {
  test('a page is fresh until one of its document types changes', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    cache.store('/', page(ledger.sequence()))
    ledger.note('lawyer')
    expect(cache.fresh('/', 0)).not.toBeNull()
    ledger.note('slogan')
    expect(cache.fresh('/', 0)).toBeNull()
  })
  test('a change of unknown type makes every page stale', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    cache.store('/', page(ledger.sequence()))
    ledger.note(null)
    expect(cache.fresh('/', 0)).toBeNull()
  })
  test('a page whose reading began before a change is stale when it is stored', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    const before = ledger.sequence()
    ledger.note('slogan')
    cache.store('/', page(before))
    expect(cache.fresh('/', 0)).toBeNull()
  })
  test('while events do not arrive nothing is fresh, and what was missed stays stale afterwards', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    cache.store('/', page(ledger.sequence()))
    expect(cache.fresh('/', 0)).not.toBeNull()
    ledger.trust(false)
    expect(cache.fresh('/', 0)).toBeNull()
    ledger.trust(true)
    expect(cache.fresh('/', 0)).toBeNull()
  })
  test('what a page says holds until an instant and not at it', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    cache.store('/', page(ledger.sequence(), { holdsUntil: 100 }))
    expect(cache.fresh('/', 99)).not.toBeNull()
    expect(cache.fresh('/', 100)).toBeNull()
  })
  test('a stale page is kept for the time when the lake does not answer', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    cache.store('/', page(ledger.sequence()))
    ledger.note(null)
    expect(cache.stale('/')).not.toBeNull()
    expect(cache.stale('/other')).toBeNull()
  })
})

describe('bound', () => {
  test('the least recently used page goes first', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 3 * 2024 })
    for (const key of ['a', 'b', 'c']) cache.store(key, page(ledger.sequence()))
    cache.fresh('a', 0)
    cache.store('d', page(ledger.sequence()))
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.stale(key))).toEqual(['a', 'c', 'd'])
  })
  test('bytes never exceed the bound, with compressed bodies counted too', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 10_000 })
    for (let number = 0; number < 50; number += 1) {
      const stored = page(ledger.sequence())
      cache.store(`p${number}`, stored)
      stored.bodies.set('br', Buffer.alloc(500))
      cache.resize(`p${number}`, stored)
      expect(cache.bytes).toBeLessThanOrEqual(10_000)
    }
    expect(cache.size).toBe(3)
  })
  test('storing under one key again does not count it twice', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 1e6 })
    cache.store('a', page(ledger.sequence()))
    const once = cache.bytes
    cache.store('a', page(ledger.sequence()))
    expect(cache.bytes).toBe(once)
  })
  test('a page larger than the whole cache is not stored', () => {
    const ledger = arriving()
    const cache = createPageCache(ledger, { bytesMax: 500 })
    cache.store('a', page(ledger.sequence()))
    expect(cache.size).toBe(0)
    expect(cache.bytes).toBe(0)
  })
})
