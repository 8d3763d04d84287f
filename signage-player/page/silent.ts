/** @file Stands in the player's build for the sentences of `contracts/schedule/why.ts`. */
export function whyText(): string {
  return ''
}
