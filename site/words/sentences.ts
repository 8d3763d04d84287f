/** @file Cuts a page's text into pieces that a voice can read. Pure. */

/** Longer pieces are cut off by some phones' voices after some fifteen seconds. */
const pieceLengthMax = 80

/** @returns pieces in order, none empty, each at most 80 characters, cut at the ends of sentences where there are any */
export function sentences(text: string): string[] {
  const pieces: string[] = []
  for (const sentence of text.replaceAll(/\s+/g, ' ').match(/[^。！？；!?;]+[。！？；!?;]*/g) ?? []) {
    let rest = sentence.trim()
    while (rest.length > pieceLengthMax) {
      const comma = Math.max(
        ...['，', '、', '：', ','].map((mark) => rest.lastIndexOf(mark, pieceLengthMax - 1)),
      )
      const end = comma > 0 ? comma + 1 : pieceLengthMax
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end)
    }
    if (rest !== '') pieces.push(rest)
  }
  return pieces
}
