/** @file QR codes as rows of modules, drawn by the player without an encoder. Pure. */
import { encode } from 'uqr'
import type { QrCode } from '../../contracts/schedule/index.ts'

/** Medium correction and a border of one module; the player adds the rest of the quiet zone. */
export function qrCode(url: string): QrCode {
  const { data } = encode(url, { ecc: 'M', border: 1 })
  return { url, rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) }
}
