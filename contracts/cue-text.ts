/**
 * @file The words of one WebVTT cue, without their markup. Pure.
 *
 * WebVTT knows a few tags and a few named characters; those are taken out or put in. Anything else that
 * looks like markup is refused rather than shown or dropped: what stands in a caption is read by a square.
 */

/** A caption that is longer cannot be read in its time. */
export const cueCharactersMax = 200

const tag =
  /<\/?(?:c|i|b|u|v|lang|ruby|rt)(?:\.[^\s<>&.]+)*(?:[ \t][^<>]*)?>|<(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}>/gu
/** What is said above a character to help its reading would be read as text of its own. */
const reading = /<rt(?:\.[^\s<>&.]+)*(?:[ \t][^<>]*)?>[^<]*(?:<\/rt>)?/gu
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
}
/** Characters that are not seen, or that turn the order of others around. */
const unseen =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]/u
const latinEnd = /[!-~]$/u
const latinStart = /^[!-~]/u

/** Lines of one cue follow each other as they are read; between Chinese ones stands a Chinese blank. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.replaceAll(/[ \t]+/gu, ' ').trim())
    .filter(Boolean)
    .reduce((text, line) => {
      if (text === '') return line
      return `${text}${latinEnd.test(text) && latinStart.test(line) ? ' ' : '　'}${line}`
    }, '')
}

/** @returns the words, empty where the cue has none, or what is wrong in Chinese */
export function cueText(lines: readonly string[]): { text: string } | { problem: string } {
  const bare = lines.map((line) => line.replaceAll(reading, '').replaceAll(tag, ''))
  if (bare.some((line) => /[<>]/u.test(line)))
    return { problem: '里面有字幕不该有的尖括号或标签，请删掉；要显示尖括号的，写成 &lt; 和 &gt;' }
  const unknown = bare
    .flatMap((line) => [...line.matchAll(/&(#?\w{1,32});/gu)])
    .find(([, name = '']) => !(name in named))
  if (unknown) return { problem: `里面的 ${unknown[0]} 认不出来，请直接写这个字` }
  const text = joined(
    bare.map((line) => line.replaceAll(/&(\w+);/gu, (_, name: string) => named[name] ?? '')),
  )
  if (unseen.test(text)) return { problem: '里面有看不见的控制字符，请重新打这一句' }
  const count = Array.from(text).length
  return count > cueCharactersMax
    ? { problem: `一条字幕有 ${count} 个字，最多 ${cueCharactersMax} 个，请分成几条` }
    : { text }
}
