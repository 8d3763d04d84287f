/** @file Captions out of .vtt and .srt files, and into .vtt. Pure. */
import { readWebVtt, webVttBytesMax, type WebVtt } from '../../../contracts/webvtt.ts'
import type { Cue } from './marks.ts'

const srtTime = /^(\d{1,2}):(\d{2}):(\d{2})[,.](\d{1,3})\s*-->\s*(\d{1,2}):(\d{2}):(\d{2})[,.](\d{1,3})/u
/** Marks of fonts and places that SRT files carry, and that a screen does not show. */
const srtMarkup = /<\/?font[^>]*>|\{\\[^}]*\}/giu

/** Old Chinese software writes GB 18030. */
function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  return null
}

const moment = ([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): string =>
  `${(hours ?? '0').padStart(2, '0')}:${minutes ?? '00'}:${seconds ?? '00'}.${(thousandths ?? '0').padEnd(3, '0')}`

function fromSrt(text: string): string {
  const lines = text.split(/\r\n|\n|\r/u).map((line) => {
    const found = srtTime.exec(line.trim())
    return found
      ? `${moment(found.slice(1, 5))} --> ${moment(found.slice(5, 9))}`
      : line.replace(srtMarkup, '')
  })
  return `WEBVTT\n\n${lines.join('\n')}`
}

/** @returns the captions in order, or what is wrong in Chinese */
export function readCaptionFile(bytes: Uint8Array): WebVtt {
  if (bytes.length > webVttBytesMax) return { problems: ['文件超过 1 MB，不像是字幕'] }
  const text = decoded(bytes)
  if (text === null) return { problems: ['文字编码认不出来，请用字幕软件另存为 UTF-8 编码'] }
  const plain = text.replace(/^\ufeff/u, '')
  const isSrt =
    !plain.startsWith('WEBVTT') && plain.split(/\r\n|\n|\r/u).some((line) => srtTime.test(line.trim()))
  return readWebVtt(new TextEncoder().encode(isSrt ? fromSrt(plain) : plain))
}

function vttTime(seconds: number): string {
  const whole = Math.round(seconds * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    whole % 60_000,
  ]
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(rest / 1000))}.${String(rest % 1000).padStart(3, '0')}`
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n{2,}/gu, '\n')

/** Those that are finished; the others would make the file unreadable. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.flatMap(({ from, to, text }) =>
    from !== undefined && to !== undefined && to > from && text?.trim()
      ? [`${vttTime(from)} --> ${vttTime(to)}\n${escaped(text.trim())}`]
      : [],
  )
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`
}
