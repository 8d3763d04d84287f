/**
 * @file What a short film is: shots in turn, each with one caption and a drawing that moves.
 *
 * Frames are 640 × 320 for LED: a picture of 640 × 236 above a black band with the caption.
 * The picture is drawn in units of 1600 × 590; grown-ups of scale 1.2 fit it standing on y = 560.
 */
import { printBlocks } from '../figure/garment.ts'
import { row, rowWidth } from '../glyphs.ts'
import { box, hue, place, plain } from '../ink.ts'
import { drawing } from '../raster.ts'

/** Size of a frame and its speed. */
export const screen = { width: 640, height: 320, framesPerSecond: 25, picture: 240 } as const

/** One shot; `draw` is given seconds since the shot began and how far it is, from 0 to 1. */
export interface Shot {
  readonly seconds: number
  readonly caption: string
  readonly draw: (seconds: number, through: number) => string
}

/** One film with what is said of it. */
export interface Film {
  readonly slug: string
  readonly title: string
  readonly genre: '短剧' | '动漫' | '微电影' | '宣传片'
  readonly shots: readonly Shot[]
  readonly alt: string
  readonly story: string
}

/** Length of a film in seconds. */
export const length = (film: Film): number => film.shots.reduce((sum, shot) => sum + shot.seconds, 0)

/** Smooth start and end, for a value from 0 to 1. */
export const ease = (t: number): number => {
  const u = Math.min(1, Math.max(0, t))
  return u * u * (3 - 2 * u)
}

/** A value going smoothly from `a` to `b` between seconds `from` and `to`. */
export const move = (seconds: number, from: number, to: number, a: number, b: number): number =>
  a + (b - a) * ease((seconds - from) / (to - from))

/** A gentle swing of `reach` units, `turns` times a second. */
export const swing = (seconds: number, reach: number, turns = 0.7): number =>
  reach * Math.sin(seconds * turns * 2 * Math.PI)

const captionSize = (text: string): number => Math.min(52, 612 / rowWidth(text, 1, 0.02))

function captionBand(text: string): string {
  const y = screen.picture
  const band =
    box(0, y, screen.width, screen.height - y, '#000') + box(0, y, screen.width, 4, hue.ochre, 0, plain)
  const size = captionSize(text)
  if (size < 40) throw new Error(`The caption "${text}" is too long to stay at 40 pixels. Shorten it.`)
  return (
    band +
    row(text, screen.width / 2, y + 42, size, { face: 'hei', colour: '#FFF3D6', weight: 1.6, gap: 0.02 })
  )
}

/** A cinnabar sheet passing across between shots, as pages of prints are turned. */
function turnPage(toEnd: number, fromStart: number): string {
  const half = 0.24
  const x =
    toEnd < half
      ? -700 + 700 * ease(1 - toEnd / half)
      : fromStart < half
        ? 700 * ease(fromStart / half)
        : undefined
  return x === undefined
    ? ''
    : place(
        x,
        0,
        box(0, 0, 640, screen.picture, hue.cinnabar) +
          box(14, 14, 612, screen.picture - 28, 'none', 0, ` stroke="${hue.ochre}" stroke-width="5"`),
      )
}

/** The frame of a film at an instant. */
export function frameAt(film: Film, seconds: number): string {
  let start = 0
  const last = film.shots.at(-1)
  for (const shot of film.shots) {
    if (seconds < start + shot.seconds || shot === last) {
      const at = seconds - start
      const first = start === 0
      const picture =
        `<svg width="640" height="${screen.picture}" viewBox="0 0 1600 ` +
        `600">${shot.draw(at, Math.min(1, at / shot.seconds))}</svg>`
      const page = turnPage(shot === last ? 9 : shot.seconds - at, first ? 9 : at)
      return drawing(
        screen.width,
        screen.height,
        `${printBlocks()}${picture}${page}${captionBand(shot.caption)}`,
      )
    }
    start += shot.seconds
  }
  return ''
}

/** Captions with their times. */
export function captions(film: Film): readonly { from: number; to: number; text: string }[] {
  let from = 0
  return film.shots.map((shot) => {
    const caption = { from, to: from + shot.seconds, text: shot.caption }
    from = caption.to
    return caption
  })
}
