/** @file Arms, hands and legs, bent by two-bone reach. Coordinates are those of the whole figure. */
import { disc, hue, line, n, oval, plain, type Point, ribbon, shape } from '../ink.ts'

/** How a hand is held. */
export type Hand = 'open' | 'fist' | 'point' | 'palm'

/** Where the elbow goes so that both bones reach from `from` to `to`; it hangs down and outward. */
export function elbow(from: Point, to: Point, bone: number, outward: number): Point {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const length = Math.hypot(dx, dy) || 1
  const lift = Math.sqrt(Math.max(0, bone * bone - (length / 2) ** 2))
  const middle: Point = [from[0] + dx / 2, from[1] + dy / 2]
  const one: Point = [middle[0] - (dy / length) * lift, middle[1] + (dx / length) * lift]
  const two: Point = [middle[0] + (dy / length) * lift, middle[1] - (dx / length) * lift]
  const worth = (p: Point) => p[1] + outward * p[0] * 0.7
  return worth(one) > worth(two) ? one : two
}

function hand(at: Point, angle: number, kind: Hand, skin: string, mirror: boolean): string {
  const fingers =
    kind === 'open'
      ? shape(
          'M-6 -15C12 -22 34 -16 38 -10C42 -6 38 -2 34 -3C42 0 40 8 34 7C36 13 30 15 26 13C20 20 2 20 -6 15Z',
          skin,
        ) +
        line('M22 -6L34 -3M21 4L33 7', 2) +
        shape('M2 -14C4 -28 18 -32 20 -25C22 -20 14 -16 14 -10Z', skin)
      : kind === 'point'
        ? shape('M-6 -14C6 -20 16 -18 22 -12L44 -12C52 -12 52 -2 44 -2L26 -1C28 10 20 17 8 17L-6 15Z', skin) +
          line('M24 -1Q14 2 15 8M22 7Q14 8 13 13', 2) +
          shape('M0 -13C2 -24 14 -28 17 -21C18 -16 12 -14 10 -8Z', skin)
        : kind === 'palm'
          ? shape('M-6 -12C10 -14 36 -12 42 -4C46 4 30 8 20 12C8 16 0 15 -6 13Z', skin) +
            line('M18 0Q30 0 38 -2', 2) +
            shape('M8 -12C14 -26 28 -26 28 -18C28 -12 20 -10 18 -6Z', skin)
          : disc(8, 0, 17, skin) +
            line('M20 -8Q12 -6 13 -2M23 0Q14 2 15 6M20 9Q12 8 12 12', 2) +
            shape('M-2 -14C4 -24 16 -22 16 -14Q8 -10 4 -8Z', skin)
  return (
    `<g transform="translate(${n(at[0])} ${n(at[1])}) rotate(${n(angle)}) scale(1 ` +
    `${mirror ? -1 : 1})">${fingers}</g>`
  )
}

/** How an arm is dressed and what it does. */
export interface Arm {
  readonly shoulder: Point
  readonly reach: Point
  readonly outward: number
  readonly hand: Hand
  readonly sleeve: string
  readonly cuff: string
  readonly skin: string
  readonly girth: number
  readonly print: string
}

const cap = (t: number): number => Math.sqrt(1 - (1 - Math.min(1, 0.04 + t / 0.22)) ** 2)

/** One arm with its sleeve, cuff and hand. */
export function arm({ shoulder, reach, outward, hand: held, sleeve, cuff, skin, girth, print }: Arm): string {
  const knee = elbow(shoulder, reach, 66, outward)
  const wrist: Point = [reach[0] * 0.86 + knee[0] * 0.14, reach[1] * 0.86 + knee[1] * 0.14]
  const pull: Point = [
    knee[0] * 1.5 - (shoulder[0] + wrist[0]) * 0.25,
    knee[1] * 1.5 - (shoulder[1] + wrist[1]) * 0.25,
  ]
  const tube = ribbon(shoulder, pull, wrist, (t) => girth * (1 - 0.16 * t) * cap(t), 20)
  const cloth = shape(tube, sleeve) + (print === 'none' ? '' : shape(tube, `url(#print-${print})`, plain))
  const angle = (Math.atan2(wrist[1] - pull[1], wrist[0] - pull[0]) * 180) / Math.PI
  const band =
    `<g transform="translate(${n(wrist[0])} ${n(wrist[1])}) rotate(${n(angle)})"><rect x="-9" ` +
    `y="${n(-girth * 0.92)}" width="14" height="${n(girth * 1.84)}" rx="5" fill="${cuff}"/></g>`
  const fold = line(`M${n(knee[0] - 6)} ${n(knee[1] - 4)}q7 5 12 -2`, 2.2)
  return hand(reach, angle, held, skin, Math.cos((angle * Math.PI) / 180) * 1 < 0) + cloth + fold + band
}

