import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsOf, type CheckedRow } from '../../studio/tools/tables/check/check.ts'
import { typeRules } from '../../contracts/documents/kinds.ts'
import type { Cell } from '../../studio/tools/tables/file/cell.ts'
import { calendar } from '../../studio/tools/tables/lists/calendar.ts'
import { derivedId } from '../../studio/tools/tables/lists/derived-id.ts'
import { lists } from '../../studio/tools/tables/lists/index.ts'
import { lawyers } from '../../studio/tools/tables/lists/lawyers.ts'
import { screens } from '../../studio/tools/tables/lists/screens.ts'
import { mayImport } from '../../studio/tools/tables/lists/shape.ts'
import { words } from '../../studio/tools/tables/lists/words.ts'
import { villages } from '../../studio/tools/tables/lists/villages.ts'
import { schema } from './validating.ts'
import { check, lawyerHeaders, lawyerRow, startRig, type Rig } from './tables-rig.ts'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const checkLawyers = (...rows: Cell[][]) => check(lawyers, [lawyerHeaders, ...rows], rig.lake)
const told = ({ faults }: CheckedRow) =>
  faults.map(({ row, column, sentence }) => `${row} ${column}：${sentence}`)

/** The sentences about the second row of Excel, changed in one cell. */
async function faultsOf(changed: Record<string, Cell>): Promise<string[]> {
  const { rows } = await checkLawyers(lawyerRow(1, changed))
  return rows.flatMap(told)
}

test('a sound row becomes a whole draft, with references, a slug and a day', async () => {
  const { rows, writes } = await checkLawyers(lawyerRow(1))
  expect(rows.map(told)).toEqual([[]])
  expect(writes[0]?.fields).toEqual({
    _type: 'lawyer',
    slug: { _type: 'slug', current: derivedId('lawyer', '示例-0001') },
    name: '周示例',
    licenceNumber: '示例-0001',
    category: 'lawyer',
    county: { _type: 'reference', _ref: 'county-a' },
    office: { _type: 'reference', _ref: 'office-a' },
    officePhone: '0318-0000101',
    expertise: [
      { _type: 'reference', _ref: 'topic-wages', _key: 'topic-wages' },
      { _type: 'reference', _ref: 'topic-divorce', _key: 'topic-divorce' },
    ],
    checkedOn: '2026-11-05',
    introduction: '主要办理劳动争议。',
  })
})

test.each<[string, Record<string, Cell>, RegExp]>([
  ['a required cell is empty', { 姓名: null }, /^2 姓名：请填写姓名$/],
  ['a licence number is missing', { 执业证号: ' 　' }, /^2 执业证号：请填写执业证号$/],
  [
    'Excel has spoilt the licence number',
    { 执业证号: { number: '1.3101201210123456E+16' } },
    /后几位已经丢了/,
  ],
  ['the county is unknown', { 所在县区: '丙县' }, /^2 所在县区：没有找到县区“丙县”/],
  ['the office has another name', { 执业机构: '甲县示例' }, /是不是“甲县示例律师事务所”/],
  ['the office is unknown', { 执业机构: '远方律师事务所' }, /先把它建好/],
  ['a topic is unknown', { 擅长: '离婚、航天' }, /^2 擅长：没有找到主题“航天”/],
  ['the telephone is a mobile one', { 办公电话: `139${'0'.repeat(8)}` }, /手机号码不得公开/],
  ['the telephone is no telephone', { 办公电话: '值班室' }, /^2 办公电话：请写成 0318-1234567/],
  ['there is no such day', { 核对日期: '2026-2-30' }, /^2 核对日期：没有“2026-2-30”这一天/],
  ['the category is none', { 类别: '公证员' }, /^2 类别：没有“公证员”这一类/],
  ['the name is too long', { 姓名: '示'.repeat(21) }, /^2 姓名：最多 20 个字/],
  [
    'the introduction holds a private number',
    { 介绍: `电话139${'1'.repeat(8)}` },
    /^2 介绍：.*手机号码不得公开/,
  ],
])('%s: told once, with row, column and remedy', async (_rule, changed, sentence) => {
  const faults = await faultsOf(changed)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(sentence)
})

test('a fault shows the cell as the person wrote it, not what was made of it', async () => {
  const { rows } = await checkLawyers(lawyerRow(1, { 办公电话: '（0318） 值班' }))
  expect(rows[0]?.faults[0]?.value).toBe('（0318） 值班')
})

test('what the schema only warns of is advice, and the row comes in', async () => {
  const { rows } = await checkLawyers(lawyerRow(1, { 介绍: '全市第一' }))
  expect(rows[0]?.state).toBe('made')
  expect(rows[0]?.advice[0]?.sentence).toMatch(/不能作比较/)
})

