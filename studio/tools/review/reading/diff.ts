/**
 * @file What changed between two texts, word by word, so that a person sees it at a glance. Pure.
 *
 * Words are those of the language (`Intl.Segmenter`), so a change within a word marks the word. Lone short
 * stretches between two changes are marked along with them: crumbs are harder to read than a phrase.
 */
export interface Stretch {
  kind: 'same' | 'added' | 'removed'
  text: string
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
export const wordsIn = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Cells of the table; beyond it the middle is told as replaced whole. Some 2,000 words against as many. */
const cellsMax = 4_000_000
/** A stretch of at most so many characters that stayed, between changes, is no resting place for the eye. */
const crumbMax = 1

function sharedEnds(a: readonly string[], b: readonly string[]): { head: number; tail: number } {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return { head, tail }
}

/** Lengths of the longest common subsequences of what follows each pair of places. */
function table(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [right = 0, below = 0] = [lengths[i * width + j + 1], lengths[(i + 1) * width + j]]
      const diagonal = lengths[(i + 1) * width + j + 1] ?? 0
      lengths[i * width + j] = a[i] === b[j] ? diagonal + 1 : Math.max(right, below)
    }
  return lengths
}

function walk(a: readonly string[], b: readonly string[]): Stretch[] {
  const lengths = table(a, b)
  const width = b.length + 1
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [old, fresh] = [a[i], b[j]]
    if (old !== undefined && old === fresh) {
      found.push({ kind: 'same', text: old })
      i += 1
      j += 1
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', text: old })
      i += 1
    } else {
      found.push({ kind: 'added', text: fresh ?? '' })
      j += 1
    }
  }
  return found
}

/** Within a run of changes what went stands before what came. */
function gathered(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  let run = { removed: '', added: '' }
  const flush = () => {
    if (run.removed !== '') found.push({ kind: 'removed', text: run.removed })
    if (run.added !== '') found.push({ kind: 'added', text: run.added })
    run = { removed: '', added: '' }
  }
  for (const { kind, text } of stretches) {
    if (kind !== 'same') {
      run[kind] += text
      continue
    }
    flush()
    const last = found.at(-1)
    if (last?.kind === 'same') last.text += text
    else found.push({ kind, text })
  }
  flush()
  return found
}

const isCrumb = (stretches: readonly Stretch[], index: number): boolean => {
  const stretch = stretches[index]
  const isBetween = index > 0 && index < stretches.length - 1
  return (
    stretch?.kind === 'same' && isBetween && [...stretch.text].length <= crumbMax && stretch.text !== '\n'
  )
}

function withoutCrumbs(stretches: readonly Stretch[]): Stretch[] {
  const opened = stretches.flatMap((stretch, index): Stretch[] =>
    isCrumb(stretches, index)
      ? [
          { kind: 'removed', text: stretch.text },
          { kind: 'added', text: stretch.text },
        ]
      : [stretch],
  )
  return gathered(opened)
}

/** The way from one text to the other; put together without what was removed it is the second text. */
export function textChanges(before: string, now: string): readonly Stretch[] {
  const [a, b] = [wordsIn(before), wordsIn(now)]
  const { head, tail } = sharedEnds(a, b)
  const [oldMiddle, newMiddle] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const isTooMuch = (oldMiddle.length + 1) * (newMiddle.length + 1) > cellsMax
  const same = (words: readonly string[]): Stretch[] =>
    words.length === 0 ? [] : [{ kind: 'same', text: words.join('') }]
  const middle: Stretch[] = isTooMuch
    ? [
        { kind: 'removed', text: oldMiddle.join('') },
        { kind: 'added', text: newMiddle.join('') },
      ]
    : walk(oldMiddle, newMiddle)
  return withoutCrumbs(
    gathered([...same(a.slice(0, head)), ...middle, ...same(tail === 0 ? [] : a.slice(-tail))]),
  )
}
