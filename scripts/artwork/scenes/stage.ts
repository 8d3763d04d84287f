/** @file Setting figures and props on a scene: short names for what every scene does. */
import { cast } from '../figure/cast.ts'
import { figure, type HandPose, type Pose } from '../figure/figure.ts'
import { place, type Setting } from '../ink.ts'

/** The names of the cast. */
export type Role = keyof typeof cast

/** A member of the cast on the stage, feet at (x, y); grown-ups are 400 × `scale` tall. */
export const stand = (role: Role, x: number, y: number, pose: Pose = {}, scale = 1.2): string =>
  place(x, y, figure(cast[role], pose), { scale })

/** A prop on the stage. */
export const put = (x: number, y: number, prop: string, setting: Setting = {}): string =>
  place(x, y, prop, setting)

/** A hand that holds a thing; by default a fist around it. */
export const holding = (at: HandPose['at'], holds: string, hand: HandPose['hand'] = 'fist'): HandPose => ({
  at,
  holds,
  hand,
})

/** An open hand at a point. */
export const open = (x: number, y: number): HandPose => ({ at: [x, y], hand: 'open' })

/** A hand with the palm up, giving or asking. */
export const palm = (x: number, y: number): HandPose => ({ at: [x, y], hand: 'palm' })

/** A pointing hand. */
export const point = (x: number, y: number): HandPose => ({ at: [x, y], hand: 'point' })
