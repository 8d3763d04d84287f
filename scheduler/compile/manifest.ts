/**
 * @file Everything one screen shows, from the documents: the content of its manifest.
 *
 * Pure but for the cache of parts that it is handed. Only events that aim at the screen travel, with the
 * playlists and items that they need; the fallback always travels.
 */
import type { PlaylistDocument, ScreenDocument } from '../../contracts/documents/index.ts'
import type { ManifestAsset, ManifestHead, ManifestPart } from '../../contracts/manifest.ts'
import { defaultZone, type Item, type Playlist, type ScheduleEvent } from '../../contracts/schedule/index.ts'
import { campaignFits } from '../../contracts/schedule/from-documents.ts'
import { targetsScreen } from '../../contracts/schedule/order.ts'
import { compileCalendar } from './calendar.ts'
import { Reading, typeMark, type SignageDocument } from './documents.ts'
import { compileEvent } from './events.ts'
import { screenFont, type Fonts } from './font.ts'
import { takeoverId, takeoverPart } from './takeover.ts'
import type { TakeoverInForce } from '../../contracts/orders.ts'
import { sharedLists } from './keeping.ts'
import { compileItems, type ItemContext } from './items.ts'
import { placeAsked } from './latest.ts'
import type { Part, Parts } from './parts.ts'
import { placeOf, type Place } from './place.ts'
import { profileOf } from './profile.ts'
import type { Renditions } from './renditions.ts'

export type { Renditions } from './renditions.ts'

export interface CompileInput {
  documents: ReadonlyMap<string, SignageDocument>
  renditions: Renditions
  /** Left out: screens write with the fonts that their boxes have. */
  fonts?: Fonts
  liveStopped?: ItemContext['liveStopped']
  parts: Parts
  /** Every event, by `allEvents`. */
  events: readonly Part[]
  origin: string
  /** Wall-clock date at the screen, for the calendar's tables. */
  today: string
  /** Orders that take screens over; left out: none. */
  takeovers?: readonly TakeoverInForce[]
}

export interface CompiledScreen {
  head: Pick<ManifestHead, 'screen' | 'zone' | 'fallback'>
  parts: readonly Part[]
  /** Ids of every document that was read beside those of the parts. */
  used: ReadonlySet<string>
}

/** Runs `work` with a reading of its own, so that the part knows what it was made from. */
function reading(
  { documents }: Pick<CompileInput, 'documents'>,
  work: (read: Reading) => ManifestPart,
): { content: ManifestPart; used: ReadonlySet<string> } {
  const read = new Reading(documents)
  return { content: work(read), used: read.used }
}

/** Each event as a part, by id: made once for all screens of a refresh. */
export function allEvents(input: Pick<CompileInput, 'documents' | 'parts'>): Part[] {
  return new Reading(input.documents).all('scheduleEvent').map(({ _id }) =>
    input.parts.get(`event ${_id}`, () =>
      reading(input, (read) => {
        const document = read.get('scheduleEvent', _id)
        const campaign = read.get('signageCampaign', document?.campaign)
        // An event whose campaign cannot be read knows neither its days nor its screens.
        const isBound = document?.campaign === undefined || campaign !== null
        return { events: document && isBound ? [compileEvent(document, campaign)] : [] }
      }),
    ),
  )
}

/** A playlist that counts days is another one every day. */
const countsDays = (items: PlaylistDocument['items']): boolean =>
  items.some(({ _type }) => _type === 'countdownItem')

/** Made once for all screens that are alike in what this playlist asks of them. */
function playlistKey(id: string, place: Place, { documents }: CompileInput): string {
  const { size, characterPx, sound, today } = place
  const document = documents.get(id)
  const items = document?._type === 'playlist' ? (document.items ?? []) : []
  const looks = `${size.width}x${size.height} ${characterPx}${sound ? ' sound' : ''}`
  return `playlist ${id} ${looks} ${placeAsked(items, place)}${countsDays(items) ? ` ${today}` : ''}`
}

function playlistPart(id: string, place: Place, input: CompileInput): Part {
  return input.parts.get(playlistKey(id, place, input), () =>
    reading(input, (read) => {
      const document = read.get('playlist', id)
      if (!document) return {}
      const assets = new Map<string, ManifestAsset>()
      const context: ItemContext = {
        read,
        settings: read.get('siteSettings', 'siteSettings'),
        origin: input.origin,
        ...place,
        film: (assetId) => input.renditions.film?.(assetId) ?? null,
        captions: (file) => input.renditions.captions?.(file) ?? null,
        ...(input.liveStopped && { liveStopped: input.liveStopped }),
        rendition(request) {
          const asset = input.renditions.find(request)
          if (asset) assets.set(asset.sha256, asset)
          return asset?.sha256 ?? null
        },
      }
      const items = new Map<string, Item>()
      const playlist = compilePlaylist(document, context, items)
      return { playlists: [playlist], items: [...items.values()], assets: [...assets.values()] }
    }),
  )
}

