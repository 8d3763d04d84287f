/**
 * @file How far the pictures and films of one content are for the screens, as the scheduler tells its form.
 *
 * `GET /api/signage/renditions?as=film&asset=…&asset=…`: the assets are files of which one is enough.
 */
import * as v from 'valibot'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

export const renditionSizeShape = v.object({
  /** Of the pictures, without the strip at the foot. */
  width: whole,
  height: whole,
  /** How many screens are of this size, and what some of them are called. */
  screens: whole,
  names: v.array(v.string()),
  state: v.picklist(['ready', 'making', 'waiting', 'refused', 'unasked']),
  /** While it is being made, once it is known. */
  percent: v.nullable(whole),
  /** While it waits: how many come before it. */
  before: v.nullable(whole),
  /** Where it was refused: why, and what to do. */
  reason: v.nullable(v.string()),
  remedy: v.nullable(v.string()),
})
export type RenditionSize = v.InferOutput<typeof renditionSizeShape>

export const renditionsShape = v.object({
  sizes: v.array(renditionSizeShape),
  /** What the film itself says, once its bytes have been looked at. */
  film: v.nullable(v.object({ seconds: v.number(), sound: v.boolean() })),
})
export type RenditionsTold = v.InferOutput<typeof renditionsShape>

/** Assets of one content that may be asked about at once. */
export const renditionAssetsMax = 4
