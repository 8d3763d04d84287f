import { readFileSync } from 'node:fs'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import readXlsxFile from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import type { Cell, NumberCell } from '../../studio/tools/tables/file/cell.ts'
import { decodeText, readCsv } from '../../studio/tools/tables/file/csv.ts'
import { fileBytesMax, readFile, rowsMax } from '../../studio/tools/tables/file/read.ts'
import { faultyTable, sheetDataOf } from '../../studio/tools/tables/file/write.ts'
import { lawyers } from '../../studio/tools/tables/lists/lawyers.ts'
import { templateOf } from '../../studio/tools/tables/lists/template.ts'

/** As `file/xlsx.ts` does in a browser. */
async function readXlsx(bytes: ArrayBuffer) {
  const sheets = await readXlsxFile<NumberCell>(bytes, { trim: false, parseNumber: (number) => ({ number }) })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][] }))
}

async function xlsx(...sheets: [string, SheetData][]): Promise<Blob> {
  const buffer = await writeXlsxFile(sheets.map(([sheet, data]) => ({ sheet, data }))).toBuffer()
  return new Blob([new Uint8Array(buffer)])
}

const sheetsOf = async (blob: Blob) => {
  const read = await readFile(blob, readXlsx)
  if (!read.ok) throw new Error(read.sentence)
  return read.sheets
}
const refusalOf = async (...parts: BlobPart[]) => {
  const read = await readFile(new Blob(parts), readXlsx)
  return read.ok ? 'taken' : read.sentence
}

/** 姓名,县区 / 张三,桃城区 as Chinese Excel saves it: GBK, no mark. */
const gbk = new Uint8Array([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xcf, 0xd8, 0xc7, 0xf8, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xcc, 0xd2,
  0xb3, 0xc7, 0xc7, 0xf8,
])

test('text is read as UTF-8 with or without a mark, else as what Chinese Excel writes', () => {
  const utf8 = new TextEncoder().encode('姓名,县区')
  expect(decodeText(utf8)).toBe('姓名,县区')
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('姓名,县区')
  expect(decodeText(gbk)).toBe('姓名,县区\r\n张三,桃城区')
})

test('a CSV keeps row numbers: blank lines count, and codes kept as text lose their wrapping', () => {
  const { rows } = readCsv('名册,\r\n\r\n姓名,证号\r\n张三,="131102001001"\r\n"李四\r\n","\'0012"\r\n,\r\n')
  expect(rows).toEqual([
    ['名册', null],
    [null],
    ['姓名', '证号'],
    ['张三', '131102001001'],
    ['李四\r\n', '0012'],
  ])
})

test('a table parted by tabs is read too, for that is what is pasted from Excel', () => {
  expect(readCsv('姓名\t县区\n张三\t桃城区').rows[1]).toEqual(['张三', '桃城区'])
})

test('an .xlsx keeps the rows of Excel, its long numbers and its dates', async () => {
  const day = { value: new Date(Date.UTC(2026, 2, 8)), format: 'yyyy-mm-dd' }
  const blob = await xlsx([
    '名册',
    [
      [null],
      [{ value: '姓名' }, { value: '证号' }, { value: '日期' }],
      [null],
      [{ value: ' 张三' }, { value: 13101201210123456 }, day],
    ],
  ])
  const [sheet] = await sheetsOf(blob)
  expect(sheet?.rows[3]).toEqual([' 张三', { number: '13101201210123456' }, new Date(Date.UTC(2026, 2, 8))])
})

test('of several sheets those with something in them are offered', async () => {
  const sheets = await sheetsOf(
    await xlsx(['说明', [[{ value: '请看下一页' }]]], ['空', [[null]]], ['名册', [[{ value: '姓名' }]]]),
  )
  expect(sheets.map(({ name }) => name)).toEqual(['说明', '名册'])
})

test('each refusal says what the file is and what to do instead', async () => {
  const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const locked = new Uint8Array([
    ...old,
    ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ])
  expect(await refusalOf()).toMatch(/是空的/)
  expect(await refusalOf('\r\n,,\r\n')).toMatch(/一行也没有/)
  expect(await refusalOf(new Uint8Array(old))).toMatch(/\.xls）.*另存为.*\.xlsx/)
  expect(await refusalOf(locked)).toMatch(/打开密码.*清空/)
  expect(await refusalOf(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))).toMatch(/打不开.*另存为/)
  expect(await refusalOf('%PDF-1.7 …')).toMatch(/不是表格/)
  expect(await refusalOf('<html><table>')).toMatch(/不是表格/)
  expect(
    await refusalOf(
      readFileSync(new URL('../../studio/icons/print.tsx', import.meta.url)).subarray(0, 4),
      '\0\0',
    ),
  ).toMatch(/不是表格/)
})

test('what is too long or too big is refused with the bound', async () => {
  expect(await refusalOf('姓名,县区\n'.repeat(rowsMax + 50))).toMatch(/最多导入 10000 行.*拆成几个/)
  expect(await refusalOf(new Uint8Array(fileBytesMax + 1))).toMatch(/超过 5 MB/)
})

test('a template goes out and comes in again with every column recognised', async () => {
  const template = templateOf(lawyers)
  const [sheet] = await sheetsOf(await xlsx([template.sheet, sheetDataOf(template)]))
  const { matchColumns } = await import('../../studio/tools/tables/match.ts')
  const { from } = matchColumns(lawyers, sheet?.rows ?? [], {})
  expect(Object.keys(from).sort()).toEqual(lawyers.columns.map(({ path }) => path).sort())
})

test('faulty rows go out with their own columns, the problem and the row they were', () => {
  const table = faultyTable(
    ['姓名', '证号'],
    [{ row: 7, cells: ['张三', null], sentences: ['请填写执业证号', '请选择县区'] }],
  )
  expect(table.headers).toEqual(['姓名', '证号', '问题', '原来的行号'])
  expect(table.rows).toEqual([['张三', '', '请填写执业证号；请选择县区', '7']])
})
