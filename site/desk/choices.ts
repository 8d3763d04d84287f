/** @file The fixed choices that a reader can press about a page or a wall. Pure. */

export const ratings = { useful: '有用', useless: '没用' } as const

/** Asked after 没用; each is a count, nothing is written. */
export const reasons = {
  unclear: '看不懂',
  'not-my-case': '和我的情况不一样',
  'no-next-step': '看完还是不知道找谁',
  outdated: '内容过时了',
} as const

export const wallStates = {
  faded: '褪色了',
  damaged: '破损了',
  covered: '被挡住了',
  gone: '没有了',
} as const

export type ChoiceKind = 'rating' | 'wall'

const choices: Readonly<Record<ChoiceKind, ReadonlySet<string>>> = {
  rating: new Set([...Object.keys(ratings), ...Object.keys(reasons)]),
  wall: new Set(Object.keys(wallStates)),
}

export const isChoiceKind = (text: string): text is ChoiceKind => Object.hasOwn(choices, text)

export const isChoice = (kind: ChoiceKind, choice: string): boolean => choices[kind].has(choice)
