/**
 * @file Everything one screen shows, from the documents: the content of its manifest.
 *
 * Pure. Only events that aim at the screen travel, with the playlists and items that they need; the
 * fallback always travels.
 */
import type { PlaylistDocument, ScreenDocument } from '../../contracts/documents/index.ts'
import type { Manifest, ManifestAsset, ScreenProfile } from '../../contracts/manifest.ts'
import { defaultZone, isZone, type Item, type Playlist } from '../../contracts/schedule/index.ts'
import { targetsScreen } from '../../contracts/schedule/order.ts'
import { compileCalendar } from './calendar.ts'
import { Reading, type SignageDocument } from './documents.ts'
import { compileEvent } from './events.ts'
import { compileItems, type ItemContext, type RenditionRequest } from './items.ts'

export interface Renditions {
  /** The finished rendition, or `null`: it is then made and the screen compiled again. */
  find(request: RenditionRequest): ManifestAsset | null
}

export interface CompileInput {
  documents: ReadonlyMap<string, SignageDocument>
  renditions: Renditions
  origin: string
  /** Wall-clock date at the screen, for the calendar's tables. */
  today: string
}

export interface CompiledScreen {
  content: Pick<Manifest, 'screen' | 'schedule' | 'assets'>
  /** Ids of every document that was read. */
  used: ReadonlySet<string>
}

function profileOf(screen: ScreenDocument, read: Reading, fallback: string | undefined): ScreenProfile {
  const { township, village, zone, pitchMm, viewingDistanceM } = screen
  return {
    id: screen._id,
    title: screen.title,
    county: screen.county._ref,
    countyTitle: read.get('county', screen.county)?.title ?? '',
    groups: (screen.groups ?? []).map((reference) => reference._ref),
    audiences: (screen.audiences ?? []).map((reference) => reference._ref),
    width: screen.width,
    height: screen.height,
    regionX: screen.regionX ?? 0,
    regionY: screen.regionY ?? 0,
    volumePercent: screen.volumePercent ?? 0,
    ...(zone && isZone(zone) ? { zone } : {}),
    ...(township ? { township: township._ref } : {}),
    ...(village ? { village: village._ref } : {}),
    ...(fallback ? { fallback } : {}),
    ...(pitchMm ? { pitchMm } : {}),
    ...(viewingDistanceM ? { viewingDistanceM } : {}),
  }
}

export function compileScreen(screen: ScreenDocument, input: CompileInput): CompiledScreen {
  const read = new Reading(input.documents)
  read.used.add(screen._id)
  const settings = read.get('siteSettings', 'siteSettings')
  const assets = new Map<string, ManifestAsset>()
  const items = new Map<string, Item>()
  const context: ItemContext = {
    read,
    settings,
    origin: input.origin,
    size: { width: screen.width, height: screen.height },
    rendition(request) {
      const asset = input.renditions.find(request)
      if (asset) assets.set(asset.sha256, asset)
      return asset?.sha256 ?? null
    },
  }
  const profile = profileOf(screen, read, screen.fallback?._ref)
  const fallback = settings?.fallback?._ref ?? ''
  const events = read
    .all('scheduleEvent')
    .map(compileEvent)
    .filter((event) => targetsScreen(event, profile))
  const playlistIds = new Set([
    ...events.map((event) => event.playlist),
    fallback,
    profile.fallback ?? fallback,
  ])
  const playlists = [...playlistIds]
    .map((id) => read.get('playlist', id))
    .filter((playlist) => playlist !== null)
    .map((playlist) => compilePlaylist(playlist, context, items))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const schedule = {
    zone: defaultZone,
    events,
    playlists,
    items: [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    calendar: compileCalendar(read, input.today),
    fallback,
  }
  const sorted = [...assets.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  return { content: { screen: profile, schedule, assets: sorted }, used: read.used }
}

function compilePlaylist(
  document: PlaylistDocument,
  context: ItemContext,
  items: Map<string, Item>,
): Playlist {
  const entries: Playlist['entries'][number][] = []
  for (const entry of document.items ?? [])
    for (const [index, { item, seconds }] of compileItems(entry, document._id, context).entries()) {
      items.set(item.id, item)
      const key = index === 0 ? entry._key : `${entry._key}.${index}`
      entries.push({ key, item: item.id, seconds: Math.max(1, Math.round(entry.seconds ?? seconds)) })
    }
  return { id: document._id, title: document.title, entries }
}
