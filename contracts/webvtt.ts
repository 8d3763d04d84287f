/**
 * @file Reads a WebVTT file strictly into the captions of a film. Pure.
 *
 * A browser passes over what it cannot read; here the whole file is refused with the line and the reason,
 * since a sentence that goes missing is noticed by nobody. What says nothing on a screen (notes, styles,
 * regions, settings of place) is left aside. Captions come out in order and never overlap: where two cues
 * stand at once, both are one caption for that time. Bytes, cues, words and cues at once are bounded.
 */
import { cueText } from './cue-text.ts'
import type { VideoCaption } from './schedule/items.ts'

export const webVttBytesMax = 1024 * 1024
export const webVttCuesMax = 5_000
/** Of all captions together: they travel in manifests. An hour of talk has some 20,000. */
export const webVttCharactersMax = 100_000
const cuesAtOnceMax = 3
const problemsMax = 5

export type WebVtt = { cues: readonly VideoCaption[] } | { problems: readonly string[] }

interface Block {
  /** Of its first line, from 1. */
  line: number
  lines: readonly string[]
}

const time = String.raw`(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const timing = new RegExp(String.raw`^${time}[ \t]*-->[ \t]*${time}(?:[ \t].*)?$`, 'u')
const arrow = '-->'
/** A cue may bear such a name, but what has a time is no remark. */
const asideStart = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/u

function decoded(bytes: Uint8Array): string | null {
  try {
    // A mark of the byte order is taken off by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Thrown for nothing else.
    return null
  }
}

/** Parted by blank lines. */
function blocksOf(text: string): Block[] {
  const blocks: { line: number; lines: string[] }[] = []
  let open = false
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    if (line === '') open = false
    else if (open) blocks.at(-1)?.lines.push(line)
    else {
      blocks.push({ line: index + 1, lines: [line] })
      open = true
    }
  }
  return blocks
}

const isAside = ({ lines }: Block): boolean =>
  asideStart.test(lines[0] ?? '') && !lines.some((line) => line.includes(arrow))

function secondsOf([hours = '0', minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  const whole = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return (whole * 1_000 + Number(thousandths)) / 1_000
}

/** @returns `null` where the cue says nothing */
function cueOf({ line, lines }: Block): VideoCaption | string | null {
  const at = lines.findIndex((each) => each.includes(arrow))
  if (at === -1) return `第 ${line} 行起的一段没有时间，请补上，或在前面写 NOTE 表示备注`
  const where = `第 ${line + at} 行`
  const found = at > 1 ? null : timing.exec(lines[at] ?? '')
  if (!found) return `${where}的时间看不懂，要写成 00:01:02.500 --> 00:01:05.000`
  const [from, to] = [secondsOf(found.slice(1, 5)), secondsOf(found.slice(5, 9))]
  if (to <= from) return `${where}的结束时间不晚于开始时间`
  const words = lines.slice(at + 1)
  if (words.some((each) => each.includes(arrow))) return `${where}的字幕里又有一个 -->，两条字幕之间要空一行`
  const read = cueText(words)
  if ('problem' in read) return `${where}的字幕${read.problem}`
  return read.text === '' ? null : { from, to, text: read.text }
}

/** Each instant has one caption: that of all cues that stand then. `null`: too many stand at once. */
function apart(cues: readonly VideoCaption[]): VideoCaption[] | null {
  const edges = [...new Set(cues.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const captions: VideoCaption[] = []
  let next = 0
  let standing: VideoCaption[] = []
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    standing = standing.filter((cue) => cue.to > from)
    for (let cue = cues[next]; cue && cue.from <= from; cue = cues[++next]) standing.push(cue)
    if (standing.length > cuesAtOnceMax) return null
    if (to === undefined || standing.length === 0) continue
    const text = [...new Set(standing.map((cue) => cue.text))].join('　')
    const last = captions.at(-1)
    if (last?.to === from && last.text === text) last.to = to
    else captions.push({ from, to, text })
  }
  return captions
}

function headProblem(first: Block | undefined, text: string): string | null {
  if (first && /^WEBVTT(?:[ \t]|$)/u.test(first.lines[0] ?? '') && first.line === 1)
    return first.lines.some((line) => line.includes(arrow)) ? '第 1 行 WEBVTT 之后要空一行' : null
  return /^\d{1,6}[ \t]*\r?\n\d\d:\d\d:\d\d,\d{3}/u.test(text.trimStart())
    ? '这是 SRT 字幕，请用字幕软件另存为 WebVTT（.vtt）'
    : '不是 WebVTT 字幕：第一行要是 WEBVTT'
}

/** @returns the captions in order, or what is wrong in Chinese, the first faults with their lines */
export function readWebVtt(bytes: Uint8Array): WebVtt {
  const refused = (...problems: readonly string[]): WebVtt => ({ problems })
  if (bytes.length > webVttBytesMax) return refused('文件超过 1 MB，不像是字幕')
  const text = decoded(bytes)
  if (text === null) return refused('文字编码不是 UTF-8，请另存为 UTF-8 编码')
  const [first, ...blocks] = blocksOf(text)
  const head = headProblem(first, text)
  if (head) return refused(head)
  const cues: VideoCaption[] = []
  const problems: string[] = []
  let characters = 0
  let before = 0
  for (const block of blocks.filter((each) => !isAside(each))) {
    const cue = cueOf(block)
    if (problems.length >= problemsMax) break
    if (typeof cue === 'string') problems.push(cue)
    else if (cue && cue.from < before)
      problems.push(`第 ${block.line} 行起的一条比它前面的开始得早，请按时间先后排列`)
    else if (cue) {
      before = cue.from
      characters += cue.text.length
      cues.push(cue)
    }
    if (cues.length > webVttCuesMax) return refused(`字幕超过 ${webVttCuesMax} 条，请把影片剪成几段`)
  }
  if (problems.length > 0) return refused(...problems)
  if (cues.length === 0) return refused('里面没有一条字幕')
  if (characters > webVttCharactersMax)
    return refused(`字幕超过 ${webVttCharactersMax} 个字，请把影片剪成几段`)
  const captions = apart(cues)
  return captions ? { cues: captions } : refused(`同一时刻有 ${cuesAtOnceMax} 条以上的字幕，屏幕上放不下`)
}