/** One part for all screens of a zone. */
function orderPart(takeover: TakeoverInForce, zone: string, input: CompileInput): Part {
  return input.parts.get(`order ${takeover.order.id} ${zone} ${takeover.until}`, () =>
    reading(input, (read) =>
      takeoverPart(takeover, zone, read.get('siteSettings', 'siteSettings')?.bureauName ?? ''),
    ),
  )
}

/**
 * On a stopped screen the card stands in place of the fallback too, for a screen whose lease is over or
 * whose clock is not trusted plays that. What stands beside items goes, too, unless the stop ends by itself:
 * then all must be there again without a network, the screen's own fallback behind the card's end.
 */
function calmed(
  { screen, fallback, ...head }: CompiledScreen['head'],
  { order, until }: TakeoverInForce,
): CompiledScreen['head'] {
  const { ticker: _ticker, corner: _corner, ...calm } = screen
  const card = takeoverId(order.id)
  return until === null
    ? { ...head, fallback, screen: { ...calm, fallback: card } }
    : { ...head, fallback: screen.fallback ?? fallback, screen: { ...screen, fallback: card } }
}

/** Of several stops, whichever is ordered last, the one that ends last decides what is behind them. */
function longestStop(takeovers: readonly TakeoverInForce[]): TakeoverInForce | undefined {
  const lasts = ({ until }: TakeoverInForce): number => until ?? Infinity
  return takeovers
    .filter(({ order }) => order.kind === 'stop')
    .reduce<TakeoverInForce | undefined>((a, b) => (a && lasts(a) > lasts(b) ? a : b), undefined)
}

function fitsCampaign(
  { id }: ScheduleEvent,
  screen: CompiledScreen['head']['screen'],
  { documents }: CompileInput,
): boolean {
  const document = documents.get(id)
  const campaign = document?._type === 'scheduleEvent' ? documents.get(document.campaign?._ref ?? '') : null
  return campaignFits(campaign?._type === 'signageCampaign' ? campaign : null, screen)
}

/** What screens have in common is worked out once for all that have the same parts. */
const together = sharedLists<Part>()

export function compileScreen(document: ScreenDocument, input: CompileInput): CompiledScreen {
  const read = new Reading(input.documents)
  read.used.add(document._id)
  const fallback = read.get('siteSettings', 'siteSettings')?.fallback?._ref ?? ''
  const screen = profileOf(document, read)
  // What aims at no screen is none of its parts, and yet a change may make it aim at this one.
  for (const type of ['scheduleEvent', 'signageCampaign']) read.used.add(typeMark(type))
  const takeovers = (input.takeovers ?? []).filter(({ order }) => targetsScreen(order, screen))
  const stop = longestStop(takeovers)
  const events = input.events
    .filter(({ content }) =>
      (content.events ?? []).some(
        // A takeover that an editor publishes must not end an operator's stop.
        (event) => targetsScreen(event, screen) && !(stop && event.mode === 'takeover'),
      ),
    )
    .filter(({ content }) => (content.events ?? []).every((event) => fitsCampaign(event, screen, input)))
  const playlists = new Set([
    ...events.flatMap(({ content }) => content.events ?? []).map((event: ScheduleEvent) => event.playlist),
    fallback,
    screen.fallback ?? fallback,
  ])
  const calendar = input.parts.get(`calendar ${input.today}`, () =>
    reading(input, (each) => ({ calendar: compileCalendar(each, input.today) })),
  )
  const parts = together(
    [
      calendar,
      ...takeovers.map((takeover) => orderPart(takeover, screen.zone ?? defaultZone, input)),
      ...events,
      ...[...playlists].sort().map((id) => playlistPart(id, placeOf(screen, input.today), input)),
    ].filter(({ text }) => text !== '{}'),
  )
  // A playlist that is not there yet is read all the same, so that its coming is seen.
  const used = new Set([...read.used, ...playlists])
  const lettered = screenFont(screen, parts, input)
  const head = { screen: lettered.screen, zone: defaultZone, fallback }
  return {
    head: stop ? calmed(head, stop) : head,
    parts: together([...parts, ...lettered.parts]),
    used,
  }
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
      const { maxPlaysPerHour } = entry
      const asked = 'seconds' in entry ? entry.seconds : undefined
      entries.push({
        key,
        item: item.id,
        seconds: Math.max(1, Math.round(asked ?? seconds)),
        ...(maxPlaysPerHour ? { maxPlaysPerHour } : {}),
      })
    }
  return { id: document._id, title: document.title, entries }
}
