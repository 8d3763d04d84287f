/**
 * @file What may be kept of a question that found nothing, so that editors learn which words are missing.
 * Pure.
 *
 * Nothing that could point to a person may pass: no long number in any writing (telephones, identity and
 * card numbers), no name that somebody gives of himself, and only as much as a short question holds.
 */

export const keptLengthMax = 40

const figure = '[\\d零〇一二三四五六七八九幺拾壹贰叁肆伍陆柒捌玖]'
/** Five figures and more, however they are set apart: 0318-2000 000, 一三八 零零零零. */
const longNumber = new RegExp(`${figure}(?:[^\\p{L}\\p{N}]*${figure}){4,}[xX]?`, 'gu')
/** A name ends before the next pause, or after at most three characters where nobody pauses. */
const ownName = /(?:我叫|俺叫|咱叫|名叫|姓名|本人)[^\p{Script=Han}]*\p{Script=Han}{1,3}/gu
const readable = /[\p{Script=Han}]+|[a-z]+|\d+/gu

/** @returns the words between blanks, at most 40 characters; empty when nothing may be kept */
export function keptWords(query: string): string {
  const plain = query
    .slice(0, 10 * keptLengthMax)
    .normalize('NFKC')
    .toLowerCase()
  const harmless = plain.replaceAll(longNumber, ' ').replaceAll(ownName, ' ')
  const words = harmless.match(readable) ?? []
  return [...words.join(' ')].slice(0, keptLengthMax).join('').trim()
}
