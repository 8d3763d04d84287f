/**
 * @file Reads from a sentence for people what is to be done: the act of a step is its words. Pure.
 *
 * `按“甲”` press · `在“甲”那里按“乙”` press within · `按小窗里的“甲”` press within a dialog ·
 * `在“甲”里写“乙”` fill · `在“甲”里选“乙”` choose · `勾选“甲”` tick · `再写“甲”` type where the cursor is. Other words between them are for the reader.
 */
import { quoted } from './shape.ts'

export type Deed =
  | { kind: 'press'; words: string; within?: string }
  | { kind: 'fill'; field: string; words: string }
  | { kind: 'choose'; field: string; words: string }
  | { kind: 'tick'; words: string }
  | { kind: 'type'; words: string }

/** What our sentences call a dialog; as a place, whichever is open. */
export const dialogWords = '小窗'

/** Words for the reader alone: without quotes, and within the sentence. */
const plain = '[^“”，。；]*?'
const words = '“((?:[^“”]|“[^“”]*”)+)”'
const pattern = new RegExp(
  [
    `在${words}${plain}(?<verb>写|填|选|按)上?${plain}${words}`,
    `(?<press>按)(${dialogWords}里的)?${plain}${words}`,
    `(?<tick>勾选|选中)${plain}${words}`,
    `(?<type>写)上?${plain}${words}`,
  ].join('|'),
  'gu',
)

function deedOf(match: RegExpMatchArray): Deed {
  const [, where = '', , within = '', , dialog, press = '', , tick = '', , typed = ''] = match
  const { verb, press: isPress, tick: isTick } = match.groups ?? {}
  if (verb === '写' || verb === '填') return { kind: 'fill', field: where, words: within }
  if (verb === '选') return { kind: 'choose', field: where, words: within }
  if (verb === '按') return { kind: 'press', words: within, within: where }
  if (isPress) return { kind: 'press', words: press, ...(dialog ? { within: dialogWords } : {}) }
  return isTick ? { kind: 'tick', words: tick } : { kind: 'type', words: typed }
}

/**
 * @param say a sentence such as `在“名称”里写“甲”，按“建成草稿”。`
 * @throws Error where words stand in quotes that no deed uses, or where there is nothing to do
 */
export function deedsOf(say: string): Deed[] {
  const deeds = [...say.matchAll(pattern)].map(deedOf)
  const used = deeds.flatMap((deed) => [
    ...('field' in deed ? [deed.field] : []),
    ...('within' in deed && deed.within ? [deed.within] : []),
    deed.words,
  ])
  const idle = quoted(say).filter((each) => !used.includes(each))
  if (idle.length > 0) throw new Error(`Nothing is done with “${idle.join('”“')}” in: ${say}`)
  if (deeds.length === 0) throw new Error(`There is nothing to do in: ${say}`)
  return deeds
}
