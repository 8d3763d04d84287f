/**
 * @file Chinese characters as outlines, so that no picture depends on a font where it is shown.
 *
 * Outlines are taken once from the Noto CJK faces of the machine that draws (package `fonts-noto-cjk`)
 * and kept for the run. A missing face stops the run with the remedy.
 */
import { Resvg } from '@resvg/resvg-js'
import { hue, n } from './ink.ts'

/** `song` is the solemn face of plaques; `hei` the plain heavy face of screens and captions. */
export type Face = 'song' | 'hei'

const faces: Record<Face, string> = { song: 'Noto Serif CJK SC', hei: 'Noto Sans CJK SC' }

const em = 100
const outlines = new Map<string, string>()
const present = new Set<Face>()

const escaped = (c: string): string => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c)

/** The outlines of characters in a family, in their order; the renderer falls back when it lacks the family. */
function trace(chars: readonly string[], family: string): string[] {
  const rows = chars.map(
    (c, i) =>
      `<text id="c${i}" x="0" y="0" text-anchor="middle" font-family="${family}" ` +
      `font-weight="700" font-size="${em}">${escaped(c)}</text>`,
  )
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${rows.join('')}</svg>`
  const flat = new Resvg(drawing, { font: { loadSystemFonts: true } }).toString()
  const found = chars.map(() => '')
  for (const part of flat.split('<g id="c').slice(1)) {
    const paths = [...part.matchAll(/ d="([^"]+)"/g)].map((m) => m[1] ?? '')
    const index = Number(part.slice(0, part.indexOf('"')))
    found[index] = paths.join(' ').replace(/\d+\.\d{2,}/g, (v) => n(Number(v)))
  }
  return found
}

/** Stops the run when a face is not installed: a fallback would draw other forms of the characters. */
function requireFace(face: Face): void {
  if (present.has(face)) return
  const family = faces[face]
  if (trace(['永'], family)[0] === trace(['永'], 'no such family')[0])
    throw new Error(`The face ${family} is missing. Install the package fonts-noto-cjk and run again.`)
  present.add(face)
}

/** Loads the outlines of every character of `text` not yet known. */
function learn(text: string, face: Face): void {
  const unknown = [...new Set(text)].filter((c) => c.trim() !== '' && !outlines.has(face + c))
  if (unknown.length === 0) return
  requireFace(face)
  for (const [i, d] of trace(unknown, faces[face]).entries()) outlines.set(face + (unknown[i] ?? ''), d)
}

/** How characters are set: face, colour, extra weight in hundredths of an em, and an edge colour behind. */
export interface Lettering {
  readonly face?: Face
  readonly colour?: string
  readonly weight?: number
  readonly edge?: string
  readonly edgeWidth?: number
}

/** One character centred on (x, y) at `size` units an em. */
export function glyph(char: string, x: number, y: number, size: number, look: Lettering = {}): string {
  const { face = 'song', colour = hue.ink, weight = 2.2, edge, edgeWidth = 12 } = look
  learn(char, face)
  const d = outlines.get(face + char)
  if (d === undefined) return ''
  const k = Math.round((size / em) * 10000) / 10000
  const middle = y + size * 0.37
  const at = `transform="translate(${n(x)} ${n(middle)}) scale(${k})" stroke-linejoin="round"`
  const under =
    edge === undefined
      ? ''
      : `<path ${at} d="${d}" fill="${edge}" stroke="${edge}" stroke-width="${edgeWidth}"/>`
  return `${under}<path ${at} d="${d}" fill="${colour}" stroke="${colour}" stroke-width="${weight}"/>`
}

const narrow = (c: string): boolean => /[\x20-\x7e]/.test(c)

const advance = (c: string): number => (narrow(c) ? 0.6 : 1)

/** Width of a row in units at `size`, with `gap` ems between characters. */
export const rowWidth = (text: string, size: number, gap = 0): number =>
  [...text].reduce((sum, c) => sum + (advance(c) + gap) * size, -gap * size)

/** A row of characters centred on (x, y). */
export function row(
  text: string,
  x: number,
  y: number,
  size: number,
  look: Lettering & { gap?: number } = {},
): string {
  const gap = look.gap ?? 0
  learn(text, look.face ?? 'song')
  let at = x - rowWidth(text, size, gap) / 2
  return [...text]
    .map((c) => {
      const wide = advance(c) * size
      const mark = glyph(c, at + wide / 2, y, size, look)
      at += wide + gap * size
      return mark
    })
    .join('')
}

/** A column of characters, first one centred on (x, y), reading downwards. */
export function column(
  text: string,
  x: number,
  y: number,
  size: number,
  look: Lettering & { gap?: number } = {},
): string {
  const pitch = size * (1 + (look.gap ?? 0.08))
  learn(text, look.face ?? 'song')
  return [...text].map((c, i) => glyph(c, x, y + i * pitch, size, look)).join('')
}
