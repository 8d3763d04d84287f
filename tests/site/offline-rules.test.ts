/** @file What the offline worker may touch and keep, as a table. */
import { describe, expect, test } from 'vitest'
import {
  dataOfPage,
  filesOfPage,
  filesOfStyles,
  handlingOf,
  isKeptByVisit,
  lettingGo,
  pathInScope,
  textSizeOf,
  titleOf,
} from '../../site/offline/rules.ts'

describe('what is touched', () => {
  test.each([
    ['', 'page'],
    ['questions/wages', 'page'],
    ['laws/civil-code/1079', 'page'],
    ['villages/131102999001', 'page'],
    ['papers/loan-note', 'page'],
    ['vaccines', 'page'],
    ['studio/', 'leave'],
    ['studio', 'leave'],
    ['login', 'leave'],
    ['player/square.html', 'leave'],
    ['screens/socket', 'leave'],
    ['api/search', 'leave'],
    ['v1/users/me', 'leave'],
    ['vX/data/query/production', 'leave'],
    ['v2025-02-19/data/query/production', 'leave'],
    ['s/ABCDEFG', 'leave'],
    ['report', 'leave'],
    ['large-text', 'leave'],
    ['data/laws.json', 'leave'],
    ['feed.xml', 'leave'],
    ['offline-worker.js', 'leave'],
  ])('a reader who goes to “%s”: %s', (path, handling) => {
    expect(handlingOf(path, true)).toBe(handling)
  })
  test.each([
    ['_astro/Page.abc.css', 'file'],
    ['icons/law.svg', 'file'],
    ['favicon.svg', 'file'],
    ['images/pufa/production/a-1x1.png', 'picture'],
    ['pictures/a-640.webp', 'picture'],
    ['data/quiz.json', 'data'],
    ['questions/wages', 'leave'],
    ['files/pufa/production/a.mp4', 'leave'],
    ['static/favicon.ico', 'leave'],
  ])('a page that asks for “%s”: %s', (path, handling) => {
    expect(handlingOf(path, false)).toBe(handling)
  })
  test('the reader’s own words are not kept', () => {
    expect(['search', 'offline/search', 'offline'].map(isKeptByVisit)).toEqual([false, false, false])
    expect(['', 'searching', 'questions/wages'].map(isKeptByVisit)).toEqual([true, true, true])
  })
  test('a copy below a folder minds its own folder only', () => {
    const scope = 'https://pufa.example/pufa/'
    expect(pathInScope(scope, 'https://pufa.example/pufa/studio/?a#b')).toBe('studio/')
    expect(pathInScope(scope, 'https://pufa.example/other/')).toBeNull()
    expect(pathInScope(scope, 'https://elsewhere.example/pufa/')).toBeNull()
  })
})

describe('what a page needs', () => {
  const html =
    '<html lang="zh-CN" class="large"><head><title>欠薪 &amp; 讨薪 - 示例普法</title>' +
    '<link rel="canonical" href="/x"><link rel="stylesheet" href="/_astro/a.css"><link rel="icon" href="/f.svg">' +
    '</head><body><img src="/images/a.png?w=640&amp;q=72" srcset="/images/a.png?w=160 160w">' +
    '<script type="module" src="/_astro/b.js"></script><div data-index="/data/search.json" data-a="/x"></div>'
  test('is found in its tags: styles, scripts, icons and one size of each picture', () => {
    expect(filesOfPage(html)).toEqual(['/_astro/a.css', '/f.svg', '/images/a.png?w=640&q=72', '/_astro/b.js'])
    expect(dataOfPage(html)).toEqual(['/data/search.json'])
    expect(filesOfStyles("a{b:url('/i/a.svg')}c{d:url(/i/b.svg)}")).toEqual(['/i/a.svg', '/i/b.svg'])
  })
  test('its title stands without the name of the site; large text is seen', () => {
    expect(titleOf(html)).toBe('欠薪 & 讨薪')
    expect(textSizeOf(html)).toBe('large')
    expect(textSizeOf('<html lang="zh-CN" class="large largest">')).toBe('largest')
    expect(textSizeOf('<html lang="zh-CN"><p class="large">')).toBe('normal')
  })
})

describe('what is let go', () => {
  const kept = ['a', 'b', 'c'].map((name) => ({ name, bytes: 10 }))
  test.each([
    [{ countMax: 3, bytesMax: 30 }, []],
    [{ countMax: 2, bytesMax: 30 }, ['a']],
    [{ countMax: 3, bytesMax: 19 }, ['a', 'b']],
    [{ countMax: 0, bytesMax: 0 }, ['a', 'b', 'c']],
  ])('with room for %j: %j, the oldest first', (limits, gone) => {
    expect(lettingGo(kept, limits)).toEqual(gone)
  })
})
