/**
 * @file How each word of a question is looked up: as it is written where any text holds it, else as it
 * sounds. Pure.
 */
import { spokenWithoutSmallTalk } from './everyday.ts'
import { cutPinyin, type Sound, soundWords } from './syllables.ts'

export interface Lookup {
  word: string
  /** By the sound of a character that may be the wrong one, or by the spelling of a sound. */
  by: 'writing' | 'sound' | 'spelling'
}

export interface Vocabulary {
  /** Whether any text holds the word as it is written. */
  writes(word: string): boolean
  /** Whether any text holds the pair of syllables. */
  sounds(pair: string): boolean
}

const han = /^\p{Script=Han}/u
const latin = /^[a-z]+$/

/** @param sound absent: words are looked up as they are written, and pinyin is not read */
export function planLookups(
  words: readonly string[],
  vocabulary: Vocabulary,
  sound: Sound | undefined,
): readonly Lookup[] {
  if (!sound) return words.map((word) => ({ word, by: 'writing' }))
  const letters = words.filter((word) => latin.test(word) && !vocabulary.writes(word))
  const spelt = readPinyin(letters)
  return [
    ...words
      .filter((word) => !(spelt && letters.includes(word)))
      .map((word): Lookup => {
        if (!han.test(word) || vocabulary.writes(word)) return { word, by: 'writing' }
        const [pair = ''] = soundWords(sound(word))
        return vocabulary.sounds(pair) ? { word: pair, by: 'sound' } : { word, by: 'writing' }
      }),
    ...(spelt ?? []).map((pair): Lookup => ({ word: pair, by: 'spelling' })),
  ]
}

/** @returns null where any of the Latin words is no pinyin: then they are a foreign word or nonsense */
function readPinyin(letters: readonly string[]): readonly string[] | null {
  const cut = letters.map(cutPinyin)
  const syllables = cut.flatMap((word) => word ?? [])
  if (syllables.length === 0 || cut.includes(null)) return null
  const runs = spokenWithoutSmallTalk(syllables)
  return [...new Set((runs.length > 0 ? runs : [syllables]).flatMap(soundWords))]
}
