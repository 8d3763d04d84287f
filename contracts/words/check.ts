/**
 * @file Looks a document through for the wordings of the bureau's lists.
 *
 * Pure, and the same wherever it runs. A wording that stands within a longer one that was found too is told
 * once, by the longer; one that may only be suggested never reaches over a line break, since the end of one
 * line and the beginning of the next make no word.
 */
import { wordEntriesMax, wordingCharactersMax, type WordEntry, type WordList } from '../documents/words.ts'
import { searchFor, type Search } from './automaton.ts'
import { findingAt, findingsMax, type Finding } from './finding.ts'
import { normalText, normalWords, type NormalText } from './normal.ts'
import { readTexts, type Content, type ReadText } from './places.ts'

/** What of a list is needed; lists as the lake gives them may hold `null` and unfinished entries. */
export type GivenList = Pick<WordList, 'kind'> & {
  entries?: readonly (Partial<Nullable<Omit<WordEntry, '_type'>>> | null)[] | null
}
type Nullable<Shape> = { [Key in keyof Shape]: Shape[Key] | null }

interface Rule {
  kind: WordList['kind']
  words: string
  instead: readonly string[]
  why: string
  types: readonly string[]
}

interface Pattern {
  rule: number
  /** An occurrence of it excuses what it covers. */
  excuses: boolean
}

interface Compiled {
  rules: readonly Rule[]
  patterns: readonly Pattern[]
  search: Search
}

interface Hit {
  rule: number
  from: number
  to: number
}

const texts = (list: readonly (string | null)[] | null | undefined): string[] =>
  (list ?? []).filter((text): text is string => typeof text === 'string' && text.trim() !== '')

function compile(lists: readonly GivenList[]): Compiled {
  const rules: Rule[] = []
  const patterns: Pattern[] = []
  const sought: string[] = []
  const entries = lists.flatMap(({ kind, entries: own }) => (own ?? []).map((entry) => ({ kind, entry })))
  for (const { kind, entry } of entries.slice(0, wordEntriesMax)) {
    const pattern = normalWords(entry?.words ?? '')
    if (!entry || pattern === '' || pattern.length > wordingCharactersMax * 2) continue
    const rule = rules.length
    rules.push({
      ...{ kind, words: entry.words ?? '', instead: texts(entry.instead), types: texts(entry.types) },
      why: entry.why?.trim() ?? '',
    })
    patterns.push({ rule, excuses: false })
    sought.push(pattern)
    for (const longer of texts(entry.except)) {
      patterns.push({ rule, excuses: true })
      sought.push(normalWords(longer))
    }
  }
  return { rules, patterns, search: searchFor(sought) }
}

const compiled = new WeakMap<readonly GivenList[], Compiled>()

/** Lists are compiled once for each array that is handed in. */
function compiledOf(lists: readonly GivenList[]): Compiled {
  const known = compiled.get(lists)
  if (known) return known
  const made = compile(lists)
  compiled.set(lists, made)
  return made
}

/** Hits in a text that no exception covers. */
function hitsIn({ patterns, search }: Compiled, text: string): Hit[] {
  const hits: Hit[] = []
  const excused = new Map<number, Hit[]>()
  for (const { pattern, from, to } of search(text)) {
    const { rule, excuses } = patterns[pattern] ?? { rule: 0, excuses: true }
    const hit = { rule, from, to }
    if (!excuses) hits.push(hit)
    else if (excused.has(rule)) excused.get(rule)?.push(hit)
    else excused.set(rule, [hit])
  }
  return hits.filter(
    ({ rule, from, to }) => !(excused.get(rule) ?? []).some((one) => one.from <= from && to <= one.to),
  )
}

const crosses = ({ breaks }: NormalText, { from, to }: Hit): boolean =>
  breaks.some((at) => from < at && at < to)

/** Without what a longer hit, or an earlier one at the same place, tells as strongly. */
function outermost(hits: readonly Hit[], rules: readonly Rule[]): Hit[] {
  const weight = ({ rule }: Hit) => (rules[rule]?.kind === 'block' ? 1 : 0)
  const sorted = hits.toSorted((a, b) => a.from - b.from || b.to - a.to || weight(b) - weight(a))
  const kept: Hit[] = []
  // What begins before and reaches as far stands before it in this order.
  const reach: [number, number] = [-1, -1]
  for (const hit of sorted) {
    const own = weight(hit)
    if (Math.max(reach[1], own === 0 ? reach[0] : -1) >= hit.to) continue
    if (hit.to > reach[own as 0 | 1]) reach[own as 0 | 1] = hit.to
    kept.push(hit)
  }
  return kept
}

const quoted = (words: readonly string[]) => words.map((each) => `“${each}”`).join('或')

function whyOf({ kind, instead, why }: Rule, found: string): string {
  const own = why === '' || /[。！？]$/.test(why) ? why : `${why}。`
  if (instead.length > 0)
    return `${kind === 'block' ? `“${found}”不能用，请改成` : `“${found}”建议改成`}${quoted(instead)}。${own}`
  return `${kind === 'block' ? `“${found}”不能用，请改掉。` : `请看看“${found}”这样写合不合适。`}${own}`
}

function findingsIn(text: ReadText, type: string, words: Compiled): Finding[] {
  const normal = normalText(text.text)
  const hits = hitsIn(words, normal.text).filter((hit) => {
    const rule = words.rules[hit.rule]
    if (!rule || (rule.types.length > 0 && !rule.types.includes(type))) return false
    return rule.kind === 'block' || !crosses(normal, hit)
  })
  return outermost(hits, words.rules).flatMap((hit) => {
    const rule = words.rules[hit.rule]
    const from = normal.from[hit.from] ?? 0
    const to = normal.to[hit.to - 1] ?? from
    if (!rule) return []
    const found = text.text.slice(from, to)
    const { kind, instead } = rule
    return findingAt(text, from, to, { of: 'words', kind, instead, why: whyOf(rule, found) }) ?? []
  })
}

/**
 * @param lists in the order in which they count; hand in the same array again and it is compiled no second time
 * @returns findings in the order of the document, at most `findingsMax`
 */
export function checkWords(document: Content, lists: readonly GivenList[]): Finding[] {
  const words = compiledOf(lists)
  if (words.rules.length === 0) return []
  const found: Finding[] = []
  for (const text of readTexts(document)) {
    found.push(...findingsIn(text, String(document['_type']), words))
    if (found.length >= findingsMax) break
  }
  return found.slice(0, findingsMax)
}
