/**
 * @file Finds numbers that could name or reach a person: telephone, identity card, bank card. Pure.
 *
 * Used on the phone before a text is sent, and on the server before it is kept. It errs on the safe side:
 * seven figures in a row are taken for a telephone number, however they are written (full width, Chinese
 * numerals, blanks or dashes between).
 */

const chineseFigures = '零一二三四五六七八九'
const others: Readonly<Record<string, string>> = { 〇: '0', 幺: '1', 两: '2', 壹: '1', 贰: '2', 叁: '3' }

/** Figures in a row that no date, article or amount of everyday needs. */
const figuresInRow = /\d{7,}/
const mobile = /1[3-9]\d{9}/
const landline = /0\d{2,3}\d{7,8}/
const identity = /\d{17}[\dx]/i

export function holdsPersonalNumber(text: string): boolean {
  const plain = [...text.normalize('NFKC')].map(asFigure).join('')
  if (figuresInRow.test(plain)) return true
  // Dashes and blanks between figures: 138-0013-8000. A date or a span of hours is shorter than a number.
  const joined = plain.replaceAll(/(\d)[\s\-_.·—–]+(?=[\dxX])/g, '$1')
  return mobile.test(joined) || landline.test(joined) || identity.test(joined)
}

function asFigure(character: string): string {
  const index = chineseFigures.indexOf(character)
  return index === -1 ? (others[character] ?? character) : String(index)
}
