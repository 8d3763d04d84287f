import { expect, test } from 'vitest'
import { dateOf } from '../../studio/tools/tables/cells/dates.ts'
import { codeOf } from '../../studio/tools/tables/cells/reading.ts'
import {
  listOf,
  marketDaysOf,
  nameOf,
  numberWith,
  oneOf,
  phoneOf,
  yearOf,
} from '../../studio/tools/tables/cells/values.ts'
import { plainNumber, type Cell } from '../../studio/tools/tables/file/cell.ts'
import { lawyerCategories } from '../../studio/schema/words.ts'

const number = (text: string): Cell => ({ number: text })
const valueOf = (read: { ok: boolean }) => ('value' in read ? read.value : read)
const sentenceOf = (read: { ok: boolean }) => ('sentence' in read ? read.sentence : read)

test.each<[Cell, string]>([
  [number('46089'), '2026-03-08'],
  [number('46089.5'), '2026-03-08'],
  [number('20260308'), '2026-03-08'],
  [new Date(Date.UTC(2026, 2, 8)), '2026-03-08'],
  ['46089', '2026-03-08'],
  ['2026-3-8', '2026-03-08'],
  ['2026.3.8', '2026-03-08'],
  ['2026/03/08', '2026-03-08'],
  ['2026/3/8 0:00:00', '2026-03-08'],
  ['2026年3月8日', '2026-03-08'],
  ['　２０２６年３月８日 ', '2026-03-08'],
  ['2028-2-29', '2028-02-29'],
])('a date is read as people and Excel write it: %j', (cell, day) => {
  expect(valueOf(dateOf(cell))).toBe(day)
})

test.each<[Cell, RegExp]>([
  ['2026-2-30', /没有“2026-2-30”这一天/],
  ['2027年2月29日', /没有/],
  ['2026年3月', /缺几号/],
  ['3/8/2026', /看不出是哪一天/],
  ['26.3.8', /看不出是哪一天/],
  ['上个月', /看不出是哪一天/],
  [number('12'), /看不出是哪一天/],
  ['#N/A', /公式算错/],
])('what is no day, or only half of one, is refused rather than guessed: %j', (cell, sentence) => {
  expect(sentenceOf(dateOf(cell))).toMatch(sentence)
})

test.each<[Cell, string]>([
  [number('131102001001'), '131102001001'],
  [number('1.31102001001E+11'), '131102001001'],
  [number('131102000000000'), '131102000000000'],
  ['１３１１０２ 001　001', '131102001001'],
  [' 示例-0001 ', '示例-0001'],
])('a code keeps its digits, whatever their width and blanks: %j', (cell, code) => {
  expect(valueOf(codeOf(cell))).toBe(code)
})

test.each<Cell>([number('1.3101201210123456E+16'), number('13101201210123400'), '1.31012E+16'])(
  'a licence number that Excel has turned into a number is refused, since digits are lost: %j',
  (cell) => {
    expect(sentenceOf(codeOf(cell))).toMatch(/后几位已经丢了.*文本/)
  },
)

test('a code that Excel made a date of, or that has a fraction, is refused', () => {
  expect(sentenceOf(codeOf(new Date(Date.UTC(2026, 0, 1))))).toMatch(/当成了日期/)
  expect(sentenceOf(codeOf(number('1.5')))).toMatch(/照原件填写/)
})

test('numbers in scientific writing become plain digits, small ones stay', () => {
  expect(['1.5E+3', '12', '1.31E+16', '-2.5E+1', '1.5E-7'].map(plainNumber)).toEqual([
    '1500',
    '12',
    '13100000000000000',
    '-25',
    '1.5E-7',
  ])
})

test('a name loses the blanks that make lists even, and a Latin one keeps its own', () => {
  expect(valueOf(nameOf(' 张　三 '))).toBe('张三')
  expect(valueOf(nameOf('Anna  Li'))).toBe('Anna Li')
})

test('telephones come to the form that the rule knows', () => {
  expect(
    ['（0318）1234567', '0318－1234567', '0318 — 1234567', '0318-1234567分机12'].map((text) =>
      valueOf(phoneOf(text)),
    ),
  ).toEqual(['0318-1234567', '0318-1234567', '0318-1234567', '0318-1234567转12'])
})

test('numbers are read with their unit, and words are not numbers', () => {
  const pixels = numberWith('像素|点')
  expect([pixels('３２０点'), pixels(number('160')), pixels('1,024 像素')].map(valueOf)).toEqual([
    320, 160, 1024,
  ])
  expect(sentenceOf(pixels('大屏'))).toMatch(/“大屏”不是一个数/)
})

test('years are read from a year or a date', () => {
  expect([yearOf('2012年'), yearOf(number('2012')), yearOf('2012-07-01')].map(valueOf)).toEqual([
    2012, 2012, 2012,
  ])
  expect(sentenceOf(yearOf('12年'))).toMatch(/四位数/)
})

test('a choice is found by the form’s own words and by other words of lists, else the choices are named', () => {
  const read = oneOf(lawyerCategories, { 专职律师: 'lawyer' })
  expect([read('律 师'), read('专职律师')].map(valueOf)).toEqual(['lawyer', 'lawyer'])
  expect(sentenceOf(read('公证员'))).toBe(
    '没有“公证员”这一类。请写下面几个里的一个：律师、基层法律服务工作者、法律援助工作者',
  )
})

test('lists are parted as people part them, and nothing stands in them twice', () => {
  expect(valueOf(listOf('农民工、老年人，军人；老年人/儿童'))).toEqual(['农民工', '老年人', '军人', '儿童'])
})

test.each<[Cell, number[]]>([
  ['逢三、八', [3, 8]],
  ['三八', [3, 8]],
  ['逢五逢十', [0, 5]],
  ['3,8', [3, 8]],
  [number('38'), [3, 8]],
  ['农历四、九', [4, 9]],
  ['无', []],
])('market days are read as villages name them: %j', (cell, digits) => {
  expect(valueOf(marketDaysOf(cell))).toEqual(digits)
})

test('market days by the month’s date are refused, for only last digits are kept', () => {
  expect(sentenceOf(marketDaysOf('每月十三、廿三'))).toMatch(/看不出逢几的集/)
})
