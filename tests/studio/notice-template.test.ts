/** @file The Studio holds templates to what an order will ask of them, while there is still time to correct. */
import { expect, test } from 'vitest'
import { problemsIn, sentencesAt } from './validating.ts'

const blank = { _type: 'noticeField', _key: 'a', name: '地点', label: '在哪里', kind: 'text' }
const template = {
  _type: 'noticeTemplate',
  title: '暂停办理',
  text: '{地点}暂停办理',
  fields: [blank],
  tone: 'plain',
}

test('a template whose blanks are all explained is sound, and so is one without blanks', async () => {
  expect(await problemsIn(template)).toEqual([])
  const { fields: _fields, ...plain } = template
  expect(await problemsIn({ ...plain, text: '今天暂停办理' })).toEqual([])
})

test.each([
  ['a blank that nobody explains', { text: '{地点}{时间}暂停' }, 'text', /\{时间\}/],
  ['a field that stands nowhere', { text: '暂停办理' }, 'fields', /没有用在正文里/],
  ['a choice of nothing', { fields: [{ ...blank, kind: 'choice' }] }, 'fields', /列出可以选的词/],
  ['a brace that is not closed', { text: '{地点}暂停{' }, 'text', /成对/],
  ['a text that no screen can show', { text: `{地点}${'字'.repeat(200)}` }, 'text', /最多 200 个字/],
  ['a field of no length', { fields: [{ ...blank, maxLength: 0 }] }, 'fields', /1 到 60/],
  ['a name with braces', { fields: [{ ...blank, name: '{地点}' }] }, 'fields', /不要有花括号/],
])('says so of %s', async (_what, more, field, sentence) => {
  expect((await sentencesAt({ ...template, ...more }, field)).join()).toMatch(sentence)
})
