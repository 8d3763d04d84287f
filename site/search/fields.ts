/** @file The fields of a searched document: what stands in them, how they are cut, what each is worth. Pure. */
import type { SearchSource } from '../content/search-source.ts'
import type { Lookup } from './lookups.ts'
import { type Sound, soundWords } from './syllables.ts'
import { hanRuns, textWords } from './words.ts'

const written = ['title', 'wordings', 'topicWords', 'citations', 'summary', 'body'] as const
const spoken = ['soundOfTopics', 'soundOfText'] as const

/** What a page says in passing. */
const passing: readonly string[] = ['summary', 'body']
const ofTopics = ['topicWords', 'soundOfTopics'] as const
/** In a question of so many words, one word alone may fit by chance. */
const chanceWordsMin = 4

export const fieldBoost = {
  title: 6,
  wordings: 5,
  topicWords: 4,
  citations: 3,
  summary: 2,
  body: 1,
  soundOfTopics: 3,
  soundOfText: 3,
}

export function fieldNames(sound: Sound | undefined): string[] {
  return sound ? [...written, ...spoken] : [...written]
}

/**
 * A wrong character is looked for among the words of topics alone: read aloud, every text holds something
 * that sounds like it.
 */
export function fieldsFor(by: Lookup['by']): string[] {
  if (by === 'writing') return [...written]
  return by === 'spelling' ? [...spoken] : ['soundOfTopics']
}

export const isSpoken = (field: string | undefined) => spoken.some((name) => name === field)

/** @param topicWords names and synonyms of its topics */
export function fieldText(source: SearchSource, topicWords: string, field: string): string {
  switch (field) {
    case 'title':
      return source.title
    case 'wordings':
      return source.wordings.join('\n')
    case 'topicWords':
    case 'soundOfTopics':
      return topicWords
    case 'soundOfText':
      return [source.title, ...source.wordings].join('\n')
    case 'citations':
      return source.citations.map(({ law, article }) => `${law} ${article}`).join('\n')
    case 'summary':
      return source.summary
    default:
      return source.body
  }
}

export type FieldCut = (text: string, field: string | undefined) => string[]

/** The words of topics stand in every document about them, so they are cut once. */
export function createFieldCut(sound: Sound | undefined): FieldCut {
  const cutTexts = new Map<string, readonly string[]>()

  function cut(text: string, field: string | undefined): readonly string[] {
    if (!sound || !isSpoken(field)) return textWords(text)
    return hanRuns(text).flatMap((run) => soundWords(sound(run)))
  }

  return (text, field) => {
    if (!ofTopics.some((name) => name === field)) return [...cut(text, field)]
    return text.split('\n').flatMap((line) => {
      const key = `${field} ${line}`
      const words = cutTexts.get(key) ?? cut(line, field)
      cutTexts.set(key, words)
      return words
    })
  }
}

/**
 * Where only some words fit: whether what fits is more than chance. A page that says them in passing is not
 * about them; and one word of many (今天下雨) must be a word of its topics.
 *
 * @param asked how many words were looked up
 */
export function isNoChance(asked: number): (hit: Hit) => boolean {
  return ({ queryTerms, match }) => {
    const hit = new Set(Object.values(match).flat())
    if (queryTerms.length === 1 && asked >= chanceWordsMin) return ofTopics.some((field) => hit.has(field))
    return [...hit].some((field) => !passing.includes(field))
  }
}

/** What the index says of one document that it found. */
interface Hit {
  queryTerms: readonly string[]
  /** The fields that hold each word. */
  match: Readonly<Record<string, readonly string[]>>
}
