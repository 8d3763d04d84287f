/** @file The topics that a question names, by title or synonym, written or by their sound. Pure. */
import { fold, hanRuns } from './words.ts'
import type { Sound } from './syllables.ts'
import { soundWords } from './syllables.ts'

export interface SearchableTopic {
  title: string
  slug: string
  synonyms: readonly string[]
}

/** @param heard pairs of syllables that were looked up by their sound, none when all was found written */
export type TopicNaming = (query: string, heard: readonly string[]) => ReadonlySet<string>

export function createTopicNaming(topics: readonly SearchableTopic[], sound: Sound | undefined): TopicNaming {
  const words = topics.flatMap(({ slug, title, synonyms }) =>
    [title, ...synonyms]
      .filter((word) => word.length > 1)
      .map((word) => ({ slug, written: fold(word), spoken: spoken(word) })),
  )

  function spoken(word: string): readonly string[] {
    const [run, ...more] = hanRuns(word)
    return sound && run !== undefined && more.length === 0 ? soundWords(sound(run)) : []
  }

  return (query, heard) => {
    const plain = fold(query)
    const said = new Set(heard)
    const named = words.filter(
      (word) =>
        plain.includes(word.written) ||
        (word.spoken.length > 0 && word.spoken.every((pair) => said.has(pair))),
    )
    return new Set(named.map(({ slug }) => slug))
  }
}
