/** @file Reads a `Range` header (RFC 9110 §14). Pure. */
export interface ByteRange {
  /** Both inclusive. */
  first: number
  last: number
}

/** More than these are asked by no player; the whole is sent then. */
const RANGES_MAX = 8

/**
 * @returns the ranges asked for, in the order asked; null where the whole is sent: no range, a malformed
 *          one, too many of them, or some that overlap. `unsatisfiable`: every one begins behind the end.
 */
export function parseByteRanges(
  header: string | undefined,
  size: number,
): readonly ByteRange[] | 'unsatisfiable' | null {
  const [, list] = /^bytes\s*=(.*)$/i.exec(header?.trim() ?? '') ?? []
  if (list === undefined) return null
  const asked = list.split(',')
  if (asked.length > RANGES_MAX) return null
  const ranges: ByteRange[] = []
  for (const text of asked) {
    const range = parseOne(text.trim(), size)
    if (range === null) return null
    if (range !== 'unsatisfiable') ranges.push(range)
  }
  if (ranges.length === 0) return 'unsatisfiable'
  return overlap(ranges) ? null : ranges
}

function parseOne(text: string, size: number): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^(\d{0,15})-(\d{0,15})$/.exec(text) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'unsatisfiable' : { first, last }
}

/** Ranges that overlap would have one file sent many times over. */
function overlap(ranges: readonly ByteRange[]): boolean {
  const ordered = ranges.toSorted((a, b) => a.first - b.first)
  return ordered.some(({ first }, at) => first <= (ordered[at - 1]?.last ?? -1))
}
