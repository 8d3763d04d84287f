/**
 * @file Parts a Chinese sentence into lines of even length, and finds the largest size that fits a box. Pure.
 *
 * Kinsoku: no line begins with a closing mark or ends with an opening one, numbers and Latin words stay
 * whole. A line break in the text is kept. What does not fit at the smallest size is cut and ends in ……,
 * so nothing ever leaves its box.
 */

/** Width of a character in ems. */
export type Measure = (character: string) => number

export interface Fitted {
  lines: readonly string[]
  size: number
}

export interface Room {
  width: number
  height: number
  sizeMax: number
  sizeMin: number
  linesMax: number
  /** Distance of lines, in sizes. */
  leading: number
}

const closing = '，。、；：？！）》〉」』】〕”’…—·％%,.;:?!)]}'
const opening = '（《〈「『【〔“‘([{'
const pauses = '，。；：？！、 　'
/** What belongs to the word before it, though dictionaries part them. */
const leaning = '的了着过地得吗呢吧啊们所局院厅部站会村县市区镇乡'

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Places in the text, counted in UTF-16 units, at which a word ends. */
function wordEnds(text: string): ReadonlySet<number> {
  return new Set([...segmenter.segment(text)].map(({ index, segment }) => index + segment.length))
}

/** Pieces that no line break may part. */
export function pieces(text: string): string[] {
  const found: string[] = []
  let joinNext = false
  for (const character of text) {
    const last = found.at(-1)
    const isWord = /[\dA-Za-z./:-]/.test(character)
    const joins = last !== undefined && (joinNext || closing.includes(character) || character.trim() === '')
    const continues = last !== undefined && isWord && /[\dA-Za-z./:-]$/.test(last)
    if (joins || continues) found[found.length - 1] = last + character
    else found.push(character)
    joinNext = opening.includes(character)
  }
  return found
}

const widthOf = (text: string, measure: Measure): number =>
  [...text.trim()].reduce((sum, character) => sum + measure(character), 0)

interface Broken {
  lines: readonly string[]
  /** Breaks where nobody would draw breath, those inside a word counted heavier. */
  harm: number
}

/** How bad a break is: none at a pause, some after a word, much inside one. */
const harmOf = { pause: 0, word: 0.12, torn: 0.36 } as const

/** Lines no wider than `width` ems, as few as can be, of even length. @returns null when a piece is wider */
export function breakLines(text: string, width: number, measure: Measure): Broken | null {
  const lines: string[] = []
  let harm = 0
  for (const paragraph of text.split('\n').filter((part) => part.trim() !== '')) {
    const own = breakParagraph(pieces(paragraph), width, measure)
    if (!own) return null
    lines.push(...own.lines)
    harm += own.harm
  }
  return { lines, harm }
}

function breakParagraph(parts: readonly string[], width: number, measure: Measure): Broken | null {
  const spans = parts.map((part) => [...part].reduce((sum, character) => sum + measure(character), 0))
  if (spans.some((span) => span > width)) return null
  const total = spans.reduce((sum, span) => sum + span, 0)
  let fewest = 1
  for (let room = width, i = 0; i < spans.length; i += 1) {
    const span = spans[i] ?? 0
    if (span > room) {
      fewest += 1
      room = width
    }
    room -= span
  }
  const ideal = total / fewest
  const ends = wordEnds(parts.join(''))
  let place = 0
  const harms = parts.map((part, index) => {
    place += part.length
    if (leaning.includes(parts[index + 1]?.[0] ?? ' ')) return harmOf.torn
    if (pauses.includes(part.at(-1) ?? '')) return harmOf.pause
    return ends.has(place) ? harmOf.word : harmOf.torn
  })
  // A break at a pause is worth lines that differ by some characters.
  const weight = ideal * 12
  // best[i]: the least unevenness of the parts from i on; lines stay as few as greedy filling makes them.
  const best: { cost: number; next: number; count: number }[] = []
  best[parts.length] = { cost: 0, next: parts.length, count: 0 }
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    let chosen = { cost: Number.POSITIVE_INFINITY, next: parts.length, count: 0 }
    let span = 0
    for (let to = from; to < parts.length; to += 1) {
      span += spans[to] ?? 0
      if (span > width) break
      const after = best[to + 1]
      if (!after) break
      const isLast = to === parts.length - 1
      const uneven = (span - ideal) ** 2 * (isLast && span < ideal ? 0.6 : 1)
      const extraLine = from === 0 && after.count + 1 > fewest ? 1e6 : 0
      const cost = uneven + (isLast ? 0 : (harms[to] ?? 0) * weight) + after.cost + extraLine
      if (cost < chosen.cost) chosen = { cost, next: to + 1, count: after.count + 1 }
    }
    best[from] = chosen
  }
  const lines: string[] = []
  let harm = 0
  for (let at = 0; at < parts.length;) {
    const next = best[at]?.next ?? parts.length
    lines.push(parts.slice(at, next).join('').trim())
    if (next < parts.length) harm += harms[next - 1] ?? 0
    at = next
  }
  return { lines, harm }
}

/** Below this share of the largest size no better break is worth it. */
const shrinkMax = 0.74

/** The text as large as its room allows, somewhat smaller where the lines then break by meaning. */
export function fitText(text: string, room: Room, measure: Measure): Fitted {
  const linesAt = (size: number) =>
    Math.max(1, Math.min(room.linesMax, Math.floor((room.height / size - 1) / room.leading + 1)))
  let largest = 0
  let chosen: (Fitted & { score: number }) | null = null
  for (let size = room.sizeMax; size >= Math.max(room.sizeMin, largest * shrinkMax); size -= 1) {
    const broken = breakLines(text, room.width / size, measure)
    if (!broken || broken.lines.length > linesAt(size)) continue
    largest ||= size
    const score = size / largest - broken.harm
    if (chosen === null || score > chosen.score) chosen = { lines: broken.lines, size, score }
  }
  if (chosen) return { lines: chosen.lines, size: chosen.size }
  return { lines: cut(text, room, linesAt(room.sizeMin), measure), size: room.sizeMin }
}

/** As much as the lines hold, broken anywhere. */
function cut(text: string, room: Room, count: number, measure: Measure): string[] {
  const width = room.width / room.sizeMin
  const ending = '……'
  const lines = ['']
  for (const character of text.replaceAll('\n', '').trim()) {
    const line = lines.at(-1) ?? ''
    const spare = lines.length === count ? widthOf(ending, measure) : 0
    if (widthOf(line + character, measure) + spare <= width) lines[lines.length - 1] = line + character
    else if (lines.length < count) lines.push(character)
    else {
      lines[lines.length - 1] = line.replace(/[，。、；：]$/, '') + ending
      break
    }
  }
  return lines
}
