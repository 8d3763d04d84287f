/**
 * @file The colours of the LED: few, warm, and dark where nothing is said.
 *
 * A white field at night blinds a street and ages the modules, so the ground is black; deep red is kept
 * for solemn slogans. An item uses at most three colours.
 */
export const black = '#000000'
export const warmWhite = '#FFF1D6'
export const yellow = '#FFD23F'
export const lightGreen = '#A4E884'
export const cinnabar = '#D8402F'
export const deepRed = '#7E0C10'
export const gold = '#FFD978'
/** Signature lines and sources: quieter than the message, still legible. */
export const quiet = '#C9A36A'

const messageColours = [warmWhite, yellow, lightGreen] as const

/** The same item always has the same colour. */
export function messageColour(id: string): string {
  let sum = 0
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9_973
  return messageColours[sum % messageColours.length] ?? warmWhite
}
