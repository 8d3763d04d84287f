/** @file What changed between two texts, as words that a person sees at a glance. */
import { expect, test } from 'vitest'
import { textChanges } from '../../studio/tools/review/reading/diff.ts'

const marked = (before: string, now: string) =>
  textChanges(before, now)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')
const put = (before: string, now: string, left: 'added' | 'removed') =>
  textChanges(before, now)
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('')

test('a changed word is marked, what stands around it is not', () => {
  expect(marked('请先读明白再签字', '请先念明白再签字')).toMatch(/^请先\[-读/u)
  expect(marked('今天开会', '今天开会，请准时到场')).toBe('今天开会[+，请准时到场]')
  expect(marked('今天开会，请准时到场', '今天开会')).toBe('今天开会[-，请准时到场]')
  expect(marked('一样', '一样')).toBe('一样')
  expect(marked('', '新的')).toBe('[+新的]')
})

test('without the marks of one side the text of the other side stands there, to the character', () => {
  const pairs = [
    ['老板拖欠工资，可以打 12348。', '用人单位拖欠工资的，可以先打 12348 问一问。'],
    ['1. 身份证\n2. 劳动合同', '1. 身份证\n2. 工作证\n3. 劳动合同'],
    ['甲乙丙丁', '丁丙乙甲'],
    ['abc def', 'abd def 😀'],
  ] as const
  for (const [before, now] of pairs) {
    expect(put(before, now, 'added')).toBe(now)
    expect(put(before, now, 'removed')).toBe(before)
  }
})

test('a lone character between two changes is marked along: crumbs are no reading', () => {
  const stretches = textChanges('张三的房屋', '李四的土地')
  expect(stretches.map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

test('two long texts without a word in common are told as replaced, in bounded work', () => {
  const one = Array.from({ length: 3000 }, (_, index) => `甲${index}午`).join('，')
  const two = Array.from({ length: 3000 }, (_, index) => `乙${index}未`).join('。')
  const stretches = textChanges(one, two)
  expect(stretches.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual([two])
})
