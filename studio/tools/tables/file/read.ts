/**
 * @file Reads a chosen file into sheets, or says in a sentence why not and what to do.
 *
 * Bounds: 5 MB, 10,000 rows a sheet. What a file is follows from its first bytes, not from its name: people
 * rename files.
 */
import type { Sheet } from './cell.ts'
import { decodeText, readCsv } from './csv.ts'

export const fileBytesMax = 5 * 1024 * 1024
export const rowsMax = 10_000
/** Titles, notes and the line of headers stand above the rows. */
const linesAboveMax = 20

export type ReadFile = { ok: true; sheets: readonly Sheet[] } | { ok: false; sentence: string }

/** Turns the bytes of an .xlsx into sheets; throws what the library throws. */
export type ReadXlsx = (bytes: ArrayBuffer) => Promise<readonly Sheet[]>

const refuse = (sentence: string): ReadFile => ({ ok: false, sentence })

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)

/** The older container: `.xls`, and `.xlsx` behind a password. */
function refusalOfOldContainer(bytes: Uint8Array): string {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  const at = bytes.findIndex((_byte, from) => name.every((byte, offset) => bytes[from + offset] === byte))
  return at >= 0
    ? '这个文件设了打开密码，读不出来。请用 Excel 打开它，点“文件”→“信息”→“保护工作簿”→“用密码进行加密”，把密码清空，保存后再选'
    : '这是旧格式的 Excel 文件（.xls）。请用 Excel 或 WPS 打开它，点“另存为”，类型选“Excel 工作簿（.xlsx）”，再选新存的文件'
}

const notATable =
  '这个文件不是表格。请选 Excel 工作簿（.xlsx）或逗号分隔的表格（.csv）；Word、PDF 里的表请先复制到 Excel 里'

/** What the library says of a cell it cannot read, with the row and column that it names. */
function refusalOfXlsx(error: unknown): string {
  const place = /at row (\d+), col (\d+)/u.exec(error instanceof Error ? error.message : '')
  if (place)
    return `第 ${place[1]} 行第 ${place[2]} 列是一个还没有算出结果的公式。请用 Excel 打开文件，保存一次再选；或者把公式改成文字`
  return '这个 Excel 文件打不开，可能没有下载完整或已经损坏。请用 Excel 或 WPS 打开看看，另存为“Excel 工作簿（.xlsx）”后再选'
}

function bounded(sheets: readonly Sheet[]): ReadFile {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)))
  if (filled.length === 0) return refuse('这个文件是空的，一行也没有。请选有内容的表格')
  const long = filled.find(({ rows }) => rows.length > rowsMax + linesAboveMax)
  if (long)
    return refuse(
      `工作表“${long.name}”有 ${long.rows.length} 行，一次最多导入 ${rowsMax} 行。请拆成几个文件，分几次导入`,
    )
  return { ok: true, sheets: filled }
}

/** @param readXlsx loaded only when such a file comes */
export async function readFile(file: Blob, readXlsx: ReadXlsx): Promise<ReadFile> {
  if (file.size === 0) return refuse('这个文件是空的。请选有内容的表格')
  if (file.size > fileBytesMax)
    return refuse('这个文件超过 5 MB，太大了。请删去图片和用不到的工作表，或拆成几个文件，分几次导入')
  const buffer = await file.arrayBuffer()
  const bytes = new Uint8Array(buffer)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse(refusalOfOldContainer(bytes))
  if (startsWith(bytes, 0x50, 0x4b)) {
    try {
      return bounded(await readXlsx(buffer))
    } catch (error) {
      return refuse(refusalOfXlsx(error))
    }
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse(notATable)
  const text = decodeText(bytes)
  if (text === null || /^\s*[<{]/u.test(text)) return refuse(notATable)
  return bounded([readCsv(text)])
}
