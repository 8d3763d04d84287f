/** @file The words of a print: plaque, diamonds, couplet, scroll, ribbon. A comma in a slogan is a pause. */
import { column, glyph, row, rowWidth } from '../glyphs.ts'
import { box, contour, disc, each, hue, line, n, oval, place, plain, shape } from '../ink.ts'
import { plate } from '../props/papers.ts'
import { field, page } from './frame.ts'

/** How the slogan is mounted. */
export type Mount = 'plaque' | 'diamonds' | 'couplet' | 'strip-left' | 'strip-right' | 'scroll' | 'ribbon'

/** Colours of a mount: ground and letters. */
export interface Tone {
  readonly ground: string
  readonly letter: string
}

const cord = (x: number, y: number): string =>
  line(`M${n(x)} ${n(y)}v30`, 5, hue.ochre) +
  shape(`M${n(x - 9)} ${n(y + 30)}h18l5 44h-28Z`, hue.ochre, ` stroke="${hue.ink}" stroke-width="3"`)

function plaque(words: string, { ground, letter }: Tone): string {
  const text = words.replace('，', ' ')
  const size = Math.min(92, 1120 / (rowWidth(text, 1, 0.1) + 0.4))
  const w = rowWidth(text, size, 0.1) + size * 1.1
  const x = page.width / 2
  const y = 166
  const body = contour(
    box(x - w / 2 - 18, y - 70, w + 36, 140, hue.ochre, 10) + box(x - w / 2, y - 54, w, 108, ground, 4),
    9,
    4,
  )
  return (
    cord(x - w / 2 + 30, y + 68) +
    cord(x + w / 2 - 30, y + 68) +
    body +
    row(text, x, y, size, { colour: letter, gap: 0.1 })
  )
}

function diamonds(words: string, { ground, letter }: Tone): string {
  const chars = [...words]
  const weights: number[] = chars.map((c) => (c === '，' ? 0.36 : 1))
  const total = weights.reduce((a, b) => a + b, 0)
  const pitch = Math.min(142, (field.w - 200) / total)
  let x = page.width / 2 - (total * pitch) / 2
  return chars
    .map((c, i) => {
      const wide = (weights[i] ?? 1) * pitch
      const at = x + wide / 2
      x += wide
      if (c === '，') return ''
      const r = pitch * 0.58
      const y = 168
      return (
        contour(
          shape(
            `M${n(at)} ${n(y - r)}L${n(at + r)} ${y}L${n(at)} ${n(y + r)}L${n(at - r)} ${y}Z`,
            i % 2 === 0 ? ground : hue.ochre,
          ),
          8,
          4,
        ) +
        shape(
          `M${n(at)} ${n(y - r + 12)}L${n(at + r - 12)} ${y}L${n(at)} ${n(y + r - 12)}` +
            `L${n(at - r + 12)} ${y}Z`,
          'none',
          ` stroke="${i % 2 === 0 ? letter : ground}" stroke-width="2.5"`,
        ) +
        glyph(c, at, y, pitch * 0.6, { colour: i % 2 === 0 ? letter : hue.ink })
      )
    })
    .join('')
}

function strip(words: string, x: number, { ground, letter }: Tone, rows = 0): string {
  const count = Math.max(rows, [...words].length)
  const pitch = Math.min(122, (field.h - 140) / count)
  const size = pitch / 1.14
  const tall = count * pitch + 74
  const top = page.height / 2 - tall / 2
  const w = size + 46
  const caps = contour(
    shape(
      `M${n(x - w / 2 - 12)} ${n(top)}q${n(w / 2 + 12)} -26 ${n(w + 24)} 0v22h${n(-w - 24)}Z`,
      hue.green,
    ) +
      shape(
        `M${n(x - w / 2 - 12)} ${n(top + tall)}q${n(w / 2 + 12)} 26 ${n(w + 24)} 0v-22h${n(-w - 24)}Z`,
        hue.green,
      ),
    8,
    4,
  )
  return (
    contour(box(x - w / 2, top, w, tall, ground), 9, 4) +
    box(x - w / 2 + 9, top + 9, w - 18, tall - 18, 'none', 0, ` stroke="${hue.ochre}" stroke-width="3"`) +
    caps +
    column(words, x, top + 37 + pitch / 2 + ((count - [...words].length) * pitch) / 2, size, {
      colour: letter,
      gap: 0.14,
    })
  )
}