test('two rows with one licence: the second is told of the first by its number in Excel', async () => {
  const { rows, writes } = await checkLawyers(
    lawyerRow(1),
    [null],
    lawyerRow(2),
    lawyerRow(1, { 姓名: '另一人' }),
  )
  expect(rows.map(({ row, state }) => [row, state])).toEqual([
    [2, 'made'],
    [4, 'made'],
    [5, 'wrong'],
  ])
  expect(rows.flatMap(told)).toEqual(['5 执业证号：和第 2 行重复：执业证号相同。请核对，把多的一行删去'])
  expect(writes).toHaveLength(2)
})

test('a reference to what is a draft only is weak until it is published', async () => {
  const { writes } = await checkLawyers(lawyerRow(1, { 执业机构: '甲县新设法律服务所' }))
  expect(writes[0]?.fields['office']).toEqual({
    _type: 'reference',
    _ref: 'office-c',
    _weak: true,
    _strengthenOnPublish: { type: 'lawOffice' },
  })
})

test('a county’s editor brings in rows of the own county only; without a column every row is of it', async () => {
  const own = rig.as('editor', 'county-a')
  const other = lawyerRow(2, { 所在县区: '乙区', 执业机构: '示例-9002' })
  const { rows } = await check(lawyers, [lawyerHeaders, lawyerRow(1), other], own)
  expect(rows.flatMap(told)).toEqual([
    '3 所在县区：这一行是乙区的，您只能导入甲县的。请删去这一行，或请市里导入',
  ])
  const without = [lawyerHeaders, lawyerRow(1)].map((row) => row.filter((_, at) => at !== 3))
  const { writes } = await check(lawyers, without, own)
  expect(writes[0]?.fields['county']).toEqual({ _type: 'reference', _ref: 'county-a' })
})

test('what stands in the lake is updated in the fields that differ, or not at all; empty cells change nothing', async () => {
  const stands = {
    _id: 'lawyer-of-before',
    _type: 'lawyer',
    name: '周示例',
    licenceNumber: '示例-0800',
    slug: { _type: 'slug', current: 'zhou' },
    category: 'lawyer',
    county: { _type: 'reference', _ref: 'county-a' },
    office: { _type: 'reference', _ref: 'office-a' },
    officePhone: '0318-0000101',
    expertise: [
      { _type: 'reference', _ref: 'topic-wages', _key: 'x1' },
      { _type: 'reference', _ref: 'topic-divorce', _key: 'x2' },
    ],
    checkedOn: '2026-11-05',
    introduction: '主要办理劳动争议。',
  }
  await rig.at.client.create(stands)
  const { rows, writes } = await checkLawyers(
    lawyerRow(800),
    lawyerRow(801, { 执业证号: '示例－0800'.replace('－', '-'), 办公电话: '0318-0000199', 介绍: null }),
  )
  expect(rows.map(({ state }) => state)).toEqual(['same', 'wrong'])
  expect(writes).toEqual([])
  const again = await checkLawyers(lawyerRow(800, { 办公电话: '0318-0000199', 介绍: null }))
  expect(again.writes).toMatchObject([{ id: 'lawyer-of-before', fields: { officePhone: '0318-0000199' } }])
  expect(Object.keys(again.writes[0]?.fields ?? {})).toEqual(['officePhone'])
  await rig.at.client.delete('lawyer-of-before')
})

test('a village is known by its code, whatever Excel has made of it', async () => {
  const rows = [
    ['村名', '代码', '县区', '集日'],
    ['示例村', { number: '9.90101001001E+11' }, '甲县', '三、八'],
  ]
  const { writes } = await check(villages, rows, rig.lake)
  expect(writes).toMatchObject([
    { id: 'village-990101001001', fields: { code: '990101001001', marketDays: [3, 8] } },
  ])
  const short = await check(
    villages,
    [
      ['村名', '代码', '县区'],
      ['示例村', '99010100100', '甲县'],
    ],
    rig.lake,
  )
  expect(short.rows.flatMap(told)).toEqual(['2 行政区划代码：请写 12 位数字的代码'])
})

const screenRows = (...rows: Cell[][]) => [['名称', '县区', '安装位置', '宽', '高', '间距'], ...rows]

test('a screen gets the usual numbers of a fresh one, and its own by any unit', async () => {
  const { writes } = await check(
    screens,
    screenRows(['东屏', '甲县', '示例路', '320点', { number: '160' }, 'P10']),
    rig.lake,
  )
  expect(writes[0]?.fields).toMatchObject({
    width: 320,
    height: 160,
    pitchMm: 10,
    regionX: 0,
    volumePercent: 0,
  })
})

test('screens of one name in two counties are two; in one county the second is told', async () => {
  const row = (county: string) => ['东屏', county, '示例路', '320', '160', null]
  const { rows } = await check(screens, screenRows(row('甲县'), row('乙区'), row('甲县')), rig.lake)
  expect(rows.map(({ state }) => state)).toEqual(['made', 'made', 'wrong'])
})