/** How the figure stands. */
export type Stance = 'stand' | 'walk' | 'run' | 'sit' | 'squat' | 'none'

/**
 * Both legs with shoes. `facing` is −1, 0 or 1; hips at `hipY` above the ground line y = 0;
 * `step`, −1 … 1, is the phase of a stride.
 */
export function legs(
  stance: Stance,
  facing: number,
  hipY: number,
  cloth: string,
  shoe: string,
  step = 1,
): string {
  if (stance === 'none') return ''
  const way = facing === 0 ? 1 : facing
  const foot = (x: number, y: number, toe: number) =>
    shape(
      `M${n(x - 17)} ${n(y - 20)}L${n(x + 17)} ${n(y - 20)}Q${n(x + 19 + toe * 24)} ${n(y - 20)} ` +
        `${n(x + 19 + toe * 24)} ${n(y)}L${n(x - 19 + toe * 16)} ${n(y)}Z`,
      shoe,
    ) +
    shape(
      `M${n(x - 18 + toe * 2)} ${n(y - 5)}h${n(35 + Math.abs(toe) * 14)}v7h${n(-35 - Math.abs(toe) * 14)}Z`,
      hue.cream,
      toe < 0 ? ` transform="translate(${n(-Math.abs(toe) * 14)} 0)"` : '',
    )
  const leg = (hip: Point, knee: Point, ankle: Point, wide: number) =>
    shape(
      ribbon(hip, knee, ankle, (t) => wide * (1 - 0.26 * t)),
      cloth,
    )
  if (stance === 'sit') {
    const kx = facing === 0 ? 22 : 58
    const one = facing === 0 ? -1 : way
    const parts = [-1, 1].map((side) => {
      const hip: Point = [side * 24, hipY + 4]
      const knee: Point = [facing === 0 ? side * (24 + kx) : side * 17 + one * kx * 1.5, hipY + 6]
      const ankle: Point = [facing === 0 ? side * 44 : side * 17 + one * (kx + 4), -12]
      return foot(ankle[0], 0, facing === 0 ? side * 0.5 : way * 0.9) + leg(hip, knee, ankle, 33)
    })
    return parts.join('')
  }
  if (stance === 'squat') {
    return [-1, 1]
      .map(
        (side) =>
          foot(side * 36, 0, side * 0.7) +
          leg([side * 22, hipY], [side * 104, hipY - 50], [side * 38, -12], 31),
      )
      .join('')
  }
  const going = stance === 'run' || stance === 'walk'
  const stride = (stance === 'run' ? 62 : stance === 'walk' ? 36 : 0) * step
  const lift = going ? 16 * (1 - Math.abs(step)) : 0
  const back: Point = [-way * (going ? stride : 25), (stance === 'run' ? -26 : -12) - lift]
  const front: Point = [way * (going ? stride * 0.9 : 25), -12]
  const rear =
    foot(back[0], back[1] + 12, way * 0.7) +
    leg([-way * 22, hipY], [-way * (24 + stride * 0.2), hipY / 2], back, 35)
  return (
    rear +
    foot(front[0], 0, way * 0.8) +
    leg([way * 22, hipY], [way * (26 + stride * 0.8), hipY / 2], front, 35)
  )
}

/** The soft shadow mat under the feet, as prints set a figure on its ground. */
export const footing = (wide: number): string => oval(0, 2, wide, 12, hue.ink, `${plain} opacity="0.14"`)
