/**
 * @file The desk: judges every step of review by the rule that the embedded lake has, and writes what follows.
 *
 * Invariants: a trail is judged by what this server wrote and never by what the service shows; a content gets a
 * seal only by its last approval or as an urgent notice; what concerns one content happens one after the other.
 */
import { randomBytes } from 'node:crypto'
import { reviewIdOf } from '../../contracts/documents/review.ts'
import { failHosted } from '../../contracts/errors/hosted.ts'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import { inKeyPeriod, mayWorkInKeyPeriod, policyOf } from '../../contracts/review/policy.ts'
import { close, roundOf, takeStep, type Actor, type Trail } from '../../contracts/review/rule.ts'
import type { AskedStep } from '../../contracts/review/wish.ts'
import { toldFindings } from '../../contracts/words/submission.ts'
import { makeSeal, markedTrail, sealsMax, validSeals, type MarkedTrail } from '../seal.ts'
import type { Identity } from '../service/identity.ts'
import type { Service } from '../service/service.ts'
import { sealedAt, type Floors } from '../store/floors.ts'
import type { Policies } from '../store/policies.ts'
import type { Trails } from '../store/trails.ts'
import { standingOf, type Standing } from './facts.ts'
import { absentOf, actorOf, takesPart } from './people.ts'
import { turnsOf } from './turns.ts'
import { blockedWords } from './words.ts'
import { trailMutations } from './write.ts'

export interface DeskParts {
  service: Service
  key: Buffer
  trails: Trails
  floors: Pick<Floors, 'of'>
  policies: Policies
  clock: Clock
  log: Log
}

/** What became of a content, as the mirror saw it. */
export interface Noticed {
  subject: string
  kind: 'publish' | 'unpublish'
  /** Of what is public by a seal; null where it was taken down. */
  hash: string | null
  /** As the service names whoever did it; null: not told. */
  by: string | null
}

export interface Desk {
  /** @throws PufaError `lake.review-…`, `lake.not-permitted`, `hosted.…` */
  step(identity: Identity, subject: string, asked: AskedStep): Promise<void>
  /** Ends the round of what went out or was taken down past this desk. */
  noticed(what: Noticed): Promise<void>
}

const triesMax = 2

/** What let a content through, if this step did. */
function sealed(key: Buffer, before: Trail | null, next: Trail, at: string): Pick<MarkedTrail, 'seals'> {
  const own = validSeals(key, next.subject, before?.seals)
  const step = next.steps.at(-1)
  const isThrough =
    step?.kind === 'urgent' || (step?.kind === 'approve' && next.awaits === null && next.state !== 'open')
  if (!isThrough || next.hash === undefined) return own.length > 0 ? { seals: own } : {}
  const isExtra = step.kind === 'urgent' || roundOf(next.steps).some(({ stage }) => stage === 'extra')
  return { seals: [makeSeal(key, next.subject, { hash: next.hash, at, isExtra }), ...own].slice(0, sealsMax) }
}

