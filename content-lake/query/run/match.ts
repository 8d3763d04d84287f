/**
 * @file `match`: every pattern is found among the words of a text, or of a list of texts.
 *
 * Pure. Words and patterns are those of groq-js. A text is not cut into words: each pattern is one expression
 * that finds a whole word, behind a search for its longest plain piece, which most texts do not have. Patterns
 * that do not look at the row are made once.
 */
import type { ExprNode } from '../groq.ts'
import { constantOf } from '../constant.ts'
import type { Compiler } from './compile.ts'
import type { Run } from './frame.ts'

/** What stands between words, as inside of a class of characters. */
const BREAKS = String.raw`!@#$%^&*(),\\/?";:{}|[\]+<>\s-`
const WORDS = new RegExp(`[^${BREAKS}]+`, 'g')
const PATTERNS = new RegExp(`[^${BREAKS.replace('*', '')}]+`, 'g')
/** Dots at the edge of a word are left out, also where that joins two. */
const EDGES = /(\b\.+|\.+\b)/g
const PATTERN_LENGTH_MAX = 1024
const CASELESS = /^[\p{Script=Han}\p{Nd}]+$/u

interface Pattern {
  /** Finds it in a text without dots at edges. */
  isIn(text: string): boolean
  /** Matches one word as a whole. */
  word: RegExp
}

const withoutEdges = (text: string) => (text.includes('.') ? text.replace(EDGES, '') : text)

const wordsOf = (text: string): string[] => withoutEdges(text).match(WORDS) ?? []

function toPattern(term: string): Pattern {
  const short = term.slice(0, PATTERN_LENGTH_MAX)
  const inWord = short.replace(/[*.]/g, (sign) => (sign === '*' ? `[^${BREAKS}]*` : `[^${BREAKS}]`))
  const found = new RegExp(`(?:^|[${BREAKS}])(?=[^${BREAKS}])${inWord}(?![^${BREAKS}])`, 'i')
  const [piece = ''] = short.split(/[*.]/).sort((a, b) => b.length - a.length)
  const mayHave = searchFor(piece)
  return {
    isIn: (text) => mayHave(text) && found.test(text),
    word: new RegExp(`^${short.replace(/\*/g, '.*')}$`, 'i'),
  }
}

function searchFor(piece: string): (text: string) => boolean {
  if (piece === '') return () => true
  if (CASELESS.test(piece)) return (text) => text.includes(piece)
  const search = new RegExp(piece, 'i')
  return (text) => search.test(text)
}

/** Null where something that is no text is among them. */
function patternsOf(value: unknown): Pattern[] | null {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  if (!texts.every((text) => typeof text === 'string')) return null
  return texts.flatMap((text) => (withoutEdges(text).match(PATTERNS) ?? []).map(toPattern))
}

function matches(value: unknown, patterns: readonly Pattern[] | null): boolean {
  if (!patterns || patterns.length === 0) return false
  if (typeof value === 'string') {
    const text = withoutEdges(value)
    return patterns.every((pattern) => pattern.isIn(text))
  }
  if (!Array.isArray(value)) return false
  const texts = value.filter((entry) => typeof entry === 'string').map(withoutEdges)
  return patterns.every((pattern) => texts.some((text) => pattern.isIn(text)))
}

/** How well a text matches, as `score` counts it. */
export function matchScore(value: unknown, pattern: unknown): number {
  const patterns = patternsOf(pattern)
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  const words = texts.flatMap((text) => (typeof text === 'string' ? wordsOf(text) : []))
  if (!patterns || words.length === 0) return 0
  let score = 0
  for (const { word } of patterns) {
    const count = words.filter((entry) => word.test(entry)).length
    score += (count * 2.2) / (count + 1.2)
  }
  return score
}

export function compileMatch(node: ExprNode & { type: 'OpCall' }, compiler: Compiler): Run {
  const left = compiler.run(node.left)
  const constant = constantOf(node.right, compiler.params)
  if (constant !== undefined) {
    const patterns = patternsOf(constant)
    return (frame, env) => matches(left(frame, env), patterns)
  }
  const right = compiler.run(node.right)
  return (frame, env) => matches(left(frame, env), patternsOf(right(frame, env)))
}
