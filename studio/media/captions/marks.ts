/**
 * @file What is wrong with captions as people read them. Pure.
 *
 * Five characters a second is what a passer-by reads on a screen (the measure of broadcasters is four to
 * five); what stands shorter is not read to its end.
 */
import { tenths } from './clock.ts'

/** As the form holds it, finished or not. */
export interface Cue {
  _key: string
  from?: number
  to?: number
  text?: string
}

export interface Mark {
  kind: 'speed' | 'overlap' | 'gap' | 'time' | 'empty' | 'beyond'
  words: string
  /** It must be put right before the film can go out. */
  holds: boolean
}

export const perSecondMax = 5
const gapSeconds = 3

/** What a reader's eye takes in: each Chinese character and figure, and each Latin word. */
export const readCharacters = (text: string): number =>
  (text.match(/\p{Script=Han}|\d|[A-Za-z]+/gu) ?? []).length

/** Seconds in which a text can be read. */
export const secondsFor = (text: string): number => tenths(readCharacters(text) / perSecondMax + 0.04)

function timeMarks({ from, to }: Cue, before: Cue | undefined): Mark[] {
  const marks: Mark[] = []
  if (from === undefined || to === undefined)
    return [{ kind: 'time', words: '还没有开始或结束的时间', holds: true }]
  if (to <= from) marks.push({ kind: 'time', words: '结束要晚于开始', holds: true })
  if (before?.to === undefined) return marks
  const gap = tenths(Math.abs(from - before.to))
  if (from < before.to - 0.001)
    marks.push({ kind: 'overlap', words: `与上一条重叠 ${gap} 秒，请改开始的时间`, holds: false })
  else if (from - before.to >= gapSeconds)
    marks.push({ kind: 'gap', words: `与上一条隔 ${gap} 秒，这一段有人说话吗？`, holds: false })
  return marks
}

function speedMark({ from, to, text = '' }: Cue): Mark[] {
  if (from === undefined || to === undefined || to <= from) return []
  const speed = readCharacters(text) / (to - from)
  if (speed <= perSecondMax + 0.01) return []
  return [
    {
      kind: 'speed',
      words: `太快，每秒 ${speed.toFixed(1)} 个字，来不及读。请留够 ${secondsFor(text)} 秒，或少写几个字`,
      holds: false,
    },
  ]
}

/**
 * @param seconds of the film, `null` where nobody knows
 * @returns for each caption what is to be said of it
 */
export function marksOf(cues: readonly Cue[], seconds: number | null): Mark[][] {
  return cues.map((cue, index) => {
    const marks = timeMarks(cue, cues[index - 1])
    if (!cue.text?.trim()) marks.push({ kind: 'empty', words: '还没有写字', holds: true })
    if (seconds !== null && (cue.to ?? 0) > seconds + 1)
      marks.push({ kind: 'beyond', words: '超出了片长', holds: false })
    return [...marks, ...speedMark(cue)]
  })
}

/** The caption that stands at a moment. */
export const cueAt = (cues: readonly Cue[], seconds: number): Cue | undefined =>
  cues.find(({ from, to }) => from !== undefined && to !== undefined && from <= seconds && seconds < to)

/** In the order of their beginnings; those without one stay behind the one they stood behind. */
export function inOrder(cues: readonly Cue[]): Cue[] {
  let last = 0
  return cues
    .map((cue, index) => ({ cue, at: (last = cue.from ?? last), index }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ cue }) => cue)
}

/** What is to be said of all, in one line. */
export function summaryOf(cues: readonly Cue[], marks: readonly (readonly Mark[])[]): string {
  const wrong = marks.filter((each) => each.length > 0).length
  const much = `共 ${cues.length} 条`
  return wrong === 0 ? `${much}，没有发现问题。` : `${much}，${wrong} 条有提醒，标在那一条下面。`
}
