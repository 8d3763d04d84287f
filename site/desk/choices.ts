/** @file The fixed choices that a reader can press about a page or a wall. Pure. */

import { ratings, reasons, wallStates } from '../../contracts/reader-counts.ts'

export type ChoiceKind = 'rating' | 'wall'

const choices: Readonly<Record<ChoiceKind, ReadonlySet<string>>> = {
  rating: new Set([...Object.keys(ratings), ...Object.keys(reasons)]),
  wall: new Set(Object.keys(wallStates)),
}

export const isChoiceKind = (text: string): text is ChoiceKind => Object.hasOwn(choices, text)

export const isChoice = (kind: ChoiceKind, choice: string): boolean => choices[kind].has(choice)
