/** @file A small town of documents for the tests of roles: every kind of work, county and state once. */
import type { SanityClient } from '@sanity/client'
import type { Role } from '../../content-lake/access/party.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

/** `A` works for county a, `0` for the whole prefecture. */
export const partyNames = [
  'administrator',
  'operator A',
  'operator 0',
  'editor A',
  'editor 0',
  'reviewer A',
  'reviewer 0',
  'adviser',
  'viewer',
  'receiver',
  'anonymous',
] as const
export type PartyName = (typeof partyNames)[number]

export type Work = 'content' | 'schedule' | 'registry'
export type Place = 'a' | 'b' | 'none'
export type State = 'published' | 'draft' | 'version'

export const works: Record<Work, string> = {
  content: 'newsItem',
  schedule: 'playlist',
  registry: 'screenGroup',
}
export const places: readonly Place[] = ['a', 'b', 'none']
export const states: readonly State[] = ['published', 'draft', 'version']

const prefixes: Record<State, string> = { published: '', draft: 'drafts.', version: 'versions.r1.' }
export const idOf = (work: Work, place: Place, state: State, name = 'x') =>
  `${prefixes[state]}${works[work]}-${place}-${name}`
export const countyOf = (place: Place): { county?: { _type: 'reference'; _ref: string } } =>
  place === 'none' ? {} : { county: { _type: 'reference', _ref: `county-${place}` } }

export interface Placed {
  id: string
  work: Work
  place: Place
  state: State
}

/** One of each. Every one is alone: no published document has a draft or a version. */
export const placed: readonly Placed[] = (Object.keys(works) as Work[]).flatMap((work) =>
  places.flatMap((place) =>
    states.map((state) => ({ id: idOf(work, place, state, state), work, place, state })),
  ),
)

export const others = {
  report: 'report.AAAA1111',
  reportDraft: 'drafts.report.BBBB2222',
  release: '_.releases.r1',
  system: 'sys-group',
  privateDot: 'private.note',
} as const

export interface Town {
  at: LakeOnPort
  clients: Record<PartyName, SanityClient>
  tokens: Record<PartyName, string | null>
  /** `fetch` of a path, as that party. */
  ask(party: PartyName, path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export async function startTown(): Promise<Town> {
  const at = await startLake()
  const tokenOf = (name: PartyName): string | null => {
    const [role = '', scope] = name.split(' ')
    if (role === 'anonymous') return null
    const county = scope === 'A' ? 'county-a' : null
    return at.lake.issueServiceToken(`t-${name.replace(' ', '-')}`, role as Role, county)
  }
  const entries = partyNames.map((name) => [name, tokenOf(name)] as const)
  const tokens = Object.fromEntries(entries) as Record<PartyName, string | null>
  const clients = Object.fromEntries(
    entries.map(([name, token]) => [name, at.clientWith(token === null ? {} : { token })]),
  ) as Record<PartyName, SanityClient>
  const fill = at.client.transaction()
  for (const county of ['county-a', 'county-b']) fill.create({ _id: county, _type: 'county', title: county })
  for (const { id, work, place } of placed)
    fill.create({ _id: id, _type: works[work], title: `村里的事 ${id}`, ...countyOf(place) })
  fill.create({ _id: others.report, _type: 'errorReport', title: 'r' })
  fill.create({ _id: others.reportDraft, _type: 'errorReport', title: 'r' })
  fill.create({ _id: others.system, _type: 'system.group', title: 'r' })
  fill.create({ _id: others.privateDot, _type: 'newsItem', title: 'r' })
  await fill.commit({ visibility: 'sync' })
  await at.client.action({
    actionType: 'sanity.action.release.create',
    releaseId: 'r1',
    metadata: { title: 'r', releaseType: 'undecided' },
  })
  return {
    at,
    clients,
    tokens,
    ask(party, path, init = {}) {
      const token = tokens[party]
      return fetch(at.origin + path, {
        ...init,
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...init.headers },
      })
    },
    close: () => at.close(),
  }
}