test('days are gathered into their years, and a day that cannot be is told by the form’s own rule', async () => {
  const rows = [
    ['日期', '安排'],
    ['2027-2-6', '上班'],
    ['2027-2-8', '放假'],
    ['2028-1-3', '休'],
    ['2027-2-8', '放假'],
    ['2027-2-9', '上班'],
    ['2027-2-6', '放假'],
    [null, '放假'],
  ]
  const { rows: checked, writes } = await check(calendar, rows, rig.lake)
  expect(checked.map(({ state }) => state)).toEqual([
    'made',
    'made',
    'made',
    'same',
    'wrong',
    'wrong',
    'wrong',
  ])
  expect(checked[0]?.title).toBe('2027-2-6 上班')
  expect(checked.flatMap(told)).toEqual([
    '6 ：2027-02-09 本来就是工作日，这里只填周末上班的日子',
    '7 ：2027-02-06 本来就是周末，这里只填工作日放假的日子',
    '8 日期：请填写日期',
  ])
  expect(writes.map(({ id, fields }) => [id, fields['workingDays'], fields['restDays']])).toEqual([
    ['calendarYear-2027', ['2027-02-06'], ['2027-02-08']],
    ['calendarYear-2028', [], ['2028-01-03']],
  ])
})

test('words go into the list that the row names; one that stands there is changed, not doubled', async () => {
  const list = { _id: 'words-x', _type: 'wordList', title: '常见错别字', kind: 'suggest', entries: [] }
  const entry = { _key: 'old', _type: 'wordEntry', words: '帐户', instead: ['账户'], except: ['帐篷'] }
  await rig.at.client.create({ ...list, entries: [entry] })
  const rows = [
    ['词表', '错误用词', '改为', '说明'],
    ['常见错别字', '帐户', '账户', null],
    ['常见错别字', '帐户', null, '按规范写法'],
    ['常见错别字', '按装', '安装、装上', null],
    ['没有的词表', '按装', '安装', null],
  ]
  const { rows: checked, writes } = await check(words, rows, rig.lake, () => Promise.resolve([]))
  expect(checked.map(({ state }) => state)).toEqual(['same', 'made', 'made', 'wrong'])
  expect(checked.flatMap(told)[0]).toMatch(/没有找到词表“没有的词表”/)
  expect(writes).toMatchObject([
    {
      id: 'words-x',
      title: '常见错别字',
      fields: {
        entries: [
          { ...entry, why: '按规范写法' },
          { words: '按装', instead: ['安装', '装上'] },
        ],
      },
    },
  ])
})

test('every sentence and every state is counted once, so that the counts add up to the rows', async () => {
  const checked = await checkLawyers(lawyerRow(1), lawyerRow(2, { 姓名: null, 类别: '公证员' }), lawyerRow(3))
  expect(countsOf(checked)).toEqual({ made: 2, changed: 0, same: 0, wrong: 1 })
})

test('a check can be stopped', async () => {
  const { checkTable } = await import('../../studio/tools/tables/check/check.ts')
  const { matchColumns } = await import('../../studio/tools/tables/match.ts')
  const rows = [lawyerHeaders, lawyerRow(1)]
  const stopped = checkTable({
    list: lawyers,
    sheet: { name: '名册', rows },
    matching: matchColumns(lawyers, rows, {}),
    facts: await rig.lake.facts(lawyers),
    validate: () => Promise.resolve([]),
    signal: AbortSignal.abort(new Error('enough')),
  })
  await expect(stopped).rejects.toThrow('enough')
})

test.each(lists)(
  '$title: every column leads to a field of the schema, or a value would be lost',
  ({ type, columns, gathered }) => {
    if (gathered) return
    const { fields } = schema.get(type) as unknown as {
      fields: { name: string; type: { fields?: { name: string }[] } }[]
    }
    for (const { path } of columns) {
      const [name, part] = path.split('.')
      const field = fields.find((one) => one.name === name)
      expect(field, path).toBeDefined()
      if (part)
        expect(
          field?.type.fields?.map((one) => one.name),
          path,
        ).toContain(part)
    }
  },
)

test('lists are offered to whom the lake lets write them', () => {
  const offered = (role: string) =>
    lists
      .filter(({ type }) => mayImport({ roles: [{ name: role, title: '' }] }, type))
      .map(({ name }) => name)
  const known = lists.filter(({ type }) => type in typeRules)
  expect(offered('administrator')).toEqual(known.map(({ name }) => name))
  expect(offered('editor')).toEqual(['lawyers', 'offices', 'villages', 'stations'])
  expect(offered('operator')).toEqual(['screens'])
  expect(offered('reviewer')).toEqual([])
})

test('ids follow from the row alone, and a hundred thousand of them do not meet', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, at) => derivedId('lawyer', `1131102${at}`)))
  expect(ids.size).toBe(100_000)
  expect(derivedId('lawyer', '示例-0001')).toBe(derivedId('lawyer', '示例-0001'))
  expect(derivedId('lawyer', '示例-0001')).toMatch(/^lawyer-[0-9a-z]{14}$/)
})
