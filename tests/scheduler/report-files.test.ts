/** @file Reports as files: opened by a spreadsheet as they were meant, whatever stands in a title. */
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../scheduler/reports/csv.ts'
import type { Report } from '../../contracts/reports.ts'
import { faultTable, reportTable, type Cell } from '../../scheduler/reports/table.ts'
import { xlsxOf } from '../../scheduler/reports/xlsx.ts'

const line = { plays: 2, seconds: 3_600.5, educationHours: 1 }
const report: Report = {
  by: 'item',
  from: null,
  to: null,
  rows: [{ key: 'slogan-1', title: '法律，"面前"\n人人平等', ...line }],
  total: line,
  rowsLeftOut: 3,
  faults: [
    {
      screen: 'screen-1',
      title: '东广场',
      kind: 'gap',
      sequence: 7,
      missing: 2,
      pairing: 1,
      day: '2026-03-02',
      from: 0,
      foundAt: 0,
    },
  ],
  faultsLeftOut: 0,
}

describe('CSV', () => {
  test('has a byte order mark, Chinese headers, quoted texts, the total and the faults', () => {
    expect(csvOf([reportTable(report), faultTable(report)])).toBe(
      '\uFEFF' +
        [
          '编号,内容,播放次数,播放秒数,普法小时数',
          'slogan-1,"法律，""面前""\n人人平等",2,3600.5,1',
          ',合计,2,3600.5,1',
          ',另有 3 行没有列出，合计里已包括,,,',
          '',
          '屏幕编号,屏幕,日期,问题,记录编号,缺少的条数',
          'screen-1,东广场,2026-03-02,编号中断,7,2',
          '',
        ].join('\r\n'),
    )
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', ' =1', '\t=1', '\r=1', '=HYPERLINK("http://evil.test")'])(
    'a title %j is read as a text and computes nothing',
    (title) => {
      const [, cell] = /^\uFEFF("(?:[^"]|"")*"|[^,]*),/.exec(csvOf([[[title, 1]]])) ?? []
      expect(cell).toMatch(/^"'/)
    },
  )

  test('a number that is negative stays a number', () => {
    expect(csvOf([[[-1]]])).toBe('\uFEFF-1\r\n')
  })
})

/** The files of a ZIP archive by name, read by its central directory. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const name = archive.toString('utf8', at + 46, at + 46 + (nameBytes ?? 0))
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    files.set(name, (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (noteBytes ?? 0)
  }
  return files
}

/** Without the empty cells at the end of a row. */
const trimmed = (rows: Cell[][]) =>
  rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (xml: string) =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name] ?? '')

/** The rows of a sheet, texts by the table of shared ones. */
function sheetRows(files: Map<string, string>, name: string): (string | number)[][] {
  const shared = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs),
  ].map(([, text]) => plain(text ?? ''))
  return [...(files.get(name) ?? '').matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells = new Map<number, string | number>()
    for (const [, attributes = '', content = ''] of (row ?? '').matchAll(
      /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const column = (/r="([A-Z])\d+"/.exec(attributes)?.[1] ?? '').charCodeAt(0) - 65
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? ''
      cells.set(column, /t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : Number(value))
    }
    // An empty cell is left out of the file.
    return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => cells.get(column) ?? '')
  })
}

describe('a workbook', () => {
  test('opened again has the same cells, numbers as numbers, on two named sheets', async () => {
    const files = unzip(
      await xlsxOf([
        { name: '播放统计', rows: reportTable(report) },
        { name: '记录问题', rows: faultTable(report) },
      ]),
    )
    const workbook = files.get('xl/workbook.xml') ?? ''
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      '播放统计',
      '记录问题',
    ])
    expect(sheetRows(files, 'xl/worksheets/sheet1.xml')).toEqual(trimmed(reportTable(report)))
    expect(sheetRows(files, 'xl/worksheets/sheet2.xml')).toEqual(trimmed(faultTable(report)))
  })

  test('takes any title as a text: formulas do not compute, and no letter breaks the file', async () => {
    const titles = ['=1+1', '<&>"\'', '换\n行', '\u0000\u001b空\uFFFE', '😀', '半\uD800']
    const files = unzip(await xlsxOf([{ name: '表', rows: titles.map((title) => [title]) }]))
    expect(sheetRows(files, 'xl/worksheets/sheet1.xml').flat()).toEqual([
      '=1+1',
      '<&>"\'',
      '换\n行',
      '空',
      '😀',
      '半',
    ])
    expect([...files.values()].join('')).not.toMatch(/<f>/)
  })
})
