/** @file What may stand in the blanks of a notice template. */
import { describe, expect, test } from 'vitest'
import type { NoticeField } from '../../contracts/documents/index.ts'
import { blanksOf, fillTemplate, templateProblems, wordsProblem } from '../../contracts/notice-template.ts'

type Field = NoticeField & { _key: string }
const field = (name: string, kind: NoticeField['kind'], more: Partial<NoticeField> = {}): Field => ({
  _type: 'noticeField',
  _key: name,
  name,
  label: `${name}是什么`,
  kind,
  ...more,
})
const place = { text: '{地点}暂停，{地点}见', fields: [field('地点', 'text', { maxLength: 5 })] }

const fill = (one: Field, value: string) =>
  fillTemplate({ text: `{${one.name}}`, fields: [one] }, { [one.name]: value })

test('blanks are the names between braces, each once', () => {
  expect(blanksOf('{地点}和{时间}，再到{地点}')).toEqual(['地点', '时间'])
})

test('every blank of one name gets the same words', () => {
  expect(fillTemplate(place, { 地点: ' 县大厅 ' })).toEqual({ text: '县大厅暂停，县大厅见' })
})

describe('a value', () => {
  test.each([
    ['words', field('甲', 'text'), '东关村委会', '东关村委会'],
    ['a number', field('甲', 'number'), '300', '300'],
    [
      'a number that the template itself asks for',
      field('甲', 'number', { maxLength: 12 }),
      '0000-1234567',
      '0000-1234567',
    ],
    ['a time of day', field('甲', 'time'), '08:30', '08:30'],
    ['a date and time', field('甲', 'time'), '2026-03-05T14:05', '3月5日 14:05'],
    ['one of the choices', field('甲', 'choice', { choices: ['暴雨', '大风'] }), '大风', '大风'],
    ['exactly as many characters as fit', field('甲', 'text', { maxLength: 3 }), '𠮷字字', '𠮷字字'],
  ])('may be %s', (_what, one, value, words) => {
    expect(fill(one, value)).toEqual({ text: words })
  })

  test.each([
    ['nothing', field('甲', 'text'), '  ', /请填写/],
    ['too long', field('甲', 'text', { maxLength: 3 }), '四个汉字', /最多 3 个字，现在有 4 个/],
    ['longer than the default', field('甲', 'text'), '字'.repeat(21), /最多 20 个字/],
    ['an address', field('甲', 'text'), 'https://a', /网址/],
    ['an address without a scheme', field('甲', 'text'), '看abc.cn', /网址/],
    ['an address in wide letters', field('甲', 'text'), 'ａｂｃ．ｃｎ', /网址/],
    ['a telephone number', field('甲', 'text'), '打0318-000 0000', /电话号码/],
    ['a telephone number in wide digits', field('甲', 'text'), '１２３４５６７', /电话号码/],
    ['a telephone number in words', field('甲', 'text'), '一二三四五六七', /电话号码/],
    ['more than one line', field('甲', 'text'), '一\n二', /不能显示的符号/],
    ['a mark that turns the direction of writing', field('甲', 'text'), '甲\u202E乙', /不能显示的符号/],
    ['a blank of its own', field('甲', 'text'), '{乙}', /不能显示的符号/],
    ['words for a number', field('甲', 'number'), '三百', /只能填数字/],
    ['a day that does not exist', field('甲', 'time'), '2026-02-30T08:00', /请写成/],
    ['an hour that does not exist', field('甲', 'time'), '25:00', /请写成/],
    ['none of the choices', field('甲', 'choice', { choices: ['暴雨', '大风'] }), '地震', /暴雨、大风/],
  ])('may not be %s', (_what, one, value, message) => {
    const filled = fill(one, value)
    if (!('problems' in filled)) throw new Error(`was filled: ${filled.text}`)
    expect(filled.problems).toHaveLength(1)
    expect(filled.problems[0]?.message).toMatch(message)
  })

  test('for a blank that the template has not is refused, for somebody means another template', () => {
    expect(fillTemplate(place, { 地点: '县大厅', 时间: '8点' })).toMatchObject({
      problems: [{ field: '时间' }],
    })
  })
})

test('a text that grows too long for a screen is refused as a whole', () => {
  const fields = ['甲', '乙', '丙', '丁'].map((name) => field(name, 'text', { maxLength: 60 }))
  const values = Object.fromEntries(fields.map(({ name }) => [name, '字'.repeat(60)]))
  expect(fillTemplate({ text: '{甲}{乙}{丙}{丁}', fields }, values)).toMatchObject({
    problems: [{ field: 'text' }],
  })
})

describe('a template cannot be used', () => {
  test.each([
    ['with a blank that nobody explains', { text: '{地点}' }, /要填的空”里没有/],
    ['with a field that stands nowhere', { text: '文字', fields: [field('地点', 'text')] }, /没有用在正文里/],
    ['with a choice of nothing', { text: '{天气}', fields: [field('天气', 'choice')] }, /列出可以选的词/],
    ['with a brace that is not closed', { text: '{地点' }, /成对/],
    ['with a blank without a name', { text: '在{}' }, /成对/],
    [
      'with two fields of one name',
      { text: '{甲}', fields: [field('甲', 'text'), field('甲', 'time')] },
      /同一个名称/,
    ],
  ])('%s', (_what, template, message) => {
    const problems = templateProblems(template)
    expect(problems.map((problem) => problem.message).join()).toMatch(message)
    expect(fillTemplate(template, {})).toHaveProperty('problems')
  })
})

test('free words of an urgent notice may name the number to call, but no address', () => {
  expect(wordsProblem('急救电话 120，值班 0000-1234567', true)).toBeNull()
  expect(wordsProblem('看 www.x', true)).toMatch(/网址/)
})
