/** @file What is kept for one person: what she opened last; and what she is told when the line is cut. */
import { expect, test } from 'vitest'
import { readRecent, recentMax, titledOf, withOpened } from '../../studio/comfort/recent/recent.ts'
import { savingWords } from '../../studio/comfort/saving/words.ts'

const opened = (id: string) => ({ id, type: 'slogan' })

test('what is opened again moves to the front, and twenty are kept', () => {
  const many = Array.from({ length: recentMax }, (_, index) => opened(`s${index}`))
  const next = withOpened(many, opened('s7'))
  expect(next[0]).toEqual(opened('s7'))
  expect(next).toHaveLength(recentMax)
  expect(withOpened(many, opened('new'))).toHaveLength(recentMax)
  expect(withOpened(many, opened('new')).at(-1)).toEqual(opened(`s${recentMax - 2}`))
})

test('what stands first already is not written again, or every look would write', () => {
  const list = [opened('a'), opened('b')]
  expect(withOpened(list, opened('a'))).toBe(list)
})

test('what is kept and cannot be read is as if nothing were kept', () => {
  expect(readRecent(null)).toEqual([])
  expect(readRecent([{ id: 3 }, 'x', opened('a')])).toEqual([opened('a')])
})

test('a draft gives the title before what it will replace, and what is gone is not offered', () => {
  const found = [
    { _id: 'a', title: '旧' },
    { _id: 'drafts.a', title: '新' },
    { _id: 'b', title: null },
  ]
  expect(titledOf([opened('b'), opened('gone'), opened('a')], found)).toEqual([
    { ...opened('b'), title: '（没有标题）' },
    { ...opened('a'), title: '新' },
  ])
})

test('while the line is cut she reads whether her words are saved and not to close the page', () => {
  const cut = { connection: 'reconnecting', wasCut: true } as const
  expect(savingWords({ ...cut, isSyncing: true })?.text).toMatch(/还没有存上.*不要关掉/u)
  expect(savingWords({ ...cut, isSyncing: false })?.text).toContain('都存好了')
  const back = { connection: 'connected', wasCut: true } as const
  expect(savingWords({ ...back, isSyncing: true })?.text).toContain('正在')
  expect(savingWords({ ...back, isSyncing: false })?.tone).toBe('positive')
  expect(savingWords({ connection: 'connected', isSyncing: true, wasCut: false })).toBeNull()
})
