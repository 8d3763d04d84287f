/** @file Answering what readers report: with what, and that nobody makes a report by hand. */
import type { ObjectSchemaType } from 'sanity'
import { expect, test } from 'vitest'
import { ownPath, receivedWords } from '../../studio/schema/rules/report.ts'
import { documentActions, newDocumentOptions, templates } from '../../studio/structure/creating.ts'
import { problemsIn, schema, sentencesAt } from './validating.ts'

const report = {
  _id: 'report.7KQ2MWX4',
  _type: 'errorReport',
  receipt: '7KQ2MWX4',
  path: '/questions/wages-owed',
  text: '第三步里写的电话打不通，是不是写错了？',
  receivedAt: '2026-11-19T02:05:00Z',
  state: 'received',
}
const answered = { ...report, state: 'answered', answer: '电话是对的。', answeredOn: '2026-11-22' }

test('a report as it comes in is sound, and so is one with its answer', async () => {
  expect(await problemsIn(report)).toEqual([])
  expect(await problemsIn(answered)).toEqual([])
})

test.each(['corrected', 'answered'])(
  'the state %s needs words and a day, for that is all the reader sees',
  async (state) => {
    expect(await sentencesAt({ ...report, state }, 'answer')).toEqual(['请写给读者的答复'])
    expect(await sentencesAt({ ...report, state, answer: ' ' }, 'answer')).toEqual(['请写给读者的答复'])
    expect(await sentencesAt({ ...report, state }, 'answeredOn')).toEqual(['请选择答复日期'])
  },
)

test('an answer under a state that says nobody has looked is warned of, not refused', async () => {
  expect(await problemsIn({ ...report, answer: '已改正。' })).toEqual([
    { level: 'warning', path: 'state', message: expect.stringMatching(/请把处理结果改为/) },
  ])
})

test('an answer tells nobody’s private number', async () => {
  expect(await sentencesAt({ ...answered, answer: '请打 13803181234' }, 'answer')).toEqual([
    expect.stringMatching(/手机号码/),
  ])
})

test('what the reader sent is read, not edited', () => {
  const { fields } = schema.get('errorReport') as ObjectSchemaType
  const locked = fields.filter(({ type }) => type.readOnly === true).map(({ name }) => name)
  expect(locked.sort()).toEqual(['path', 'receipt', 'receivedAt', 'text'])
})

test('the day of a report is the bureau’s, though it came in on the evening before by Greenwich', () => {
  expect(receivedWords('2026-11-22T23:30:00Z')).toBe('◔ 11月23日收到')
  expect(receivedWords('whenever')).toBe('')
})

test('a line of the inbox says when it came; an answered one says how it ended', () => {
  const { prepare } = (schema.get('errorReport') as ObjectSchemaType).preview as {
    prepare: (value: object) => { title: string; subtitle: string }
  }
  expect(prepare({ ...report, text: '第一行\n第二行' })).toEqual({
    title: '第一行 第二行',
    subtitle: '◔ 11月19日收到 · /questions/wages-owed',
  })
  expect(prepare(answered).subtitle).toBe('没有错误，已说明 · 2026-11-22 · /questions/wages-owed')
})

test.each(['/questions/wages-owed', '/', '/laws/civil-code#a-1079', '/search?q=%E6%AC%A0'])(
  '%s is a page of this site',
  (path) => expect(ownPath(path)).toBe(path),
)

test.each([
  '//elsewhere.example/x',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '/a b',
  '',
  undefined,
])('a report’s path %s is never made a link, since a reader chose it', (path) =>
  expect(ownPath(path)).toBeNull(),
)

const item = {
  type: 'initialValueTemplateItem',
  id: 'errorReport',
  templateId: 'errorReport',
  schemaType: 'errorReport',
}

test.each(['global', 'structure', 'document'])(
  'no menu (%s) offers a fresh report, since only readers report',
  (type) => {
    const offered = newDocumentOptions(
      [item, { ...item, id: 'slogan', templateId: 'slogan', schemaType: 'slogan' }] as never,
      { creationContext: { type } } as never,
    )
    expect(offered.map(({ templateId }) => templateId)).toEqual(['slogan'])
  },
)

test('a report is neither withdrawn nor duplicated: its receipt would lead nowhere, or twice', () => {
  const actions = ['publish', 'unpublish', 'duplicate', 'delete', 'discardChanges'].map((action) =>
    Object.assign(() => null, { action }),
  )
  expect(documentActions(actions as never, 'errorReport').map(({ action }) => action)).toEqual([
    'publish',
    'delete',
    'discardChanges',
  ])
})

test('no template makes a report either', () => {
  expect(templates([]).filter(({ schemaType }) => schemaType === 'errorReport')).toEqual([])
})
