/**
 * @file Words by their sound: pinyin typed in Latin letters is cut into syllables, and syllables are
 * paired as characters are. Pure, without a dictionary of characters.
 *
 * Tones are left out, and so is what people here do not hear apart or do not type apart: zh and z, ch and
 * c, sh and s, ing and in, eng and en, ü and u.
 */

/** The characters of one Han run by their toneless syllables, one each; what it cannot read is left as is. */
export type Sound = (run: string) => readonly string[]

const finalsByInitial: readonly (readonly [initials: string, finals: string])[] = [
  [' ', 'a ai an ang ao e ei en er o ou'],
  ['b p m', 'a ai an ang ao ei en eng i ian iao ie in ing o u'],
  ['p m f', 'a an ang ei en eng o ou u'],
  ['m', 'e iu'],
  ['d t n l', 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan uo'],
  ['d t', 'ui un'],
  ['n l', 'iang in v ve'],
  ['d l', 'ia'],
  ['n d', 'en'],
  ['l', 'un'],
  ['g k h zh ch sh', 'a ai an ang ao e ei en eng ou u ua uai uan uang ui un uo'],
  ['g k h zh ch r z c s', 'ong'],
  ['j q x', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['zh ch sh r z c s', 'an ang ao e en eng i ou u uan ui un uo'],
  ['z c s', 'a ai'],
  ['z', 'ei'],
  ['y', 'a an ang ao e i in ing ong ou u uan ue un'],
  ['w', 'a ai an ang ei en eng o u'],
]

const syllables: ReadonlySet<string> = new Set(
  finalsByInitial.flatMap(([initials, finals]) =>
    initials.split(' ').flatMap((initial) => finals.split(' ').map((final) => initial + final)),
  ),
)
const syllableLengthMax = 6

/** @returns the fewest syllables that the letters can be cut into; null when they are no pinyin */
export function cutPinyin(letters: string): readonly string[] | null {
  const cuts: (readonly string[] | null)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    let best: readonly string[] | null = null
    // The shortest last syllable is tried first and only beaten by fewer: fang'an before fan'gan.
    for (let start = end - 1; start >= Math.max(0, end - syllableLengthMax); start -= 1) {
      const before = cuts[start]
      const last = letters.slice(start, end)
      if (!before || !syllables.has(last) || (best && best.length <= before.length + 1)) continue
      best = [...before, last]
    }
    cuts.push(best)
  }
  return letters === '' ? null : (cuts[letters.length] ?? null)
}

/** @returns a word for every two neighbouring syllables; for one alone, that one */
export function soundWords(sounds: readonly string[]): string[] {
  const alike = sounds.map(soundsLike)
  if (alike.length < 2) return alike
  return alike.slice(1).map((second, index) => `${alike[index]}-${second}`)
}

function soundsLike(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([ie])ng$/, '$1n')
    .replace(/ü|v/g, 'u')
}
