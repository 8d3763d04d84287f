/**
 * @file How one item gives way to the next: both are drawn whole before they meet, so nothing is ever blank.
 *
 * A chunk of its own: a screen whose items follow each other at once never loads it. Nothing is allocated
 * with a frame.
 */
import type { Blend } from './stage.ts'

/** Short enough that nobody waits for it, and that what was withdrawn is gone at once. */
export const blendMs = 300

const fade: Blend = (pen, from, to, elapsedMs) => {
  if (elapsedMs >= blendMs) return false
  pen.drawImage(from, 0, 0)
  pen.globalAlpha = elapsedMs / blendMs
  pen.drawImage(to, 0, 0)
  pen.globalAlpha = 1
  return true
}

const wipe: Blend = (pen, from, to, elapsedMs) => {
  if (elapsedMs >= blendMs) return false
  const reach = Math.round((to.width * elapsedMs) / blendMs)
  pen.drawImage(from, 0, 0)
  if (reach > 0) pen.drawImage(to, 0, 0, reach, to.height, 0, 0, reach, to.height)
  return true
}

/** By the profile's word for it; `cut` has none. */
export const blends: Readonly<Record<'cut' | 'fade' | 'wipe', Blend | undefined>> = {
  cut: undefined,
  fade,
  wipe,
}
