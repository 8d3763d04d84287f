/**
 * @file Orders over two counties' screens, with manifests, status and pairings of the scheduler's own.
 *
 * What a player would be sent is what `manifests` holds; `hears` and `applies` stand for the player.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { NoticeTemplate } from '../../contracts/documents/index.ts'
import { resolve } from '../../contracts/schedule/index.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { fleetOf, type Fleet } from '../../scheduler/fleet/status.ts'
import { manifestsOf, type Manifests } from '../../scheduler/manifests/manifests.ts'
import { complianceStore } from '../../scheduler/orders/compliance.ts'
import { orderDesk, type OrderDesk } from '../../scheduler/orders/desk.ts'
import { orderLog } from '../../scheduler/orders/log.ts'
import { visibleDocuments } from '../../scheduler/orders/visible.ts'
import { pairingStore, type PairingStore } from '../../scheduler/store/pairings.ts'
import { handClock, memoryLog, ownDatabase, type HandClock } from './clock.ts'
import { county, event, mapOf, playlist, ref, screen, settings, slogan } from './samples.ts'
import { plainKey } from './plain-key.ts'

export const template = (more: Partial<NoticeTemplate> = {}): NoticeTemplate => ({
  _id: 'template-closed',
  _type: 'noticeTemplate',
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  title: '暂停办理',
  text: '{地点}从{时间}起暂停办理',
  fields: [
    { _type: 'noticeField', _key: 'a', name: '地点', label: '哪里', kind: 'text', maxLength: 6 },
    { _type: 'noticeField', _key: 'b', name: '时间', label: '何时', kind: 'time' },
  ],
  tone: 'plain',
  ...more,
})

/** County 1 has two screens, county 2 one; each county shows a slogan of its own. */
const town = (): SignageDocument[] => [
  settings({ fallback: ref('playlist-evergreen') }),
  template(),
  slogan('slogan-evergreen', '有事找法'),
  playlist('playlist-evergreen', 'slogan-evergreen'),
  ...['1', '2'].flatMap((code) => [
    county(code),
    slogan(`slogan-${code}`, `标语${code}`),
    slogan(`slogan-${code}b`, `又一条${code}`),
    playlist(`playlist-${code}`, `slogan-${code}`, `slogan-${code}b`),
    event(`event-${code}`, { playlist: ref(`playlist-${code}`), targets: [{ county: `county-${code}` }] }),
  ]),
  screen('screen-1', { leaseDays: 10 }),
  screen('screen-1b', { leaseDays: 10 }),
  screen('screen-2', { county: ref('county-2'), leaseDays: 10 }),
]

export interface OrdersRig {
  documents: Map<string, SignageDocument>
  clock: HandClock
  database: DatabaseSync
  manifests: Manifests
  fleet: Fleet
  pairings: PairingStore
  desk: OrderDesk
  /** Screens in the order in which they were pushed. */
  pushed: string[]
  /** The whole scheduler again over the same database, as after a crash. */
  restart(): Promise<OrdersRig>
  /** Puts a document in place, or takes it away, and says so. */
  change(document: SignageDocument, gone?: true): Promise<void>
  /** Title of what the screen shows, by the manifest that it is sent. */
  shows(screen: string, at?: number): string
  /** A player that plays by the newest manifest of its screen comes in contact. */
  applies(screen: string): void
  /** The player leaves. */
  leaves(screen: string): void
}

export async function ordersRig(
  given: readonly SignageDocument[] = town(),
  clock = handClock(),
  database = ownDatabase(),
): Promise<OrdersRig> {
  const documents = mapOf(given)
  const pushed: string[] = []
  const log = orderLog(database, clock.now)
  const fleet = fleetOf(database, clock.now)
  const pairings = pairingStore(database, clock.now)
  const manifests = manifestsOf({
    database,
    key: plainKey(),
    documents: () => visibleDocuments(documents, log.withdrawn()),
    takeovers: log.takeovers,
    renditions: { find: () => null },
    origin: 'https://pufa.test',
    now: clock.now,
  })
  const made = (screens: readonly string[]): void => void pushed.push(...screens)
  const desk = orderDesk({
    now: clock.now,
    database,
    log,
    compliance: complianceStore(database, clock.now, memoryLog()),
    manifests,
    fleet,
    pairings,
    documents: () => documents,
    // As the scheduler does, which tries again later.
    refresh: (changed) => manifests.refresh(changed, made, true).catch(() => undefined),
  })
  await manifests.refresh('all', made)
  desk.settle()
  pushed.length = 0
  const manifest = (id: string) => {
    const found = manifests.manifest(id)
    if (!found) throw new Error(`no manifest of ${id}`)
    return found
  }
  return {
    documents,
    clock,
    database,
    manifests,
    fleet,
    pairings,
    desk,
    pushed,
    restart: () => ordersRig([...documents.values()], clock, database),
    async change(document, gone) {
      if (gone) documents.delete(document._id)
      else documents.set(document._id, document)
      await manifests.refresh([{ id: document._id, type: document._type }], made)
      desk.settle()
    },
    shows(id, at = clock.now()) {
      const { schedule, screen: profile } = manifest(id)
      return resolve(schedule, profile, at).item.title
    },
    applies(id) {
      const { revision } = manifest(id)
      fleet.seen(id, { online: true, appliedRevision: revision })
      desk.applied(id, revision)
    },
    leaves: (id) => fleet.seen(id, { online: false }),
  }
}

export const hourMs = 3_600_000
export const iso = (instant: number): string => new Date(instant).toISOString()
export const everywhere = [{}]
export const inCounty = (code: string) => [{ county: `county-${code}` }]
