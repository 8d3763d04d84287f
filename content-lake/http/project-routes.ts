/**
 * @file What the Studio asks about itself before it shows anything: account, project, features.
 *
 * One project with one dataset. Optional services of Sanity's that this product does without are answered
 * with an honest nothing, so that the Studio does not wait for them.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { grantsOf } from '../access/grants.ts'
import {
  isAdministrator,
  mayWrite,
  partyOf,
  roleTitle,
  type Account,
  type Caller,
} from '../accounts/caller.ts'
import { releaseLimits } from '../releases/limits.ts'
import type { Documents } from '../store/documents.ts'
import type { KeyValue, KeyValues } from '../store/key-values.ts'
import { isRecord } from '../store/document.ts'
import { isAllowedOrigin } from './cors.ts'
import { sessionCookie } from './credentials.ts'
import { json, type Exchange, type Handler } from './exchange.ts'
import { parseJson, readBody } from './read.ts'
import type { Route } from './router.ts'

const KEY_VALUE_BYTES_MAX = 256 * 1024
/** The Studio's page of a closed release breaks without it; null says that nothing is removed by age. */
const SUBSCRIPTION = {
  featureTypes: { retention: { features: [{ attributes: { maxRetentionDays: null } }] } },
}

export function projectRoutes(parts: {
  projectId: string
  dataset: string
  configuredOrigin: string | null
  corsOrigins: readonly string[]
  accounts: Accounts
  keyValues: KeyValues
  documents: Documents
  isReviewed: boolean
}): Route[] {
  const { projectId, dataset, corsOrigins, accounts, keyValues, documents, isReviewed } = parts
  const nothing =
    (body: unknown): Handler =>
    () =>
      json(body)

  /** Who works here is for administrators; to others the Studio needs to show themselves alone. */
  const membersFor = (caller: Caller) =>
    accounts.all().filter(({ id }) => isAdministrator(caller) || id === idOf(caller))
  const project = (caller: Caller) => ({
    id: projectId,
    displayName: '普法',
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    studioHost: null,
    createdAt: accounts.all()[0]?.createdAt ?? null,
    features: [],
    metadata: {},
    members: membersFor(caller).map((account) => ({
      id: account.id,
      role: account.role,
      roles: rolesOf(account),
      isCurrentUser: account.id === idOf(caller),
      isRobot: false,
      createdAt: account.createdAt,
    })),
  })
  const ofProject =
    (handler: Handler): Handler =>
    (exchange) => {
      if (exchange.params['project'] !== projectId) throw failLake('lake.unknown-dataset')
      return handler(exchange)
    }

  const logOut: Handler = ({ caller, request }) => {
    accounts.signOut(caller)
    const cookie = sessionCookie(null, request, parts.configuredOrigin)
    return json({ ok: true }, 200, { 'set-cookie': cookie })
  }

  return [
    ['GET', 'users/me', 'signed-in', ({ caller }) => json(currentUser(caller))],
    [
      'GET',
      'users/me/keyvalue',
      'signed-in',
      ({ query, caller }) => json(keyValues.get(idOf(caller), listOf(query.get('keys') ?? ''))),
    ],
    [
      'GET',
      'users/me/keyvalue/:keys',
      'signed-in',
      ({ params, caller }) => json(keyValues.get(idOf(caller), listOf(params['keys'] ?? ''))),
    ],
    [
      'PUT',
      'users/me/keyvalue',
      'signed-in',
      async (exchange) => json(await putKeyValues(exchange, keyValues)),
    ],
    ['GET', 'users/:ids', 'signed-in', ({ params }) => json(people(listOf(params['ids'] ?? ''), accounts))],
    [
      'GET',
      'auth/providers',
      'anyone',
      ({ origin }) => json({ providers: [{ name: 'pufa', title: '普法账号', url: `${origin}/login` }] }),
    ],
    [
      'GET',
      'auth/id',
      'signed-in',
      ({ caller }) =>
        json({ id: idOf(caller), ...(caller.kind === 'session' ? { expiry: caller.expiresAt } : {}) }),
    ],
    ['POST', 'auth/logout', 'anyone', logOut],
    [
      'GET',
      'check/cors',
      'anyone',
      ({ origin, request }) =>
        json({
          result: {
            allowed:
              request.headers.origin === undefined ||
              request.headers.origin === origin ||
              isAllowedOrigin(request.headers.origin, corsOrigins),
            withCredentials: true,
          },
        }),
    ],
    ['GET', 'projects', 'signed-in', ({ caller }) => json([project(caller)])],
    ['GET', 'projects/:project', 'signed-in', ofProject(({ caller }) => json(project(caller)))],
    ['GET', 'projects/:project/grants', 'signed-in', ofProject(({ caller }) => json(grants(caller)))],
    ['GET', 'projects/:project/roles', 'signed-in', ofProject(nothing([]))],
    [
      'GET',
      'projects/:project/datasets',
      'signed-in',
      ofProject(({ query }) =>
        json(
          query.has('datasetProfile') && query.get('datasetProfile') !== 'content'
            ? []
            : [datasetEntry(dataset)],
        ),
      ),
    ],
    [
      'GET',
      'projects/:project/datasets/:dataset/acl',
      'signed-in',
      ofProject(({ caller }) => json(aclOf(caller, isReviewed))),
    ],
    [
      'GET',
      'projects/:project/datasets/:dataset/settings',
      'signed-in',
      ofProject(nothing({ maxFieldDepth: 20 })),
    ],
    ['GET', 'projects/:project/user-applications', 'signed-in', ofProject(nothing([]))],
    [
      'GET',
      'projects/:project/new-content-release-allowed',
      'signed-in',
      ofProject(() => json({ data: releaseLimits(documents) })),
    ],
    ['GET', 'features', 'anyone', nothing(['contentReleases', 'singleDocRelease'])],
    ['GET', 'ping', 'anyone', nothing({ ok: true })],
    ['GET', 'data/ping', 'anyone', nothing({ ok: true })],
    ['GET', 'data/ping/:dataset', 'anyone', nothing({ ok: true })],
    ['GET', 'help', 'anyone', nothing({ latestVersion: '0.0.0', resources: { sectionArray: [] } })],
    ['GET', 'intake/telemetry-status', 'anyone', nothing({ status: 'denied' })],
    ['POST', 'intake/batch', 'signed-in', async ({ request }) => (await readBody(request), json({}))],
    ['GET', 'journey/announcements', 'anyone', nothing([])],
    ['GET', 'journey/*rest', 'anyone', nothing(null)],
    ['GET', 'schedules/*rest', 'signed-in', nothing({ schedules: [] })],
    ['GET', 'subscriptions/*rest', 'signed-in', nothing(SUBSCRIPTION)],
    ['GET', 'access/*rest', 'signed-in', nothing([])],
    ['GET', 'media-libraries', 'signed-in', nothing({ data: [] })],
  ]
}

