/**
 * @file The words of `text::query()`, and all text of a document.
 *
 * Pure. Chinese has no spaces between words, so a word with Chinese in it is found anywhere in the text;
 * a word of letters or digits is found at the beginning of a word. All words must be found, none of those
 * with a minus in front; "quoted words" belong together.
 */
import { PathBase } from './groq.ts'

/** Stands in a tree for all text of a document; no document has it. */
export const TEXT_ATTRIBUTE = '__pufaText'

const WORDS_MAX = 32
const WORD = /(-?)(?:"([^"]*)"|(\S+))/g
const LATIN = /^[\p{Script=Latin}\p{Nd}]/u
/** Without great and small letters. */
const HAN = /^\p{Script=Han}+$/u
const BREAKS = '(?:^|[^\\p{Script=Latin}\\p{Nd}])'

/** A star alone is how the Studio asks for a whole list. */
export const matchesAll = (query: string) => /^\s*\*+\s*$/.test(query)

interface Word {
  isUnwanted: boolean
  /** @param lower the same text in small letters, made when it is asked for */
  isIn(text: string, lower: () => string): boolean
}

/** groq-js takes it for a path: `string in path` calls `matches`. */
export class TextQuery extends PathBase {
  readonly #words: Word[]
  readonly #isAll: boolean

  constructor(query: string) {
    super('')
    this.#isAll = matchesAll(query)
    this.#words = [...query.toLowerCase().matchAll(WORD)]
      .slice(0, WORDS_MAX)
      .map(([, minus, quoted, bare]) => toWord((quoted ?? bare ?? '').replace(/\*+/g, ''), minus === '-'))
      .filter((word) => word !== null)
  }

  override matches(text: string): boolean {
    if (this.#isAll) return text !== ''
    let known: string | undefined
    const lower = () => (known ??= text.toLowerCase())
    return this.#words.length > 0 && this.#words.every((word) => word.isIn(text, lower) !== word.isUnwanted)
  }
}

function toWord(word: string, isUnwanted: boolean): Word | null {
  if (word === '') return null
  if (HAN.test(word)) return { isUnwanted, isIn: (text) => text.includes(word) }
  if (!LATIN.test(word)) return { isUnwanted, isIn: (_, lower) => lower().includes(word) }
  const escaped = word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  const atWordStart = new RegExp(BREAKS + escaped, 'u')
  return { isUnwanted, isIn: (_, lower) => lower().includes(word) && atWordStart.test(lower()) }
}

/** All text of a document, worked out once for each revision. */
export function textOf(document: Record<string, unknown>): string {
  const known = texts.get(document)
  if (known !== undefined) return known
  const text = gather(document)
  texts.set(document, text)
  return text
}

const texts = new WeakMap<object, string>()

function gather(value: unknown): string {
  const found: string[] = []
  const walk = (part: unknown, name: string) => {
    if (typeof part === 'string') {
      if (!name.startsWith('_')) found.push(part)
    } else if (Array.isArray(part)) for (const entry of part) walk(entry, name)
    else if (typeof part === 'object' && part !== null)
      for (const [key, member] of Object.entries(part)) walk(member, key)
  }
  walk(value, '')
  return found.join(' ')
}
