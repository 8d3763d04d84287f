/** @file What is found in a document, and how it is told to whoever wrote it. Pure. */
import { placesOf, type Place, type ReadText } from './places.ts'

export interface Finding extends Place {
  of: 'words' | 'citation'
  /** `block`: not published while it stands there · `suggest`: the writer decides. */
  kind: 'block' | 'suggest'
  /** Further spans of the same block that the place reaches over. */
  rest: readonly Place[]
  /** As it stands there. */
  found: string
  /** What stands before and after it, shortened. */
  before: string
  after: string
  /** What may stand in its place, the best first; none: it is not for one press to mend. */
  instead: readonly string[]
  /** One or two whole sentences: what is wrong and what to do. */
  why: string
}

/** Characters shown on either side. */
const aroundMax = 12

const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

/** @returns null where no stored string holds any of it */
export function findingAt(
  text: ReadText,
  from: number,
  to: number,
  said: Pick<Finding, 'instead' | 'kind' | 'of' | 'why'>,
): Finding | null {
  const [first, ...rest] = placesOf(text, from, to)
  if (!first) return null
  const before = text.text.slice(Math.max(0, from - aroundMax), from)
  const after = text.text.slice(to, to + aroundMax)
  return {
    ...first,
    ...said,
    rest,
    found: text.text.slice(from, to),
    before: flat(from > aroundMax ? `…${before}` : before),
    after: flat(to + aroundMax < text.text.length ? `${after}…` : after),
  }
}

/** Bounds what one document is told of. */
export const findingsMax = 200
