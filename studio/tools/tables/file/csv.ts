/**
 * @file Tables with commas. Pure.
 *
 * Chinese Excel writes GBK without saying so; what is no sound UTF-8 is read as gb18030, which holds GBK.
 */
import Papa from 'papaparse'
import type { Cell, Sheet } from './cell.ts'

/** @returns the text, or null where it is of neither encoding (a picture, a program) */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return null
}

/** `="131012"` and `'131012` are how people keep Excel from changing a code. */
function plainField(field: string): Cell {
  const kept = /^="(.*)"$/su.exec(field)?.[1] ?? field.replace(/^'(?=\d)/u, '')
  return kept.trim() === '' ? null : kept
}

/** @param separators the first that parts the first line; null: a single column */
export function readCsv(text: string): Sheet {
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '，', '|'],
    skipEmptyLines: false,
  })
  const rows = data.map((row) => row.map(plainField))
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === null)) rows.pop()
  return { name: '表格', rows }
}
