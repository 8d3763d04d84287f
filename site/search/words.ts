/**
 * @file Cuts Chinese text into search words: every two neighbouring characters, whole numbers, whole
 * Latin words. Pure.
 *
 * Texts are also cut into single characters, so that a question of one character (狗) finds something;
 * a question of more is looked up by pairs alone.
 */
import { withArabicArticles } from '../words/numerals.ts'
import { sameWording, withoutSmallTalk } from './everyday.ts'

const hanRun = /\p{Script=Han}+/gu
const latinOrNumber = /\d+(?:-\d+)?|[a-z]+/g

/** Of a longer question the beginning is read. */
export const queryLengthMax = 100

export function textWords(text: string): string[] {
  const plain = fold(text)
  const words: string[] = plain.match(latinOrNumber) ?? []
  for (const run of plain.match(hanRun) ?? []) words.push(...run, ...pairs(run))
  return words
}

/** @returns the words to look for; empty when nothing can be looked for */
export function queryWords(query: string): string[] {
  const given = query.slice(0, queryLengthMax)
  const plain = fold(given)
  const found = cut(withoutSmallTalk(plain))
  const words = [...new Set(found.length > 0 ? found : cut(plain))]
  return namesArticle(given) ? words : words.filter((word) => !shortNumber.test(word))
}

/** 3年 and 2万 say nothing of the trouble, yet many pages hold a 3. */
const shortNumber = /^\d{1,2}$/

function namesArticle(query: string): boolean {
  const plain = query.normalize('NFKC')
  return withArabicArticles(plain) !== plain || /[法典例定释]》?\s*\d/.test(plain)
}

/** Runs of Han characters as texts and questions are cut into, to be read aloud. */
export function hanRuns(text: string): readonly string[] {
  return fold(text).match(hanRun) ?? []
}

function cut(plain: string): string[] {
  const runs = plain.match(hanRun) ?? []
  const long = runs.filter((run) => run.length > 1)
  // A single character beside longer words (the rest of a stripped phrase) says nothing.
  const han = long.length > 0 ? long.flatMap(pairs) : runs
  return [...(plain.match(latinOrNumber) ?? []), ...han]
}

/** Full-width to half-width, lower case, article numbers in Arabic figures, one word for many names. */
export function fold(text: string): string {
  return sameWording(withArabicArticles(text.normalize('NFKC').toLowerCase()))
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((second, index) => `${characters[index]}${second}`)
}
