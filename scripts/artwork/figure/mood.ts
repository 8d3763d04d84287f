/** @file What a face says: brows, eyes and mouth of each mood. */
import { brush, disc, hue, line, plain, shape } from '../ink.ts'

/** What the face says. */
export type Mood = 'smile' | 'laugh' | 'calm' | 'worry' | 'sad' | 'angry' | 'shout' | 'sly'

export interface MoodShape {
  /** How far the inner brow end rises (−) or falls (+). */
  readonly inner: number
  readonly outer: number
  readonly eyes: 'open' | 'closed' | 'narrow' | 'wide'
}

export const moods: Record<Mood, MoodShape> = {
  smile: { inner: -4, outer: 4, eyes: 'open' },
  laugh: { inner: -2, outer: 4, eyes: 'closed' },
  calm: { inner: -2, outer: 3, eyes: 'open' },
  worry: { inner: -9, outer: 5, eyes: 'open' },
  sad: { inner: -10, outer: 6, eyes: 'narrow' },
  angry: { inner: 8, outer: -7, eyes: 'wide' },
  shout: { inner: 7, outer: -5, eyes: 'wide' },
  sly: { inner: 6, outer: -6, eyes: 'narrow' },
}

export function eye(
  x: number,
  y: number,
  side: number,
  turn: number,
  kind: MoodShape['eyes'],
  child: boolean,
): string {
  const at = (dx: number, dy: number) => [x + side * dx, y + dy] as const
  if (kind === 'closed') return brush(at(-14, 4), at(0, -14), at(15, 3), 6)
  const open = kind === 'wide' ? 10 : kind === 'narrow' ? 4 : child ? 9.5 : 7.5
  const [ax, ay] = at(-13, 3)
  const [bx, by] = at(15, -2)
  const [ux, uy] = at(0, -open * 1.7)
  const [lx, ly] = at(2, open * 1.25)
  const ball = shape(`M${ax} ${ay}Q${ux} ${uy} ${bx} ${by}Q${lx} ${ly} ${ax} ${ay}Z`, hue.white, plain)
  const px = x + side * 0.5 + turn * 4
  const r = Math.min(child ? 7.6 : 6.3, open * 0.85)
  const pupil = disc(px, y - 1.4, r, hue.ink, plain) + disc(px + 1.8, y - 3.6, r * 0.3, hue.white, plain)
  return (
    ball +
    pupil +
    brush(at(-15, 4), at(0, -open * 1.9 - 2), at(19, -6), 5.4) +
    line(`M${at(-6, 6).join(' ')}Q${at(3, open * 0.9 + 1).join(' ')} ${at(12, 1).join(' ')}`, 1.4)
  )
}

export function mouth(x: number, mood: Mood, woman: boolean): string {
  const y = 36
  const red = hue.cinnabar
  if (mood === 'laugh' || mood === 'shout') {
    const drop = mood === 'laugh' ? 17 : 21
    const up = mood === 'laugh' ? -1 : 4
    return (
      shape(
        `M${x - 17} ${y - 5}Q${x} ${y + up} ${x + 17} ${y - 5}Q${x + 12} ${y + drop} ${x} ` +
          `${y + drop}Q${x - 12} ${y + drop} ${x - 17} ${y - 5}Z`,
        hue.deep,
        ` stroke="${hue.ink}" stroke-width="3"`,
      ) +
      shape(
        `M${x - 9} ${y + 10}Q${x} ${y + 3} ${x + 9} ${y + 10}Q${x} ${y + 18} ${x - 9} ${y + 10}Z`,
        hue.pink,
        plain,
      )
    )
  }
  if (mood === 'smile' || mood === 'calm') {
    const lift = mood === 'smile' ? 5 : 1.5
    const lips = shape(
      `M${x - 13} ${y - lift}Q${x - 5} ${y - 3} ${x} ${y - 1}Q${x + 5} ${y - 3} ${x + 13} ` +
        `${y - lift}Q${x + 6} ${y + 9} ${x} ${y + 9}Q${x - 6} ${y + 9} ${x - 13} ${y - lift}Z`,
      red,
      plain,
    )
    const bow = brush([x - 16, y - lift - 2], [x, y + 6], [x + 16, y - lift - 2], woman ? 2.4 : 3.4)
    return lips + bow
  }
  if (mood === 'sly') return brush([x - 15, y + 3], [x + 2, y + 8], [x + 17, y - 8], 5)
  const deep = mood === 'angry' ? 9 : 6
  return (
    shape(
      `M${x - 11} ${y + 5}Q${x} ${y - deep} ${x + 11} ${y + 5}Q${x} ${y + 11} ${x - 11} ${y + 5}Z`,
      red,
      plain,
    ) + brush([x - 14, y + 7], [x, y - deep - 1], [x + 14, y + 7], 4)
  )
}
