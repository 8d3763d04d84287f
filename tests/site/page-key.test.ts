/** @file The cache key: everything a page depends on, and nothing else. */
import { expect, test } from 'vitest'
import { pageAddress } from '../../site/serve/page-key.ts'
import { safeReturn } from '../../site/desk/form.ts'

const key = (target: string, cookie?: string) => pageAddress(target, cookie)?.key

test('parameters that no page reads are dropped, so that tracking tails make no second copy', () => {
  expect(key('/questions?utm_source=x&topic=wages')).toBe(key('/questions?topic=wages'))
  expect(key('/?a=1')).toBe(key('/'))
})
test('the order of parameters does not matter', () => {
  expect(key('/lawyers?topic=wages&county=jing')).toBe(key('/lawyers?county=jing&topic=wages'))
})
test('an empty choice is no choice', () => {
  expect(key('/lawyers?county=&topic=')).toBe(key('/lawyers'))
})
test('different choices are different pages', () => {
  expect(key('/lawyers?county=jing')).not.toBe(key('/lawyers?county=gucheng'))
})
test.each([
  ['large-text=on', true],
  ['a=b; large-text=on', true],
  ['large-text=on; a=b', true],
  ['large-text=', false],
  ['large-text=only', false],
  ['xlarge-text=on', false],
  [undefined, false],
])('cookie %j switches large text: %s', (cookie, large) => {
  expect(pageAddress('/', cookie)?.largeText).toBe(large)
  expect(key('/', cookie) === key('/')).toBe(!large)
})
test('a long search is cut, so that a key stays small', () => {
  expect((key(`/search?q=${'借'.repeat(5000)}`) ?? '').length).toBeLessThan(1500)
})
test.each(['/%E0%A4%A', 'http://other.example/', '/a%00b', '*'])('%s is no page', (target) => {
  expect(pageAddress(target, undefined)).toBeNull()
})

test.each([
  ['/questions?topic=wages', '/questions?topic=wages'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['/large-text', '/'],
  [null, '/'],
])('the switch leads back from %j to %s and never to another site', (back, target) => {
  expect(safeReturn(back)).toBe(target)
})
