/**
 * @file The ink and the knife: flat colours and the few strokes every picture is cut from.
 *
 * All functions are pure and return SVG markup. Lengths are drawing units; a grown-up is 400 tall.
 * The manner is the New Year print's: black contour heavy outside and light inside, flat colour, no shade.
 */

/** The printer's blocks. `paper` is the ground, `ink` the key block; the rest are laid flat. */
export const hue = {
  paper: '#F8EDD3',
  cream: '#FFF9EA',
  ink: '#1F1B16',
  cinnabar: '#C5301F',
  deep: '#8E1F17',
  ochre: '#E9A820',
  straw: '#F3CB62',
  earth: '#B9793A',
  wood: '#7B4A26',
  green: '#2B7A4B',
  leaf: '#7FAE4A',
  mint: '#C4D9A4',
  indigo: '#2A4A80',
  sky: '#8FB4C8',
  mist: '#D5E3E1',
  plum: '#74406E',
  pink: '#E98B8B',
  rose: '#D8487A',
  blush: '#E9806C',
  skin: '#F9DDBB',
  tan: '#EBC193',
  grey: '#9A978E',
  ash: '#D9D5C8',
  white: '#FFFEF8',
} as const

/** A place on the drawing, x to the right and y downwards. */
export type Point = readonly [number, number]

/** Marks a shape that carries no contour. */
export const plain = ' stroke="none"'

/** A number as written into markup: one decimal, no trailing zero. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A filled path; takes the contour of the group around it unless `extra` says otherwise. */
export const shape = (d: string, fill: string, extra = ''): string =>
  `<path d="${d}" fill="${fill}"${extra}/>`

/** An open stroke of even weight. */
export const line = (d: string, width = 3.5, colour: string = hue.ink): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" ` +
  'stroke-linejoin="round"/>'

/** A filled circle. */
export const disc = (x: number, y: number, r: number, fill: string, extra = ''): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"${extra}/>`

/** A filled ellipse. */
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, extra = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${extra}/>`

/** A filled rectangle, corners rounded by `round`. */
export const box = (
  x: number,
  y: number,
  w: number,
  h: number,
  fill: string,
  round = 0,
  extra = '',
): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${round}" fill="${fill}"${extra}/>`

/** How a part is set down: size, turn in degrees, and whether it is mirrored. */
export interface Setting {
  readonly scale?: number
  readonly turn?: number
  readonly mirror?: boolean
}

/** Sets a part down at a point. */
export function place(
  x: number,
  y: number,
  part: string,
  { scale = 1, turn = 0, mirror = false }: Setting = {},
): string {
  const sx = mirror ? -scale : scale
  const spin = turn === 0 ? '' : ` rotate(${n(turn)})`
  return (
    `<g transform="translate(${n(x)} ${n(y)})${spin} scale(${Math.round(sx * 1000) / 1000} ` +
    `${Math.round(scale * 1000) / 1000})">${part}</g>`
  )
}

/** Gives shapes a heavy outer contour and a light inner one, as a cut block prints. */
export function contour(part: string, outer = 9, inner = 3.5): string {
  const open = (width: number) => `<g stroke="${hue.ink}" stroke-width="${n(width)}" stroke-linejoin="round">`
  return `${open(outer)}${part}</g>${open(inner)}${part}</g>`
}

const bend = (a: Point, b: Point, c: Point, t: number): Point => [
  (1 - t) * (1 - t) * a[0] + 2 * t * (1 - t) * b[0] + t * t * c[0],
  (1 - t) * (1 - t) * a[1] + 2 * t * (1 - t) * b[1] + t * t * c[1],
]

/** The outline of a bent stroke whose half-width at t (0..1) is `half(t)`. */
export function ribbon(a: Point, b: Point, c: Point, half: (t: number) => number, steps = 12): string {
  const left: string[] = []
  const right: string[] = []
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const p = bend(a, b, c, t)
    const q = bend(a, b, c, Math.min(1, t + 0.02))
    const o = bend(a, b, c, Math.max(0, t - 0.02))
    const dx = q[0] - o[0]
    const dy = q[1] - o[1]
    const length = Math.hypot(dx, dy) || 1
    const w = half(t)
    left.push(`${n(p[0] - (dy / length) * w)} ${n(p[1] + (dx / length) * w)}`)
    right.unshift(`${n(p[0] + (dy / length) * w)} ${n(p[1] - (dx / length) * w)}`)
  }
  return `M${[...left, ...right].join('L')}Z`
}

/** A brush mark: thin, swelling to `widest`, thin again. */
export const brush = (a: Point, b: Point, c: Point, widest: number, colour: string = hue.ink): string =>
  shape(
    ribbon(a, b, c, (t) => 0.4 + (widest / 2) * Math.sin(Math.PI * Math.min(1, t * 0.92 + 0.08)) ** 0.7),
    colour,
    plain,
  )

/** A repeated part, one for each index. */
export const each = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('')
