/**
 * @file Amounts of money: read from what was typed, written in figures and in capitals.
 *
 * Pure. An amount is a whole number of fen, at most 9999 亿 yuan and 99 fen, which a double holds exactly;
 * no fraction is ever computed. Capitals follow the banks' rules: 整 after 元 and after 角, never after 分;
 * 零 once for every inner run of zeros, also between 元 and 分, and nowhere else.
 */
const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['仟', '佰', '拾', '']
const groups = ['亿', '万', '']

/** 9999 9999 9999.99 yuan. */
export const fenMax = 99_999_999_999_999

const asciiOf = (text: string): string =>
  text.replace(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/**
 * Reads `12300`, `１２，３００.5`, `￥12,300.50 元`, `1.23万`.
 * @returns whole fen; null when the text is no amount, is finer than a fen or beyond 9999 亿
 */
export function readMoney(text: string): number | null {
  const plain = asciiOf(text).replace(/[\s,￥¥]/g, '')
  const match = /^(\d{1,12})(?:\.(\d*))?(万)?元?整?$/.exec(plain)
  if (!match) return null
  const [, whole = '', decimals = '', tenThousand] = match
  const scale = tenThousand === undefined ? 2 : 6
  if (decimals.length > scale) return null
  const fen = Number(whole + decimals.padEnd(scale, '0'))
  return fen <= fenMax ? fen : null
}

/** `1230050` → 12,300.50 */
export function figures(fen: number): string {
  const text = String(fen).padStart(3, '0')
  const yuan = text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan}.${text.slice(-2)}`
}

/** Four digits, without the zero before them. */
function group(four: string): string {
  let words = ''
  let zero = false
  for (let place = 0; place < 4; place += 1) {
    const digit = Number(four[place])
    if (digit === 0) {
      zero = words !== ''
      continue
    }
    words += (zero ? '零' : '') + (digits[digit] ?? '') + (places[place] ?? '')
    zero = false
  }
  return words
}

function wholeYuan(yuan: string): string {
  const twelve = yuan.padStart(12, '0')
  let words = ''
  let skipped = false
  groups.forEach((unit, index) => {
    const four = twelve.slice(index * 4, index * 4 + 4)
    const here = group(four)
    if (here === '') {
      skipped = words !== ''
      return
    }
    const gap = words !== '' && (skipped || four.startsWith('0'))
    words += (gap ? '零' : '') + here + unit
    skipped = false
  })
  return words
}

/**
 * `1230000` → 壹万贰仟叁佰元整
 * @param fen a whole number from 0 to `fenMax`
 */
export function capitals(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen > fenMax) throw new RangeError(`no amount: ${fen}`)
  const text = String(fen).padStart(3, '0')
  const yuan = wholeYuan(text.slice(0, -2))
  const jiao = Number(text.slice(-2, -1))
  const cents = Number(text.slice(-1))
  if (jiao === 0 && cents === 0) return yuan === '' ? '零元整' : `${yuan}元整`
  const head = yuan === '' ? '' : `${yuan}元`
  const tenths = jiao === 0 ? (head === '' ? '' : '零') : `${digits[jiao]}角`
  return head + tenths + (cents === 0 ? '整' : `${digits[cents]}分`)
}
