/** @file What a resident chose, as the address carries it, and the words made of it. */
import { describe, expect, test } from 'vitest'
import { distanceWords, kilometresBetween, readPosition } from '../../site/preferences/distance.ts'
import { countyOf, readFacts, topicOf } from '../../site/preferences/places.ts'
import {
  movedBy,
  preferencesMax,
  readPreferences,
  settle,
  withoutPerson,
  withPerson,
  writePreferences,
  type Preferences,
} from '../../site/preferences/state.ts'
import { firstWords, whoIsMissing, whyTooFew } from '../../site/preferences/wording.ts'

describe('behind the # of the address', () => {
  const states: readonly Preferences[] = [
    { step: 3, topic: 'wages', county: '131102', people: ['li-shouzheng', 'chen-shuoli'], madeOn: null },
    { step: 5, topic: 'any', county: 'any', people: ['李-守正'], madeOn: '2026-11-22' },
    { step: 1, topic: null, county: null, people: [], madeOn: null },
  ]
  test.each(states)(
    'a choice is read as it was written, so a link shows the same to another: %o',
    (state) => {
      expect(readPreferences(`#${writePreferences(state)}`)).toEqual(state)
    },
  )
  test('a link is short enough for a code that an old camera reads', () => {
    const people = ['li-shouzheng', 'chen-shuoli', 'guo-tongxing', 'ma-baiwen', 'dong-huxin']
    const text = writePreferences({
      topic: 'labour-arbitration',
      county: '131102',
      people,
      madeOn: '2026-11-22',
    })
    expect(text.length).toBeLessThan(130)
    expect(text).not.toContain('%')
  })
  test.each([
    ['', 1],
    ['#t=wages', 2],
    ['#p=li-shouzheng', 4],
    ['#s=3&t=wages', 3],
    ['#s=9&t=wages', 2],
    ['#found', 1],
  ])('the step of “%s” is %i, named or guessed from what is chosen', (fragment, step) => {
    expect(readPreferences(fragment).step).toBe(step)
  })
  test.each(['#p=%E0%A4%A', '#p=,,,', '#&&==', `#t=${'x'.repeat(100_000)}`, '#d=tomorrow', '#p=<script>'])(
    'a broken or hostile link is read as far as it goes and never fails: %s',
    (fragment) => {
      const state = readPreferences(fragment)
      expect(state.madeOn).toBeNull()
      expect((state.topic ?? '').length).toBeLessThan(1_001)
    },
  )
  test('nobody is named twice and nobody beyond the fifth, whatever a link says', () => {
    expect(readPreferences('#p=a,b,a,c,d,e,f').people).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('choosing', () => {
  test('the newest stands last; a full list and a known name leave it as it is', () => {
    expect(withPerson(['a'], 'b')).toEqual(['a', 'b'])
    expect(withPerson(['a', 'b'], 'a')).toEqual(['a', 'b'])
    const full = ['a', 'b', 'c', 'd', 'e']
    expect(full.length).toBe(preferencesMax)
    expect(withPerson(full, 'f')).toBe(full)
  })
  test('one goes up or down a place, and never off the ends', () => {
    const people = ['a', 'b', 'c']
    expect(movedBy(people, 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(movedBy(people, 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(movedBy(people, 'a', -1)).toBe(people)
    expect(movedBy(people, 'c', 1)).toBe(people)
    expect(movedBy(people, 'nobody', 1)).toBe(people)
    expect(withoutPerson(people, 'b')).toEqual(['a', 'c'])
  })
  test('who has left the list is told apart, and the order of the rest stays', () => {
    const roster = [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }]
    expect(settle(['c', 'gone', 'a'], roster)).toEqual({
      known: [{ slug: 'c' }, { slug: 'a' }],
      unknown: ['gone'],
    })
  })
  test('fewer than two is explained, as 点援 asks for two or more; two are enough', () => {
    expect(whyTooFew(0)).toContain('至少选两位')
    expect(whyTooFew(1)).toContain('还差一位')
    expect(whyTooFew(2)).toBeNull()
    expect(whoIsMissing(0)).toBeNull()
    expect(whoIsMissing(2)).toContain('2位')
  })
})

describe('what to say first', () => {
  const people = [
    { name: '甲', office: { title: '明理所' } },
    { name: '乙', office: null },
  ]
  test('two sentences name the matter, the place and the people in their order', () => {
    expect(firstWords({ topic: '拖欠工资', county: '桃城区', people })).toBe(
      '您好，我想申请法律援助，是“拖欠工资”方面的事，事情在桃城区。' +
        '承办人我依次希望是明理所的甲、乙，请尽量安排；材料要是还缺什么，麻烦一次告诉我。',
    )
  })
  test('what is not chosen is not made up', () => {
    const words = firstWords({ topic: null, county: null, people })
    expect(words).toMatch(/^您好，我想申请法律援助。承办人/)
    expect(words).not.toMatch(/null|undefined|预约/)
  })
  test('another matter, any county and unknown codes have no name', () => {
    const facts = readFacts(
      '{"topics":[{"slug":"wages","title":"拖欠工资"}],"counties":[{"code":"131102","slug":"taocheng","title":"桃城区","bureauName":null,"phone":null,"places":[]}]}',
    )
    expect([topicOf(facts, 'wages')?.title, topicOf(facts, 'any'), topicOf(facts, null)]).toEqual([
      '拖欠工资',
      null,
      null,
    ])
    expect([countyOf(facts, '131102')?.title, countyOf(facts, '999999')]).toEqual(['桃城区', null])
  })
})

describe('how far', () => {
  test('a degree of latitude is 111 kilometres, and the way back is as long', () => {
    const from = { lat: 37, lng: 115 }
    const to = { lat: 38, lng: 115 }
    expect(kilometresBetween(from, to)).toBeCloseTo(111.2, 1)
    expect(kilometresBetween(to, from)).toBe(kilometresBetween(from, to))
    expect(kilometresBetween({ lat: 38, lng: 115 }, { lat: 38, lng: 116 })).toBeCloseTo(87.6, 1)
    expect(kilometresBetween({ lat: 10, lng: 0 }, { lat: -10, lng: 180 })).toBeCloseTo(Math.PI * 6371, 0)
  })
  test.each([
    [0, '不到 1 公里'],
    [0.99, '不到 1 公里'],
    [3.2, '约 3 公里'],
    [19.4, '约 19 公里'],
    [43, '约 45 公里'],
  ])('%d km is told no more exactly than it is known: %s', (kilometres, words) => {
    expect(distanceWords(kilometres)).toBe(words)
  })
  test.each(['', 'abc', '91,0', '0,181', '37.7', undefined])('“%s” is no position', (text) => {
    expect(readPosition(text)).toBeNull()
  })
  test('a position is read as the page wrote it', () => {
    expect(readPosition('37.73,115.67')).toEqual({ lat: 37.73, lng: 115.67 })
    expect(readPosition('-0.5,-120')).toEqual({ lat: -0.5, lng: -120 })
  })
})
