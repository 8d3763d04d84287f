/**
 * @file QR codes as rows of modules, drawn by the player without an encoder.
 *
 * Pure but for a bounded cache: encoding is most of what compiling costs, and one code stands on many screens.
 */
import { encode } from 'uqr'
import type { QrCode } from '../../contracts/schedule/index.ts'

const cachedMax = 5_000
const cached = new Map<string, QrCode>()

/** Medium correction and a border of one module; the player adds the rest of the quiet zone. */
export function qrCode(url: string): QrCode {
  const known = cached.get(url)
  if (known) return known
  const { data } = encode(url, { ecc: 'M', border: 1 })
  const code = { url, rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) }
  if (cached.size >= cachedMax) cached.clear()
  cached.set(url, code)
  return code
}
