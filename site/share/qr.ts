/** @file A QR code as the outline of its dark squares. Pure. */
import { encode } from 'uqr'

export interface QrOutline {
  /** Squares on a side, without the quiet zone. */
  size: number
  /** An SVG path in units of one square. */
  path: string
}

/** Squares of white that readers need around a code (ISO/IEC 18004 §5.3.8). */
export const quietZone = 4

/**
 * @param ecc 'M' stands a scratch, 'Q' a sign that weathers
 * @throws when the text is longer than a QR code can hold (about 1,600 bytes)
 */
export function qrOutline(text: string, ecc: 'M' | 'Q' = 'M'): QrOutline {
  const { data, size } = encode(text, { ecc, border: 0 })
  let path = ''
  data.forEach((row, y) => {
    let x = 0
    while (x < size) {
      let end = x
      while (end < size && row[end]) end += 1
      if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`
      x = Math.max(end, x + 1)
    }
  })
  return { size, path }
}
