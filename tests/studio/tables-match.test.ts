import { expect, test } from 'vitest'
import { lawyers } from '../../studio/tools/tables/lists/lawyers.ts'
import { lists } from '../../studio/tools/tables/lists/index.ts'
import {
  findHeader,
  matchColumns,
  missingColumns,
  rematch,
  rememberedFrom,
  unusedHeaders,
} from '../../studio/tools/tables/match.ts'
import { remember, remembered } from '../../studio/tools/tables/remember.ts'

const headers = [
  '序号',
  '姓 名*',
  '性别',
  '律师执业证号',
  '所在律所',
  '县（市、区）',
  '联系电话（座机）',
  '业务专长',
  '人员类别',
  '备注',
]
const titled = [
  ['2026 年执业律师名册'],
  [null, '填报单位：示例司法局'],
  headers,
  ['1', '张三', '男', '示例-1'],
]

test('the line of headers is found below titles and notes', () => {
  expect(findHeader(lawyers, titled)).toBe(2)
})

test('columns are recognised by title and by other names, each column of the file once', () => {
  const { from } = matchColumns(lawyers, titled, {})
  expect(from).toEqual({
    name: 1,
    licenceNumber: 3,
    office: 4,
    county: 5,
    officePhone: 6,
    expertise: 7,
    category: 8,
  })
})

test('what the file lacks and what it has too much is said', () => {
  const matching = matchColumns(lawyers, titled, {})
  expect(missingColumns(lawyers, matching).map(({ title }) => title)).toEqual(['核对日期'])
  expect(missingColumns(lawyers, { ...matching, fills: { checkedOn: '2026-11-5' } })).toEqual([])
  expect(unusedHeaders(matching)).toEqual(['序号', '性别', '备注'])
})

test('a column chosen by hand leaves the one that had it', () => {
  const matching = rematch(matchColumns(lawyers, titled, {}), 'introduction', 7)
  expect(matching.from['introduction']).toBe(7)
  expect('expertise' in matching.from).toBe(false)
  expect('introduction' in rematch(matching, 'introduction', null).from).toBe(false)
})

test('choices of last time hold for a file with the same headers, and give way where a header is gone', () => {
  const store = new Map<string, string>()
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, text: string) => void store.set(key, text),
  }
  const chosen = rematch(rematch(matchColumns(lawyers, titled, {}), 'introduction', 9), 'expertise', null)
  expect(remember(storage, 'lawyers', rememberedFrom(lawyers, chosen))).toBe(true)
  const kept = remembered(storage, 'lawyers')
  const again = matchColumns(lawyers, titled, kept)
  expect(again.from['introduction']).toBe(9)
  expect('expertise' in again.from).toBe(false)
  const other = matchColumns(lawyers, [['姓名', '执业证号', '擅长']], kept)
  expect(other.from).toEqual({ name: 0, licenceNumber: 1 })
})

test('a store that holds nonsense, or refuses, is no fault', () => {
  const broken = {
    getItem: () => '{"a',
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(remembered(broken, 'lawyers')).toEqual({})
  expect(remember(broken, 'lawyers', {})).toBe(false)
})

test.each(lists)(
  '$title: no two columns answer to the same header, or a file would fill the wrong one',
  ({ columns }) => {
    const names = columns.flatMap(({ title, aliases }) => [...new Set([title, ...aliases])])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  },
)
