/**
 * @file An editor brings in five hundred lawyers from Excel, twenty of them with faults: each fault is told
 * with its row and what to do, the others come in as drafts, and undoing leaves nothing.
 */
import writeXlsxFile from 'write-excel-file/node'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { englishOn, lakeOf, signIn, type AskedLake } from '../support/studio.ts'

const headers = [
  '序号',
  '律师姓名',
  '执业证号',
  '类别',
  '县（市、区）',
  '所在律所',
  '联系电话',
  '业务专长',
  '核对时间',
]

type Cell = string | number | Date

const sound = (place: number): Cell[] => [
  place,
  `示${'甲乙丙丁戊己庚辛壬癸'[place % 10]}　${'春夏秋冬'[place % 4]}`,
  `示例-5${String(place).padStart(4, '0')}`,
  '专职律师',
  '桃城',
  '明理律师事务所（示例）',
  '（0318）0000201',
  '离婚、拖欠工资',
  place % 2 === 0 ? '2026年11月5日' : new Date(Date.UTC(2026, 10, 5)),
]

/** By the row of Excel: which cell is spoilt, how, and what must be said. */
const faults: readonly [row: number, column: number, cell: Cell, said: string][] = [
  [5, 1, '', '姓名：请填写姓名'],
  [30, 1, '示'.repeat(21), '最多 20 个字'],
  [41, 2, '', '执业证号：请填写执业证号'],
  [58, 2, 13101201210123456, '后几位已经丢了'],
  [77, 2, '1.31012E+16', '后几位已经丢了'],
  [90, 2, '示例-50000', '和第 4 行重复'],
  [91, 2, '示例-50001', '和第 5 行重复'],
  [120, 3, '', '类别：请选择类别'],
  [133, 3, '公证员', '没有“公证员”这一类'],
  [150, 4, '', '所在县区：请选择县区'],
  [161, 4, '远方县', '没有找到县区“远方县”'],
  [200, 5, '明理律师事务所', '是不是“明理律师事务所（示例）”'],
  [222, 5, '没有的律师事务所', '先把它建好'],
  [250, 6, `139${'0'.repeat(8)}`, '手机号码不得公开'],
  [251, 6, '值班室', '请写成 0318-1234567 的样子'],
  [300, 7, '离婚、航天发射', '没有找到主题“航天发射”'],
  [333, 7, '', '擅长：请至少选择一个主题'],
  [400, 8, '2026-2-30', '没有“2026-2-30”这一天'],
  [444, 8, '2026年11月', '缺几号'],
  [503, 8, '上个月', '看不出是哪一天'],
]
/** The title, the note and the headers stand above. */
const firstRow = 4

async function workbook(): Promise<Buffer> {
  const rows = Array.from({ length: 500 }, (_, place) => sound(place))
  for (const [row, column, cell] of faults) {
    const cells = rows[row - firstRow]
    if (cells) cells[column] = cell
  }
  const data = [
    [{ value: '2026 年执业律师名册（示例）' }],
    [{ value: '填报单位：示例司法局' }],
    headers.map((value) => ({ value })),
    ...rows.map((cells) =>
      cells.map((value) =>
        value instanceof Date ? { value, format: 'yyyy-mm-dd' } : value === '' ? null : { value },
      ),
    ),
  ]
  return writeXlsxFile(data, { sheet: '名册' }).toBuffer()
}

let office: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let lake: AskedLake

const drafts = () => lake.query<number>('count(*[_type == "lawyer" && licenceNumber match "示例-5*"])')
const everything = () => lake.query<number>('count(*[_type == "lawyer"])')
const button = (name: string | RegExp) => page.getByRole('button', { name })
/** Names of programs, of kinds of files, and of what screens are made of. */
const english = () => englishOn(page, ['Excel', 'LED', 'WPS', 'csv', 'xls', 'xlsx'])
const choose = (name: string, buffer: Buffer) =>
  page.getByLabel('表格文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
const countOf = async (state: string) =>
  Number(/\d+/.exec(await page.getByTestId(`count-${state}`).innerText())?.[0])

beforeAll(async () => {
  office = await launchBrowser()
  context = await office.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  ledger = keepLedger(context, origin)
  page = await context.newPage()
  lake = lakeOf(context, origin)
  await signIn(page, origin)
})
afterAll(async () => {
  await office.close()
})

test('an old file is refused with what to do; the right one has its columns recognised below the titles', async () => {
  await page.getByRole('link', { name: '表格导入' }).click()
  await button(/^律师/).click()
  await choose('名册.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  await page.getByRole('alert').getByText('另存为').waitFor()
  expect(await english()).toEqual([])
  await choose('律师名册.xlsx', await workbook())
  await page.getByText('每一项在表里是哪一列').waitFor()
  await page.getByText('表头在第 3 行').waitFor()
  expect(await page.getByLabel('姓名（必填）').locator('option:checked').innerText()).toBe('律师姓名')
  await page.getByText('没有用到，不会导入：序号').waitFor()
  expect(await english()).toEqual([])
})

test('twenty faulty rows are told with row and remedy, and nothing is written yet', async () => {
  const before = await everything()
  await button('检查一遍（不写入）').click()
  await page.getByText('一共 500 行，还没有写入').waitFor()
  expect([await countOf('wrong'), await countOf('made')]).toEqual([20, 480])
  const told = await page.getByTestId('row-wrong').allInnerTexts()
  expect(told).toHaveLength(faults.length)
  for (const [row, , , said] of faults) {
    const line = told.find((text) => text.startsWith(`第 ${row} 行`))
    expect(line, `row ${row}`).toContain(said)
  }
  expect(await english()).toEqual([])
  const [taken] = await Promise.all([page.waitForEvent('download'), button('下载有误的 20 行').click()])
  expect(taken.suggestedFilename()).toBe('律师名册-有误的行.xlsx')
  expect(await everything()).toBe(before)
})

test('the other 480 come in as drafts, none of them public', async () => {
  await button('导入 480 行…').click()
  await page.getByRole('dialog').getByText('审核发布以后群众才看得到').waitFor()
  await button('开始导入').click()
  await page.getByText('已写入 480 条').waitFor()
  expect(await drafts()).toBe(480)
  const open = `/v2025-02-19/data/query/production?query=${encodeURIComponent('count(*[licenceNumber match "示例-5*"])')}`
  expect((await (await fetch(origin + open)).json()) as object).toMatchObject({ result: 0 })
  const one = await lake.query<object>('*[licenceNumber == "示例-50002"][0]')
  expect(one).toMatchObject({
    name: '示丙秋',
    category: 'lawyer',
    officePhone: '0318-0000201',
    checkedOn: '2026-11-05',
  })
})

test('undoing the import leaves nothing of it', async () => {
  await button('看以往的导入，或撤销').click()
  await page.getByTestId('import-done').getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByTestId('import-undone').getByText('■ 已撤销').waitFor()
  expect(await drafts()).toBe(0)
  expect(await english()).toEqual([])
})

test('nothing left the origin, no page reported an error, and the lake knew every endpoint', async () => {
  ledger.forgive(/WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
  expect(await unknownEndpoints(context, origin)).toEqual([])
})
