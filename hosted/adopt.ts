/**
 * @file Takes over what stands at the service as approved: for what was public before review was switched on, and
 * for the demonstration. Whoever has this machine decides, and the trail says so.
 */
import { reviewIdOf, type ReviewStep } from '../contracts/documents/review.ts'
import type { Instant } from '../contracts/part.ts'
import { stepsMax, type Trail } from '../contracts/review/rule.ts'
import { subjectOf } from '../contracts/review/subject.ts'
import { trailMutations } from './desk/write.ts'
import { isPublished, wantsSeal } from './mirror/kinds.ts'
import { readAll } from './mirror/read-all.ts'
import { contentHash, makeSeal, markedTrail, sealsMax, validSeals, type MarkedTrail } from './seal.ts'
import type { Service, ServiceDocument } from './service/service.ts'
import { counts, sealedAt, type Floors } from './store/floors.ts'
import type { Trails } from './store/trails.ts'

export interface AdoptParts {
  service: Service
  key: Buffer
  trails: Trails
  floors: Pick<Floors, 'of'>
}

export interface Unapproved {
  document: ServiceDocument
  /** Empty: no text that anybody could approve, such as one with half a character. */
  hash: string
  shown: ServiceDocument | null
}

function hashOf(document: ServiceDocument, all: ReadonlyMap<string, ServiceDocument>): string {
  try {
    return contentHash(document._id, document, (asset) => all.get(asset))
  } catch (error) {
    if (error instanceof TypeError) return ''
    throw error
  }
}

/** Published contents without a seal that counts. @throws PufaError `hosted.unreachable` */
export async function unapproved({ service, key, floors }: AdoptParts): Promise<Unapproved[]> {
  const all = await readAll(service)
  const byId = new Map(all.map((document) => [document._id, document]))
  return all
    .filter(({ _id, _type }) => wantsSeal(_type) && isPublished(_id))
    .map((document) => ({
      document,
      hash: hashOf(document, byId),
      shown: byId.get(reviewIdOf(document._id)) ?? null,
    }))
    .filter(({ document: { _id }, hash, shown }) => {
      if (hash === '') return false
      const seals = validSeals(key, _id, shown?.['seals'])
      return !seals.some((seal) => seal.hash === hash && counts(seal, floors.of(_id)))
    })
}

export interface Adoption {
  reason: string
  /** Who runs the command, as this machine knows him. */
  operator: string
  at: Instant
}

const mutationsAtOnce = 100

/**
 * @param progress told how many are done
 * @returns how many were adopted; what changed meanwhile is left out
 */
export async function adopt(
  parts: AdoptParts,
  found: readonly Unapproved[],
  adoption: Adoption,
  progress: (done: number) => void = () => {},
): Promise<number> {
  const { service, trails } = parts
  let done = 0
  for (let from = 0; from < found.length; from += mutationsAtOnce) {
    const made = found.slice(from, from + mutationsAtOnce).map((one) => {
      const trail = adopted(parts, one, adoption)
      return { trail, mutations: trailMutations(reviewIdOf(trail.subject), one.shown, trail) }
    })
    const isWritten = await service.mutate(made.flatMap(({ mutations }) => mutations))
    // One trail that somebody has just changed must not hold up the others.
    for (const { trail, mutations } of made)
      if (isWritten || (await service.mutate(mutations))) {
        trails.keep(trail)
        done++
      }
    progress(done)
  }
  return done
}

/**
 * A trail without our mark, as after a lost key: what people said and decided is kept for the file, and nothing
 * else of it, so it approves nothing. When it went out is left away, since authors are counted from there.
 */
function stepsShown(shown: ServiceDocument | null): ReviewStep[] {
  const steps: unknown = shown?.['steps']
  if (!Array.isArray(steps)) return []
  const isStep = (step: unknown): boolean =>
    typeof step === 'object' &&
    step !== null &&
    ['_key', 'kind', 'by', 'byName', 'at'].every(
      (name) => typeof (step as ReviewStep)[name as 'by'] === 'string',
    )
  const isOfPeople = ({ kind }: ReviewStep): boolean => kind !== 'publish' && kind !== 'unpublish'
  return (steps as ReviewStep[]).filter((step) => isStep(step) && isOfPeople(step)).slice(-stepsMax)
}

function adopted(
  { key, trails, floors }: AdoptParts,
  { document, hash, shown }: Unapproved,
  adoption: Adoption,
) {
  const { reason, operator, at } = adoption
  const subject = subjectOf(document._id, document._type, document)
  const stamp = new Date(at).toISOString()
  const seal = makeSeal(key, subject.id, {
    ...{ hash, at: sealedAt(at, floors.of(subject.id)), isExtra: true },
  })
  const before = trails.newest(subject.id, shown)
  const earlier = before ? [] : stepsShown(shown)
  const words =
    earlier.length > 0
      ? '沿用已经公开的内容，没有经过三审；以上记录是托管项目里留下的，没有核对：'
      : '沿用已经公开的内容，没有经过三审：'
  const step = {
    ...({ _key: seal.seal.slice(0, 12), _type: 'reviewStep', kind: 'comment' } as const),
    ...{ by: `machine:${operator}`, byName: `服务器管理员（${operator}）`, at: stamp },
    ...{ rev: document._rev, hash, words: `${words}${reason}` },
  }
  const county = { _type: 'reference', _ref: subject.county ?? '', _weak: true } as const
  const base: Trail = before ?? {
    ...{ subject: subject.id, subjectType: subject.type, title: subject.title, awaits: null },
    ...(subject.county === null ? {} : { county }),
    ...{ authors: [], approvedBy: [], since: stamp, publishes: false, owes: false, state: 'published' },
    steps: earlier,
  }
  const trail: MarkedTrail = {
    // A round that is under way over a draft goes on.
    ...base,
    steps: [...base.steps, step].slice(-stepsMax),
    seals: [seal, ...validSeals(key, subject.id, before?.seals)].slice(0, sealsMax),
  }
  return markedTrail(key, trail, (before?.serial ?? 0) + 1)
}
