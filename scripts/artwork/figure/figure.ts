/** @file One whole figure: a member of the cast, in a pose, set on the ground. */
import { contour, hue, line, n, type Point, shape } from '../ink.ts'
import { type Garment, garment } from './garment.ts'
import { hair } from './hair.ts'
import { type Face, head } from './head.ts'
import type { Hair } from './locks.ts'
import { arm, footing, type Hand, legs, type Stance } from './limbs.ts'
import type { Mood } from './mood.ts'

/** Who somebody is: what stays the same from picture to picture. */
export interface Person {
  readonly face: Face
  readonly hair: Hair
  readonly garment: Garment
  readonly trousers: string
  readonly shoe: string
  /** Height against a grown-up's. */
  readonly size: number
  /** Head against a grown-up's, at the same figure size. */
  readonly headSize: number
  readonly skirt?: string
  readonly armband?: string
}

/** Named places for a hand, from the viewer's right side; the left mirrors them. */
const reaches = {
  down: [88, -130],
  hip: [70, -150],
  belly: [22, -160],
  chest: [16, -196],
  offer: [112, -188],
  out: [132, -206],
  raise: [112, -316],
  high: [70, -396],
  wave: [118, -290],
  point: [140, -230],
  chin: [34, -268],
  ear: [72, -316],
  lap: [44, -120],
  back: [50, -150],
} as const satisfies Record<string, Point>

/** A hand's place: by name, or as a point in the figure's own coordinates. */
export type Reach = keyof typeof reaches | Point

/** What one hand does, and anything it holds (drawn about the hand). */
export interface HandPose {
  readonly at: Reach
  readonly hand?: Hand
  readonly holds?: string
  /** True draws the arm behind the body. */
  readonly behind?: boolean
}

/** What somebody is doing. */
export interface Pose {
  readonly mood?: Mood
  readonly turn?: number
  readonly tilt?: number
  readonly lean?: number
  readonly stance?: Stance
  readonly facing?: -1 | 0 | 1
  readonly left?: Reach | HandPose
  readonly right?: Reach | HandPose
  /** Height of the seat when sitting. */
  readonly seat?: number
  /** Phase of the stride when walking or running, −1 … 1. */
  readonly step?: number
}

const isPoint = (value: Reach | HandPose): value is Point => Array.isArray(value)

const handPose = (value: Reach | HandPose): HandPose =>
  typeof value === 'string' || isPoint(value) ? { at: value } : value

/** Draws a figure with its feet at the origin, a grown-up 400 units tall. */
export function figure(person: Person, pose: Pose = {}): string {
  const { mood = 'smile', turn = 0.5, tilt = 0, lean = 0, stance = 'stand', seat = 104, step = 1 } = pose
  const facing = pose.facing ?? (turn > 0.2 ? 1 : turn < -0.2 ? -1 : 0)
  const hipY = stance === 'sit' ? -seat : stance === 'squat' ? -70 : -128
  const rise = hipY + 128
  const neckY = -262
  const { face, garment: coat } = person
  const hem = stance === 'sit' ? Math.min(coat.hem, 138) : stance === 'squat' ? 134 : coat.hem
  const limb = (side: -1 | 1, given: Reach | HandPose) => {
    const { at, hand = 'fist', holds = '', behind = false } = handPose(given)
    const [x, y] = typeof at === 'string' ? reaches[at] : at
    const reach: Point = typeof at === 'string' ? [x * side, y] : [x, y]
    const part = arm({
      shoulder: [side * 44, -236],
      reach,
      outward: side,
      hand,
      sleeve: coat.cloth,
      cuff: coat.trim,
      print: coat.print,
      skin: face.skin,
      girth: 22 * Math.min(1.1, coat.girth),
    })
    const badge =
      person.armband !== undefined && side === (facing < 0 ? -1 : 1) ? band(side, person.armband) : ''
    return {
      markup: part + badge,
      holds: holds === '' ? '' : `<g transform="translate(${n(reach[0])} ${n(reach[1])})">${holds}</g>`,
      behind,
    }
  }
  const left = limb(-1, pose.left ?? 'down')
  const right = limb(1, pose.right ?? 'down')
  const far = [left, right].filter((a) => a.behind)
  const near = [left, right].filter((a) => !a.behind)
  const hairs = hair(person.hair, face.hairColour, turn)
  const k = person.headSize
  const headAt = `translate(${n(turn * 5)} ${n(neckY - 56 * k)}) rotate(${n(tilt)}) scale(${k})`
  const neck = shape(
    `M-17 ${neckY - 14}L17 ${neckY - 14}L19 ${neckY + 6}Q0 ${neckY + 18} -19 ${neckY + 6}Z`,
    face.skin,
  )
  const skirt =
    person.skirt === undefined
      ? ''
      : shape(
          stance === 'sit'
            ? `M-60 -134Q0 -150 60 -134L96 -20Q0 6 -96 -20Z`
            : `M-50 -140Q0 -150 50 -140L84 -22Q0 4 -84 -22Z`,
          person.skirt,
        ) + line('M-30 -120L-42 -20M0 -122L0 -12M30 -120L42 -20', 2.4)
  const body = garment({ ...coat, hem })
  const seated = stance === 'sit' || stance === 'squat'
  const torso = `<g transform="translate(0 ${neckY + 2})">${body}</g>`
  const upperFar = far.map((a) => a.holds + a.markup).join('')
  const upperNear = near.map((a) => a.markup).join('')
  const held = near.map((a) => a.holds).join('')
  const upper = (part: string) =>
    `<g transform="translate(0 ${n(rise)}) rotate(${n(lean)} 0 -128)">${part}</g>`
  const legPart = legs(stance, facing, hipY, person.trousers, person.shoe, step)
  const behindHead = `<g transform="${headAt}">${hairs.back}</g>`
  const headPart = `<g transform="${headAt}">${head(face, mood, turn)}${hairs.front}</g>`
  const parts = seated
    ? upper(behindHead + upperFar + torso + neck) +
      (person.skirt === undefined ? legPart : `<g transform="translate(0 ${n(rise)})">${skirt}</g>`) +
      upper(headPart + upperNear)
    : legPart + upper(behindHead) + upper(upperFar + skirt + torso + neck) + upper(headPart + upperNear)
  const grip = stance === 'none' ? '' : footing(74)
  return `<g transform="scale(${person.size})">${grip}${contour(parts)}${held === '' ? '' : upper(held)}</g>`
}

const band = (side: number, colour: string): string =>
  `<g transform="translate(${side * 60} -204) rotate(${side * -18})"><rect x="-25" y="-14" ` +
  `width="50" height="28" rx="6" fill="${colour}"/><path d="M-14 0h28" fill="none" ` +
  `stroke="${hue.straw}" stroke-width="5"/></g>`
