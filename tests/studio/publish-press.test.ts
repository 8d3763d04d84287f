/** @file What becomes of a press on 发布, and how long a check may wait for an idle moment. */
import { expect, test } from 'vitest'
import { boundIdleWaits, idleWaitMsMax, type IdleHost } from '../../studio/early/idle.ts'
import { nextStep, type Seen } from '../../studio/publish/press.ts'
import { isPublishKeys } from '../../studio/publish/use-shortcut.ts'

const settled: Seen = { revision: 'r2', isSyncing: false, disabled: false, verdict: null }
const clean = (revision: string) => ({ revision, errors: 0 })

test('a press waits while something typed is unsaved, even if what was saved has been checked', () => {
  expect(nextStep({ ...settled, isSyncing: true, verdict: clean('r2') })).toBe('wait')
  expect(nextStep({ ...settled, disabled: 'NOT_READY', verdict: clean('r2') })).toBe('wait')
})

test('only the revision that was itself checked is published, since an older check may say anything', () => {
  expect(nextStep(settled)).toBe('check')
  expect(nextStep({ ...settled, verdict: clean('r1') })).toBe('check')
  expect(nextStep({ ...settled, verdict: { revision: 'r1', errors: 3 } })).toBe('check')
  expect(nextStep({ ...settled, verdict: clean('r2') })).toBe('publish')
})

test('a draft with errors is never published', () => {
  expect(nextStep({ ...settled, verdict: { revision: 'r2', errors: 1 } })).toBe('refuse')
})

test('a press ends where there is nothing to publish, instead of waiting for a draft that never comes', () => {
  expect(nextStep({ ...settled, revision: null })).toBe('nothing')
  expect(nextStep({ ...settled, disabled: 'ALREADY_PUBLISHED', verdict: clean('r2') })).toBe('nothing')
})

test('no work waits for an idle moment longer than the bound, and a shorter bound of its own stays', () => {
  const waits: (number | undefined)[] = []
  const host: IdleHost = {
    requestIdleCallback: (_, options) => waits.push(options?.timeout),
  }
  boundIdleWaits(host)
  const work = () => undefined
  host.requestIdleCallback?.(work)
  host.requestIdleCallback?.(work, { timeout: 0 })
  host.requestIdleCallback?.(work, { timeout: 60_000 })
  host.requestIdleCallback?.(work, { timeout: 5 })
  expect(waits).toEqual([idleWaitMsMax, idleWaitMsMax, idleWaitMsMax, 5])
  const without: IdleHost = {}
  boundIdleWaits(without)
  expect(without.requestIdleCallback).toBeUndefined()
})

test('the shortcut is its three keys and no more, since a fourth may mean something else', () => {
  const keys = { ctrlKey: true, altKey: true, shiftKey: false, metaKey: false, code: 'KeyP' }
  expect(isPublishKeys(keys)).toBe(true)
  for (const other of [
    { ctrlKey: false },
    { altKey: false },
    { shiftKey: true },
    { metaKey: true },
    { code: 'KeyO' },
  ])
    expect(isPublishKeys({ ...keys, ...other })).toBe(false)
})
