/** @file Warns where a sign's own measures make its words hard to read. Pure. */
import { legibility } from '../../../contracts/legibility.ts'

interface Measures {
  width?: number
  height?: number
  pitchMm?: number
  viewingDistanceM?: number
}

/** A short slogan: what is asked here is the size of characters and not the length of a text. */
const shortText = 12

/** @returns `true`, or Chinese sentences with what to do; nothing is said before the measures are filled in */
export function legibleSign(document: unknown): true | string {
  const { width, height, pitchMm, viewingDistanceM } = (document ?? {}) as Measures
  if (!width || !height || !pitchMm || !viewingDistanceM) return true
  const { problems } = legibility({ width, height, pitchMm, viewingDistanceM }, shortText)
  return problems.length === 0 || problems.join('')
}
