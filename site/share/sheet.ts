/**
 * @file What of an item stands on one sheet of A4: whole sentences, as many as the paper holds. Pure.
 *
 * The papers to bring are never shortened (they are named once and all together, 一次性告知), nor are time
 * limits, which end a right. Steps give way first, down to their titles, then the later sentences of the
 * answer.
 */
import type { ShareItem } from './item.ts'
import { takeWhole, wholeWithin } from './sentences.ts'

export interface Sheet {
  answer: readonly string[]
  steps: readonly { title: string; text: string }[]
  papers: readonly string[]
}

/** Height between the margins, in CSS pixels, less what fonts of other machines may need. */
const roomHeight = 1000
/** Name, rules, hotline, code, date and the distances between the parts. */
const fixedHeight = 380
/** Stands before a time limit. */
export const deadlineMark = '别错过期限　'

/** Height of a text of so many characters a line. */
const tall = (text: string, perLine: number, line: number): number =>
  text === '' ? 0 : Math.ceil([...text].length / perLine) * line

/** How high the sheet will be; goes by the sizes in `share-sheet.css`. */
export function sheetHeight(item: ShareItem, { answer, steps, papers }: Sheet): number {
  const answerHeight = answer.reduce((sum, line) => sum + tall(line, 36, 26) + 8, 16)
  const stepsHeight = steps.reduce((sum, { text }) => sum + Math.max(38, 30 + tall(text, 40, 23)), 0)
  const rows = Array.from({ length: Math.ceil(papers.length / 2) }, (_, i) =>
    Math.max(tall(papers[2 * i] ?? '', 19, 23), tall(papers[2 * i + 1] ?? '', 19, 23)),
  )
  return (
    fixedHeight +
    tall(item.headline, 20, 43) +
    answerHeight +
    stepsHeight +
    rows.reduce((sum, row) => sum + row + 4, 0) +
    item.deadlines.reduce((sum, line) => sum + tall(`${deadlineMark}${line}`, 43, 23) + 11, 0) +
    tall(item.nextContact ?? '', 43, 23)
  )
}

/** Sentences of prose run on; a line that names something stands by itself. */
function paragraphs(lines: readonly string[]): string[] {
  const isProse = (line: string) => /[。！？”]$/.test(line)
  return [...lines.filter((line) => !isProse(line)), lines.filter(isProse).join('')].filter(Boolean)
}

/** The fullest that fits. */
export function sheetOf(item: ShareItem): Sheet {
  const { answer, steps, papers } = item
  const cut = (length: number) => steps.map(({ title, text }) => ({ title, text: wholeWithin(text, length) }))
  const full = paragraphs(answer)
  for (const shown of [steps, cut(80), cut(60), cut(40), cut(0)]) {
    const sheet = { answer: full, steps: shown, papers }
    if (sheetHeight(item, sheet) <= roomHeight) return sheet
  }
  const titles = cut(0)
  const lean = (count: number) => ({ answer: paragraphs(answer.slice(0, count)), steps: titles, papers })
  let tried = 0
  const count = takeWhole(answer, () => {
    tried += 1
    return tried === 1 || sheetHeight(item, lean(tried)) <= roomHeight
  })
  return lean(Math.max(1, count))
}
