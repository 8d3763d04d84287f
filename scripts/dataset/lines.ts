/**
 * @file Reads the documents of an archive, a line each, and finds every fault before anything is written.
 *
 * Pure. A fault names its line and what to do. What depends on chance elsewhere is worked out from the content
 * here, so that the same file gives the same documents however often it is imported: an id where none is
 * given, keys of entries in lists.
 */
import { createHash } from 'node:crypto'
import { marksIn, parseMark } from './asset-refs.ts'
import { isRecord, type ArchivedDocument, type Json } from './json.ts'

export interface LineFault {
  line: number
  message: string
}

export interface ReadLine {
  line: number
  document: ArchivedDocument
}

/** The lake takes no more in one request. */
const LINE_BYTES_MAX = 8 * 1024 * 1024
const ID = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,127}$/

/** @param hasFile whether the archive holds a file of this path */
export function readLine(
  text: string,
  hasFile: (path: string) => boolean,
): { document: ArchivedDocument } | { fault: string } {
  if (Buffer.byteLength(text) > LINE_BYTES_MAX) return { fault: '这份文档太大（超过 8 MB），请拆成几份' }
  const value = parse(text)
  if (!isRecord(value))
    return { fault: '不是一个完整的 JSON 对象。每一行应当是一份文档，检查引号、逗号和括号' }
  const { _id: id, _type: type } = value
  if (typeof type !== 'string' || type === '') return { fault: '缺少 _type（文档类型），补上后再导入' }
  if (id !== undefined && (typeof id !== 'string' || !ID.test(id) || id.includes('..')))
    return {
      fault: `_id 不合规则（只能用字母、数字、_ - .，最长 128 个字符）：${JSON.stringify(id).slice(0, 80)}`,
    }
  for (const mark of marksIn(value)) {
    const named = parseMark(mark)
    if (!named)
      return {
        fault: `图片或文件要放在压缩包里，写成 image@file://./images/文件名；现在写的是 ${JSON.stringify(mark).slice(0, 120)}`,
      }
    if (!hasFile(named.path)) return { fault: `压缩包里没有它要用的文件 ${named.path}，请重新导出一次` }
  }
  const document = withKeys(value, '')
  return { document: { ...document, _id: id ?? `imported-${hash(text).slice(0, 20)}`, _type: type } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const hash = (text: string) => createHash('sha1').update(text).digest('hex')

/** Objects in lists get the `_key` that editing in company needs. */
function withKeys<T extends Json>(value: T, path: string): T {
  if (Array.isArray(value))
    return value.map((entry, at) => {
      const inside = withKeys(entry, `${path}[${at}]`)
      if (!isRecord(inside) || typeof inside['_key'] === 'string') return inside
      return { ...inside, _key: hash(`${path}[${at}]${JSON.stringify(inside)}`).slice(0, 12) }
    }) as Json as T
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withKeys(entry, `${path}.${key}`)]),
  ) as Json as T
}

/** Ids that stand on two lines. */
export function repeatedIds(lines: readonly ReadLine[]): LineFault[] {
  const first = new Map<string, number>()
  return lines.flatMap(({ line, document: { _id: id } }) => {
    const before = first.get(id)
    if (before !== undefined) return [{ line, message: `与第 ${before} 行的 _id 相同（${id}），只留一份` }]
    first.set(id, line)
    return []
  })
}