export function openDesk(parts: DeskParts): Desk {
  const { service, key, trails, floors, policies, clock, log } = parts
  const inTurn = turnsOf()
  const rulesNow = () => {
    const accepted = policies.accepted()?.policy ?? null
    return { accepted, policy: policyOf(accepted) }
  }
  const look = (id: string, copyId: string | null) =>
    standingOf(service, { id, copyId, at: clock.now(), key, trails })

  /** @returns the trail as written; null where somebody was faster */
  async function write({ shown, trail }: Standing, next: Trail): Promise<MarkedTrail | null> {
    const marked = markedTrail(key, next, (trail?.serial ?? 0) + 1)
    if (!(await service.mutate(trailMutations(reviewIdOf(next.subject), shown, marked)))) return null
    trails.keep(marked)
    return marked
  }

  async function judged(actor: Actor, standing: Standing, asked: AskedStep): Promise<Trail> {
    const at = clock.now()
    const { policy, accepted } = rulesNow()
    const { copy, subject, trail, document } = standing
    const isOut = asked.kind === 'submit' || asked.kind === 'urgent'
    if (document && isOut) {
      const blocked = await blockedWords(service, document, at)
      if (blocked.length > 0)
        throw failLake('lake.review-words-blocked', { id: subject.id, ...toldFindings(blocked) })
    }
    const facts = { actor, absent: absentOf(actor, policy, accepted, at), subject, copy, policy, at }
    const outcome = takeStep(trail, asked, facts, asked.key ?? randomBytes(6).toString('hex'))
    if ('refusal' in outcome) throw failLake(`lake.review-${outcome.refusal}`, { id: subject.id })
    const sealTime = sealedAt(at, floors.of(subject.id))
    return { ...outcome.trail, ...sealed(key, trail, outcome.trail, sealTime) }
  }

  async function take(identity: Identity, id: string, asked: AskedStep): Promise<void> {
    const { accepted } = rulesNow()
    if (!takesPart(identity, accepted)) throw failLake('lake.not-permitted', { id })
    const actor = actorOf(identity, accepted)
    const named = asked.kind === 'submit' || asked.kind === 'urgent' ? asked.copy : null
    for (let attempt = 0; attempt < triesMax; attempt++) {
      const standing = await look(id, named)
      const next = await judged(actor, standing, asked)
      const written = await write(standing, next)
      if (!written) continue
      if (written.state === 'approved' && standing.trail?.state !== 'approved')
        await putOut(actor, standing, written)
      return
    }
    throw failHosted('hosted.trail-busy', { id })
  }

  /** What cannot go out as it is stays approved, and is put out by hand once that is mended. */
  async function putOut(actor: Actor, { copy, subject }: Standing, written: MarkedTrail): Promise<void> {
    if (!written.publishes || !copy || copy.id !== `drafts.${subject.id}`) return
    const { policy } = rulesNow()
    if (inKeyPeriod(policy, clock.now()) && !mayWorkInKeyPeriod(policy, actor.id)) return
    try {
      if (!(await service.publish(subject.id, copy.rev))) {
        log.warn({ id: subject.id }, 'what was approved could not be put out at once')
        return
      }
      await end(subject.id, 'publish', actor, copy.hash)
    } catch (error) {
      log.warn({ id: subject.id, reason: String(error) }, 'what was approved could not be put out at once')
    }
  }

  async function end(
    id: string,
    kind: 'publish' | 'unpublish',
    actor: Actor,
    hash: string | null,
  ): Promise<void> {
    for (let attempt = 0; attempt < triesMax; attempt++) {
      const [shown = null] = await service.documents([reviewIdOf(id)])
      const trail = trails.newest(id, shown)
      if (!trail || !isToEnd(trail, kind, hash)) return
      const subject = { id, type: trail.subjectType, title: trail.title, county: trail.county?._ref ?? null }
      const step = { key: randomBytes(6).toString('hex'), ...(hash === null ? {} : { hash }) }
      const closed = close(trail, kind, { actor, subject, at: clock.now() }, step)
      if (await write({ shown, trail, subject, copy: null, document: null }, closed)) return
    }
    throw failHosted('hosted.trail-busy', { id })
  }

  const isToEnd = ({ state, hash: approved }: Trail, kind: Noticed['kind'], hash: string | null): boolean =>
    kind === 'publish' ? state === 'approved' && approved === hash : state !== 'unpublished'

  return {
    step: (identity, subject, asked) => inTurn(subject, () => take(identity, subject, asked)),
    noticed: ({ subject, kind, hash, by }) =>
      inTurn(subject, () => {
        const { accepted } = rulesNow()
        const told = { id: by ?? 'hosted', name: '托管项目的账号', roles: [], told: {} }
        const actor = actorOf({ ...told, isPerson: true, isAdministrator: false }, accepted)
        return end(subject, kind, actor, hash)
      }),
  }
}
