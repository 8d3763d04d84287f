/** @file What of all that the service holds may be public at one instant, and what keeps back the rest. Pure. */
import type { ReviewSeal } from '../../contracts/documents/review.ts'
import { subjectOf } from '../../contracts/review/subject.ts'
import type { Floors } from '../store/floors.ts'
import type { Held } from './held.ts'
import { assetTypes, namesOwnFile, wantsSeal } from './kinds.ts'
import { publicOf, type Node } from './public.ts'
import { verdictOf, type Withheld } from './verdict.ts'

export interface WithheldDocument {
  id: string
  type: string
  title: string
  /** `reference`: something that it cannot do without is withheld or missing. */
  why: Withheld | 'reference' | 'file'
  /** `reference`: id of what is missing. */
  because?: string
}

export interface Judgement {
  shown: ReadonlySet<string>
  /** Of those shown that wanted one: the seal by which they are. */
  bySeal: ReadonlyMap<string, ReviewSeal>
  withheld: readonly WithheldDocument[]
}

export interface JudgeParts {
  held: Held
  floors: Pick<Floors, 'of'>
  place: { projectId: string; dataset: string }
  isKeyPeriod: boolean
}

export function judge({ held, floors, place, isKeyPeriod }: JudgeParts): Judgement {
  const nodes = new Map<string, Node>()
  const seals = new Map<string, ReviewSeal>()
  const kept = new Map<string, Withheld | 'file'>()

  const whyNot = (id: string): Withheld | 'file' | null => {
    const document = held.get(id)
    if (!document) return 'unapproved'
    if (assetTypes.includes(document._type)) return namesOwnFile(document, place) ? null : 'file'
    if (!wantsSeal(document._type)) return null
    const own = held.sealsOf(id)
    // Nothing need be hashed for what no seal was made of.
    if (own.length === 0) return 'unapproved'
    const verdict = verdictOf({ hash: held.hashOf(id), seals: own, floor: floors.of(id), isKeyPeriod })
    if (typeof verdict === 'string') return verdict
    seals.set(id, verdict)
    return null
  }

  for (const id of held.ids()) {
    const why = whyNot(id)
    if (why !== null) kept.set(id, why)
    nodes.set(id, { mayStand: why === null, strong: held.strongOf(id) })
  }
  const { shown, heldBy } = publicOf(nodes)
  const told = (id: string) => {
    const document = held.get(id)
    const { type, title } = subjectOf(id, document?._type ?? '', document ?? null)
    return { id, type, title }
  }
  const withheld = [
    ...[...kept].map(([id, why]): WithheldDocument => ({ ...told(id), why })),
    ...[...heldBy].map(([id, because]): WithheldDocument => ({ ...told(id), why: 'reference', because })),
  ]
  return { shown, bySeal: new Map([...seals].filter(([id]) => shown.has(id))), withheld }
}