const idOf = (caller: Caller) => (caller.kind === 'anonymous' ? '' : caller.account.id)
const listOf = (value: string) =>
  value
    .split(',')
    .filter((entry) => entry !== '')
    .slice(0, 200)
const rolesOf = ({ role }: Account) => [{ name: role, title: roleTitle(role), description: '' }]

function currentUser(caller: Caller) {
  if (caller.kind === 'anonymous') throw failLake('lake.not-signed-in')
  const { account } = caller
  return {
    id: account.id,
    name: account.displayName,
    email: account.name,
    profileImage: null,
    role: account.role,
    roles: rolesOf(account),
    /** Id of the county's document, where the account is bounded to one. */
    county: account.county,
    /** What the account may approve. */
    stages: account.stages,
    provider: 'pufa',
  }
}

/** One id gives one person (or null), several a list, as Sanity does. */
function people(ids: readonly string[], accounts: Accounts) {
  const found = ids.map((id) => {
    const account = accounts.find(id)
    if (!account) return null
    const { displayName, createdAt, county, stages } = account
    // Whoever stands in for somebody acts within what that person may do.
    return { id, displayName, imageUrl: null, createdAt, county, stages }
  })
  return found.length === 1 ? (found[0] ?? null) : found
}

/** The very grants that the lake enforces, so that the Studio's buttons agree with it. */
const aclOf = (caller: Caller, isReviewed: boolean) =>
  grantsOf(partyOf(caller), isReviewed).map(({ filter, permissions }) => ({ filter, permissions }))

const grants = (caller: Caller) => ({
  'sanity.project': [{ grants: [{ name: 'read' }, ...(mayWrite(caller) ? [{ name: 'update' }] : [])] }],
  'sanity.project.datasets': [{ grants: [{ name: 'read' }] }],
})

const datasetEntry = (name: string) => ({
  name,
  aclMode: 'public',
  datasetProfile: 'content',
  features: [],
  tags: [],
  createdAt: null,
  createdByUserId: null,
})

async function putKeyValues({ request, caller }: Exchange, keyValues: KeyValues): Promise<KeyValue[]> {
  const body = parseJson((await readBody(request, KEY_VALUE_BYTES_MAX)).toString())
  const pairs = (Array.isArray(body) ? body : [body]).map((pair: unknown): KeyValue => {
    if (!isRecord(pair) || typeof pair['key'] !== 'string' || pair['key'].length > 200)
      throw failLake('lake.malformed-request', { reason: 'key and value' })
    return { key: pair['key'], value: pair['value'] }
  })
  keyValues.put(idOf(caller), pairs)
  return pairs
}
