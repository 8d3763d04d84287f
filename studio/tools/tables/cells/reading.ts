/** @file What reading a cell comes to, and the tidying that every reader begins with. Pure. */
import { cellText, isNumberCell, plainNumber, type Cell } from '../file/cell.ts'

/** A value, or a sentence that says what is wrong and how to mend it. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; sentence: string }

export const right = <Value>(value: Value): Read<Value> => ({ ok: true, value })
export const wrong = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence })

const fullWidth = /[０-９Ａ-Ｚａ-ｚ．]/gu
const fullWidthShift = 0xfee0

/** Digits and letters typed full-width become plain; Chinese punctuation stays. */
export const halfWidth = (text: string): string =>
  text.replace(fullWidth, (one) => String.fromCharCode(one.charCodeAt(0) - fullWidthShift))

const blanks = /[ \t\u00a0\u3000\u200b\ufeff]+/gu

/** Without blanks around it, of whatever kind; inner ones become one plain blank. */
export const trimmed = (text: string): string => text.replace(blanks, ' ').trim()

/** For codes and names, in which no blank means anything. */
export const withoutBlanks = (text: string): string => text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, '')

const failedFormula = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!)/u

/** The tidy text of a cell. */
export function textOf(cell: Cell): Read<string> {
  const text = trimmed(cellText(cell))
  return failedFormula.test(text) ? wrong('这一格的公式算错了。请在 Excel 里改成正确的文字') : right(text)
}

/** Excel keeps fifteen digits of a number; of a longer one the rest is gone. */
const digitsKept = 15

const lostDigits =
  '这个号码被 Excel 当成数字，后几位已经丢了。请把这一列的格式改为“文本”，再照原件重新填写这个号码'

/** A code, a licence number: digits and letters without blanks. */
export function codeOf(cell: Cell): Read<string> {
  if (isNumberCell(cell)) {
    const digits = plainNumber(cell.number)
    if (!/^\d+$/u.test(digits)) return wrong('这里应当是号码，不是小数或负数。请照原件填写')
    return digits.length > digitsKept ? wrong(lostDigits) : right(digits)
  }
  if (cell instanceof Date)
    return wrong('这个号码被 Excel 当成了日期。请把这一列的格式改为“文本”，再重新填写')
  const read = textOf(cell)
  if (!read.ok) return read
  const code = halfWidth(withoutBlanks(read.value))
  return /^\d(?:\.\d+)?[eE]\+\d+$/u.test(code) ? wrong(lostDigits) : right(code)
}
