/**
 * @file Cuts Chinese text into search words: every two neighbouring characters, whole numbers, whole
 * Latin words. Pure.
 *
 * Texts are also cut into single characters, so that a question of one character (狗) finds something;
 * a question of more is looked up by pairs alone.
 */
import { withArabicArticles } from '../words/numerals.ts'

const hanRun = /\p{Script=Han}+/gu
const latinOrNumber = /\d+(?:-\d+)?|[a-z]+/g

/** What people say around the thing they ask about; longest first. */
const stopPhrases = [
  '应该怎么办', '该怎么办', '怎么办理', '怎么办呢', '怎么办', '怎么样', '怎么弄', '怎么', '怎样', '如何',
  '咋办', '咋', '为什么', '是什么', '什么', '哪里', '请问', '想问一下', '我想问', '想问', '问一下',
  '能不能', '可不可以', '可以', '能否', '是否', '是不是', '有没有', '算不算', '多少', '吗', '呢', '吧', '啊',
  '我们', '我', '你', '他', '她', '了', '的',
] // prettier-ignore

export const queryLengthMax = 60

export function textWords(text: string): string[] {
  const plain = fold(text)
  const words = plain.match(latinOrNumber) ?? []
  const found: string[] = [...words]
  for (const run of plain.match(hanRun) ?? []) found.push(...run, ...pairs(run))
  return found
}

/** @returns the words to look for; empty when nothing can be looked for */
export function queryWords(query: string): string[] {
  const plain = fold(query.slice(0, queryLengthMax))
  let stripped = plain
  for (const phrase of stopPhrases) stripped = stripped.replaceAll(phrase, ' ')
  const found = cut(stripped)
  return [...new Set(found.length > 0 ? found : cut(plain))]
}

function cut(plain: string): string[] {
  const runs = plain.match(hanRun) ?? []
  const long = runs.filter((run) => run.length > 1)
  // A single character beside longer words (the rest of a stripped phrase) says nothing.
  const han = long.length > 0 ? long.flatMap(pairs) : runs
  return [...(plain.match(latinOrNumber) ?? []), ...han]
}

/** Full-width to half-width, lower case, article numbers in Arabic figures. */
function fold(text: string): string {
  return withArabicArticles(text.normalize('NFKC').toLowerCase())
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((second, index) => `${characters[index]}${second}`)
}
