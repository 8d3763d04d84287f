/** @file Rules on quiz questions, check-up items, colours and positions, and that the forms hold to them. */
import { expect, test } from 'vitest'
import { contrast, paper, readableOnPaper } from '../../studio/schema/rules/colour.ts'
import { readDegrees, readPair, wholePosition } from '../../studio/schema/rules/position.ts'
import { answerAmong, choiceLetter, fewDistinctChoices } from '../../studio/schema/rules/practice.ts'
import { problemsIn, sentencesAt } from './validating.ts'

const reference = (id: string) => ({ _type: 'reference', _ref: id, _key: id })
const quiz = {
  _type: 'quizQuestion',
  title: '申请劳动仲裁要交多少钱？',
  choices: ['不收费', '一百元'],
  answer: 1,
  explanation: '劳动争议仲裁不收费。',
  topics: [reference('topic-labour-arbitration')],
}

test('a complete quiz question can be published', async () => {
  expect(await problemsIn(quiz)).toEqual([])
})

test.each([
  ['one choice leaves nothing to choose', { choices: ['不收费'] }, 'choices', /至少要有 2 个/],
  [
    'five choices cannot be kept in mind',
    { choices: ['一', '二', '三', '四', '五'] },
    'choices',
    /最多 4 个选项，请删去 1 个/,
  ],
  ['two choices that read the same would both be right', { choices: ['是', ' 是'] }, 'choices', /一样/],
  ['an empty choice is no choice', { choices: ['是', ''] }, 'choices', /空的/],
  ['an answer beyond the choices would never be right', { answer: 3 }, 'answer', /不在选项里/],
  ['the places of choices begin at one', { answer: 0 }, 'answer', /不在选项里/],
  ['there is an answer', { answer: undefined }, 'answer', /请选择正确答案/],
  ['a question fits one breath', { title: '题'.repeat(81) }, 'title', /最多 80 个字，现在有 81 个/],
  ['a question is one line, as a button is', { title: '第一行\n第二行' }, 'title', /只能写一行/],
  ['an answer is told with its reason', { explanation: undefined }, 'explanation', /为什么/],
])('%s', async (_rule, change, field, sentence) => {
  expect((await sentencesAt({ ...quiz, ...change }, field)).join()).toMatch(sentence)
})

test('eighty characters and four choices still pass', async () => {
  const most = { ...quiz, title: '题'.repeat(80), choices: ['一', '二', '三', '四'], answer: 4 }
  expect(await problemsIn(most)).toEqual([])
})

test('a missing list of choices is spoken of once, by the field that asks for it', () => {
  expect(fewDistinctChoices(undefined)).toBe(true)
  expect(answerAmong(1, undefined)).toMatch(/先写选项/)
})

test('choices are named as on paper', () => {
  expect([1, 2, 3, 4, 5].map(choiceLetter)).toEqual(['A', 'B', 'C', 'D', '？'])
})

test('a check-up item says which answer is the risk', async () => {
  const item = {
    _type: 'checkupItem',
    title: '是否和每名员工都签了书面劳动合同？',
    area: '劳动用工',
    order: 1,
    riskyAnswer: 'no',
    risk: '超过一个月没签的，每月要付两倍工资。',
    advice: '把没签的人列出来补签。',
  }
  expect(await problemsIn(item)).toEqual([])
  expect(await sentencesAt({ ...item, riskyAnswer: undefined }, 'riskyAnswer')).toEqual([
    '请选择哪个回答有风险',
  ])
})

test('contrast is as the guidelines count it: 21 for black on white, 1 for the same', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast(paper, paper)).toBe(1)
})

test.each(['#b22a1e', '#1f5c4d', '#000000', undefined])('%s can be read on paper', (colour) => {
  expect(readableOnPaper(colour)).toBe(true)
})

test.each([
  ['#d9a441', /太浅.*对比度 2\.\d，至少要 4\.5/],
  // 4.46 : 1 on paper: rounded, it would be told as the 4.5 that is asked for.
  ['#767676', /对比度 4\.4，/],
  ['#fffdf8', /对比度 1\.0/],
  ['red', /井号加六位/],
  ['#b22', /井号加六位/],
  ['#b22a1eff', /井号加六位/],
])('the colour %s is refused, for words in it could not be read or no page could use it', (colour, words) => {
  expect(readableOnPaper(colour)).toMatch(words)
})

const point = (lat?: number, lng?: number) => ({
  _type: 'geopoint' as const,
  ...(lat === undefined ? {} : { lat }),
  ...(lng === undefined ? {} : { lng }),
})

test.each([
  ['a place in the country', point(37.74, 115.67), /^true$/],
  ['nothing yet', point(), /^true$/],
  ['half a position', point(37.74), /一起填/],
  ['the other half', point(undefined, 115.67), /一起填/],
  ['numbers in the wrong boxes', point(115.67, 37.74), /写反/],
  ['a point missing its decimal point', point(3774, 115.67), /纬度应当/],
  ['a place abroad', point(37.74, -115.67), /经度应当/],
])('a position is two numbers within the country: %s', (_case, position, verdict) => {
  expect(String(wholePosition(position))).toMatch(verdict)
})

test.each([
  ['37.74', 37.74],
  [' 115.67° ', 115.67],
  ['', undefined],
  ['37.', null],
  ['三十七', null],
])('the box %j reads as %j, so that a number being typed is not stored', (text, number) => {
  expect(readDegrees(text)).toBe(number)
})

test('two numbers pasted together fill both boxes, in whichever order the map gave them', () => {
  expect(readPair('37.74, 115.67')).toEqual({ lat: 37.74, lng: 115.67 })
  expect(readPair('115.67，37.74')).toEqual({ lat: 37.74, lng: 115.67 })
  expect(readPair('37.74')).toBeNull()
  expect(readPair('37.74, 东')).toBeNull()
})

test('an office with half a position is refused by its form, and one without passes', async () => {
  const office = {
    _type: 'lawOffice',
    title: '示例律师事务所',
    slug: { _type: 'slug', current: 'sample' },
    kind: 'lawFirm',
    county: reference('county-131102'),
    address: '示例路1号',
    phone: '0318-0000000',
    checkedOn: '2026-11-20',
  }
  expect(await problemsIn(office)).toEqual([])
  expect(await sentencesAt({ ...office, position: point(37.74) }, 'position')).toEqual([
    '纬度和经度要一起填，或者都不填',
  ])
})

test('a slogan that is to end with its law names one, or it would never end', async () => {
  const slogan = {
    _type: 'slogan',
    text: '劳动仲裁不收费',
    topics: [reference('topic-wages')],
    layout: 'auto',
    tone: 'plain',
    endsWithLaw: true,
  }
  expect(await sentencesAt(slogan, 'endsWithLaw')).toEqual([expect.stringMatching(/还没有写法律依据/)])
  const citation = {
    _type: 'citation',
    _key: 'a',
    law: { _type: 'reference', _ref: 'law-labor-dispute-mediation-and-arbitration-law' },
    article: '53',
    meaning: '劳动争议仲裁不收费。',
  }
  expect(await problemsIn({ ...slogan, citations: [citation] })).toEqual([])
})
