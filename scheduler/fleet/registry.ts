/** @file All screens as an operator sees them: record, place, player, and what is wrong. */
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import type { ScreenView, Tile } from '../../contracts/fleet.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import { litSince } from '../alerts/hours.ts'
import type { Incident } from '../alerts/incidents.ts'
import { alertTitle, silentMinutesDefault } from '../alerts/rules.ts'
import type { WatchedScreen } from '../alerts/watch.ts'
import type { SignageDocument } from '../compile/documents.ts'
import type { Manifests } from '../manifests/manifests.ts'
import type { PairingStore } from '../store/pairings.ts'
import type { PlayStore } from '../store/plays.ts'
import type { Pictures } from './pictures.ts'
import type { Fleet } from './status.ts'

export interface RegistryParts {
  now(): Instant
  documents(): ReadonlyMap<string, SignageDocument>
  manifests: Manifests
  pairings: PairingStore
  plays: Pick<PlayStore, 'brokenAt' | 'gap'>
  fleet: Fleet
  pictures: Pick<Pictures, 'takenAt'>
  alertsOf(screen: string): Incident[]
}

export interface Registry {
  has(screen: string): boolean
  view(screen: string): ScreenView | null
  all(): ScreenView[]
  /** Ids of the screens of a group or county. */
  within(place: { group: string } | { county: string }): string[]
  ids(): string[]
  /** For the alerts; `null` for a screen without a record or without a player of its own. */
  watched(screen: string, startedAt: Instant): WatchedScreen | null
  /** How many screens of a county have a player of their own. */
  playersIn(county: string): number
}

export function registryOf(parts: RegistryParts): Registry {
  const { now, documents, manifests, pairings, plays, fleet, pictures, alertsOf } = parts

  function* screens(): Generator<ScreenDocument> {
    for (const document of documents().values()) if (document._type === 'screen') yield document
  }

  function titleAndTile(county: string): { id: string; title: string; tile: Tile | null } {
    const document = documents().get(county)
    return document?._type === 'county'
      ? { id: county, title: document.title, tile: document.tile ?? null }
      : { id: county, title: '', tile: null }
  }

  function viewOf(document: ScreenDocument): ScreenView {
    const screen = document._id
    const status = fleet.get(screen)
    const revision = manifests.get(screen)?.head.revision ?? 0
    const health = status?.vitals?.health ?? null
    return {
      screen,
      title: document.title,
      address: document.address ?? '',
      size: { width: document.width, height: document.height },
      county: titleAndTile(document.county._ref),
      groups: (document.groups ?? []).map(({ _ref }) => _ref),
      pairedAt: pairings.ofScreen(screen)?.pairedAt ?? null,
      online: status?.online ?? false,
      lastSeenAt: status?.lastSeenAt || null,
      nowPlaying: status?.nowPlaying ?? null,
      revision,
      appliedRevision: status?.appliedRevision ?? 0,
      behind: status !== null && status.appliedRevision < revision,
      offsetMs: status?.offsetMs ?? 0,
      assetsMissing: status?.assetsMissing ?? 0,
      cache: health && { bytes: health.cacheBytes, bytesMax: health.cacheBytesMax },
      health,
      problems: status?.vitals?.noticed ?? [],
      box: status?.box ?? null,
      version: status?.version ?? '',
      pictureAt: pictures.takenAt(screen),
      alerts: alertsOf(screen).map(({ id, kind, openedAt, note }) => ({
        incident: id,
        kind,
        title: alertTitle(kind),
        openedAt,
        note,
      })),
    }
  }

  return {
    has: (screen) => documents().get(screen)?._type === 'screen',
    view(screen) {
      const document = documents().get(screen)
      return document?._type === 'screen' ? viewOf(document) : null
    },
    all: () => [...screens()].map(viewOf).sort((a, b) => (a.screen < b.screen ? -1 : 1)),
    within: (place) =>
      [...screens()]
        .filter(({ county, groups }) =>
          'county' in place
            ? county._ref === place.county
            : (groups ?? []).some(({ _ref }) => _ref === place.group),
        )
        .map(({ _id }) => _id)
        .sort(),
    ids: () => [...screens()].map(({ _id }) => _id),
    watched(screen, startedAt) {
      const document = documents().get(screen)
      const pairing = document?._type === 'screen' && pairings.ofScreen(screen)
      if (!pairing) return null
      const status = fleet.get(screen)
      const head = manifests.get(screen)?.head
      const county = titleAndTile(document.county._ref)
      return {
        screen,
        title: document.title,
        county: county.id,
        countyTitle: county.title,
        observed: {
          litSince: litSince(head?.screen.lit, head?.screen.zone ?? defaultZone, now()),
          heardAt: Math.max(status?.lastSeenAt ?? 0, pairing.pairedAt, startedAt),
          silentMinutes: silentMinutesOf(document),
          revision: head?.revision ?? 0,
          status,
          proofBrokenAt: plays.brokenAt(screen),
          gap: plays.gap(screen),
        },
      }
    },
    playersIn: (county) =>
      [...screens()].filter((one) => one.county._ref === county && pairings.ofScreen(one._id)).length,
  }
}

/** Whatever else stands there would silence the alert for good. */
function silentMinutesOf({ silentMinutes }: ScreenDocument & { silentMinutes?: number }): number {
  return typeof silentMinutes === 'number' && silentMinutes >= 1 ? silentMinutes : silentMinutesDefault
}
