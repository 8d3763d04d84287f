/**
 * @file Short codes for signs and posters: seven characters that follow from a document's id. Pure.
 *
 * The same id always gives the same code, on every machine, so a code that was printed survives a lost
 * database. Characters that look alike (0 O, 1 I L, U V) are left out, since people type codes from a wall.
 * Two ids may share a code (about one in 30 million pairs): who keeps the codes then asks for a longer one.
 */

/** Without characters that look alike: for codes that people copy from a wall or a note. */
export const copiedAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'
export const codeLength = 7
const codeLengthMax = 12

/** FNV-1a over UTF-16 units, 64 bits: spreads ids that differ in one character over the whole range. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index += 1) {
    value ^= BigInt(text.charCodeAt(index))
    value = BigInt.asUintN(64, value * 0x100000001b3n)
  }
  // The last character would otherwise move the low bits only.
  value ^= value >> 32n
  value = BigInt.asUintN(64, value * 0xd6e8feb86659fd93n)
  return value ^ (value >> 32n)
}

/** @param length 7–12 characters */
export function shortCode(documentId: string, length = codeLength): string {
  const base = BigInt(copiedAlphabet.length)
  let rest = hash(documentId)
  let code = ''
  while (code.length < Math.min(length, codeLengthMax)) {
    code += copiedAlphabet[Number(rest % base)] ?? ''
    rest /= base
  }
  return code
}

/** What somebody typed, as a code: case, width and blanks forgiven. @returns null when it is none */
export function readCode(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  const isCode = plain.length >= codeLength && plain.length <= codeLengthMax
  return isCode && [...plain].every((character) => copiedAlphabet.includes(character)) ? plain : null
}
