/**
 * @file Ids that follow from what a row is known by, so that the same row never makes a second document.
 * Pure.
 */

const prime = 0x01000193

function fnv(text: string, seed: number): number {
  let hash = seed
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), prime) >>> 0
  return hash
}

/**
 * `lawyer-0f3k2m1abcdefg`: the prefix and 64 bits of the identity in 14 characters. Ten thousand rows meet
 * by chance once in hundreds of billions of lists; one of 32 bits would do so in one list of a hundred.
 */
export function derivedId(prefix: string, identity: string): string {
  const part = (seed: number, text: string) => fnv(text, seed).toString(36).padStart(7, '0')
  return `${prefix}-${part(0x811c9dc5, identity)}${part(0x9747b28c, `${identity} ${prefix}`)}`
}