function couplet(words: string, tone: Tone): string {
  const [first = '', second = ''] = words.split('，')
  const lintel = place(page.width / 2, 152, plate('有事问法 12348', 46, tone.ground))
  return strip(first, page.width - 180, tone) + strip(second, 180, tone) + lintel
}

/** One or two columns at a side, read from the right as couplets are. */
function side(words: string, x: number, tone: Tone): string {
  const lines = words.split('，')
  if (lines.length === 1) return strip(words, x, tone)
  const rows = Math.max(...lines.map((part) => [...part].length))
  return lines.map((part, i) => strip(part, x + (i === 0 ? 74 : -74), tone, rows)).join('')
}

function scroll(words: string, { letter }: Tone): string {
  const text = words.replace('，', ' ')
  const size = Math.min(88, 1080 / (rowWidth(text, 1, 0.1) + 0.4))
  const w = rowWidth(text, size, 0.1) + size
  const x = page.width / 2
  const y = 168
  const curl = (s: number) =>
    contour(
      box(x + s * (w / 2 + 18) - 20, y - 74, 40, 148, hue.straw, 16) +
        box(x + s * (w / 2 + 18) - 11, y - 92, 22, 22, hue.cinnabar, 6) +
        box(x + s * (w / 2 + 18) - 11, y + 70, 22, 22, hue.cinnabar, 6),
      8,
      4,
    )
  return (
    contour(box(x - w / 2 - 14, y - 58, w + 28, 116, hue.cream), 8, 4) +
    box(x - w / 2, y - 46, w, 92, 'none', 0, ` stroke="${hue.ochre}" stroke-width="3"`) +
    curl(-1) +
    curl(1) +
    row(text, x, y, size, { colour: letter, gap: 0.1 })
  )
}

function ribbon(words: string, { ground, letter }: Tone): string {
  const text = words.replace('，', ' ')
  const size = Math.min(86, 1060 / (rowWidth(text, 1, 0.1) + 0.4))
  const w = rowWidth(text, size, 0.1) + size * 0.9
  const x = page.width / 2
  const y = 162
  const tail = (s: number) =>
    shape(
      `M${n(x + s * (w / 2 - 30))} ${y - 34}H${n(x + s * (w / 2 + 92))}L${n(x + s * (w / 2 + 62))} ` +
        `${y + 22}L${n(x + s * (w / 2 + 92))} ${y + 78}H${n(x + s * (w / 2 - 30))}Z`,
      hue.deep,
    )
  return (
    contour(
      tail(-1) +
        tail(1) +
        shape(
          `M${n(x - w / 2)} ${y - 54}Q${x} ${y - 74} ${n(x + w / 2)} ${y - 54}V${y + 58}Q${x} ` +
            `${y + 38} ${n(x - w / 2)} ${y + 58}Z`,
          ground,
        ),
      9,
      4,
    ) +
    each(2, (i) =>
      place(
        x + (i === 0 ? -1 : 1) * (w / 2 + 20),
        y + 22,
        disc(0, 0, 9, hue.ochre, plain) + oval(0, 0, 16, 4, hue.ochre, plain),
      ),
    ) +
    row(text, x, y - 3, size, { colour: letter, gap: 0.1 })
  )
}

/** The banner of a page. */
export function banner(words: string, mount: Mount, tone: Tone): string {
  switch (mount) {
    case 'plaque':
      return plaque(words, tone)
    case 'diamonds':
      return diamonds(words, tone)
    case 'couplet':
      return couplet(words, tone)
    case 'strip-left':
      return side(words, words.includes('，') ? 262 : 186, tone)
    case 'strip-right':
      return side(words, page.width - (words.includes('，') ? 262 : 186), tone)
    case 'scroll':
      return scroll(words, tone)
    case 'ribbon':
      return ribbon(words, tone)
  }
}
