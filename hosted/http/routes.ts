/**
 * @file `/api/review/…`: what the Studio asks of the desk. Whoever asks shows the token of the service.
 *
 * GET me · POST steps {subject, step} · GET policy · POST policy {rev}, administrators · GET standing?subject= ·
 * GET withheld, administrators. Written down for people in docs/review.md.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { reviewPolicyId } from '../../contracts/documents/review.ts'
import { failHosted } from '../../contracts/errors/hosted.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import { askedStep } from '../../contracts/review/wish.ts'
import type { Desk } from '../desk/desk.ts'
import { actorOf, takesPart } from '../desk/people.ts'
import type { Mirror } from '../mirror/mirror.ts'
import type { Identities, Identity } from '../service/identity.ts'
import type { Service } from '../service/service.ts'
import type { Policies } from '../store/policies.ts'
import { bearerOf, readRecord, sendError, sendJson } from './answer.ts'

export const prefix = '/api/review/'
const withheldMax = 500

export interface RouteParts {
  identities: Identities
  service: Service
  desk: Desk
  mirror: Pick<Mirror, 'withheld' | 'shows' | 'look'>
  policies: Policies
  clock: Clock
  log: Log
}

interface Exchange {
  request: IncomingMessage
  query: URLSearchParams
  identity: Identity
  parts: RouteParts
}

/** Of published contents; what holds copies or trails is none. */
const subjectId = /^(?!drafts\.|versions\.|review\.|_)[A-Za-z0-9_-][A-Za-z0-9_.-]{0,119}$/

function subjectFrom(value: unknown): string {
  if (typeof value !== 'string' || !subjectId.test(value) || value.includes('..'))
    throw failHosted('hosted.malformed-request', { reason: 'subject' })
  return value
}

function expectAdministrator({ isAdministrator, isPerson }: Identity): void {
  if (!isAdministrator || !isPerson) throw failHosted('hosted.not-allowed')
}

async function policyNow({ service, policies }: RouteParts) {
  const [document = null] = await service.documents([reviewPolicyId])
  const accepted = policies.accepted()
  return {
    document,
    told: {
      isCurrent: policies.isCurrent(document),
      rev: document?._rev ?? null,
      accepted: accepted && { at: accepted.at, byName: accepted.byName },
    },
  }
}

async function acceptPolicy({ request, identity, parts }: Exchange) {
  expectAdministrator(identity)
  const { rev } = await readRecord(request)
  const { document } = await policyNow(parts)
  if (!document || document._rev !== rev) throw failHosted('hosted.policy-changed')
  parts.policies.accept(document, identity, new Date(parts.clock.now()).toISOString())
  parts.log.info({ by: identity.id }, 'rules of review were accepted')
  parts.mirror.look()
  return (await policyNow(parts)).told
}

function me({ identity, parts }: Exchange) {
  const accepted = parts.policies.accepted()?.policy ?? null
  const { id, name, county, stages, isAdministrator, isPerson } = actorOf(identity, accepted)
  const mayWrite = identity.roles.some((role) => role !== 'viewer')
  const role = isAdministrator
    ? 'administrator'
    : mayWrite
      ? 'editor'
      : stages.length > 0
        ? 'reviewer'
        : 'viewer'
  return {
    id,
    name,
    county,
    stages,
    isAdministrator,
    isPerson,
    role,
    takesPart: takesPart(identity, accepted),
  }
}

async function takeStep({ request, identity, parts }: Exchange) {
  const { subject, step } = await readRecord(request)
  const asked = askedStep(step)
  if (!asked) throw failHosted('hosted.malformed-request', { reason: 'step' })
  await parts.desk.step(identity, subjectFrom(subject), asked)
  return { taken: true }
}

function withheld({ identity, parts }: Exchange) {
  expectAdministrator(identity)
  const all = parts.mirror.withheld()
  return { count: all.length, documents: all.slice(0, withheldMax) }
}

const routes: Readonly<Record<string, (exchange: Exchange) => unknown>> = {
  'GET me': me,
  'POST steps': takeStep,
  'GET policy': async ({ parts }) => (await policyNow(parts)).told,
  'POST policy': acceptPolicy,
  'GET standing': ({ query, parts }) =>
    parts.mirror.shows(subjectFrom(query.get('subject'))) ?? { isShown: null },
  'GET withheld': withheld,
}

async function answer(request: IncomingMessage, parts: RouteParts): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const run = routes[`${request.method ?? 'GET'} ${url.pathname.slice(prefix.length)}`]
  if (!run) throw failHosted('hosted.unknown-endpoint', { path: url.pathname.slice(0, 200) })
  const token = bearerOf(request)
  const identity = token === null ? null : await parts.identities.of(token)
  if (!identity) throw failHosted('hosted.not-signed-in')
  return run({ request, query: url.searchParams, identity, parts })
}

/** @returns what answers each request, whatever happens */
export const answering =
  (parts: RouteParts) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, parts)
      .then((value) => sendJson(response, value))
      .catch((error: unknown) => sendError(response, error, parts.log))
      .finally(() => {
        // What was not read of a body must not hold up the connection.
        if (!request.readableEnded) request.resume()
      })
  }
