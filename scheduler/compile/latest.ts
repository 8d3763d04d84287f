/**
 * @file What a playlist's line "the newest of …" stands for on one screen. Pure.
 *
 * Order, the same for every screen: slogans, questions, cases and films by their last publication, the
 * newest first; notices that have begun before those that have not, the newest first, and those that are
 * over not at all; murals of the newest campaign first, within it village by village along the street.
 * Ties by id. "Of this county" takes what is the county's own or the whole prefecture's, never another's.
 */
import type {
  LatestItem,
  LocalDate,
  Mural,
  Notice,
  PlaylistDocument,
} from '../../contracts/documents/index.ts'
import { typeMark, type Reading, type SignageDocument } from './documents.ts'

export const latestMax = 20

/** The screen that the line is filled in for. */
export interface LatestPlace {
  county?: string
  village?: string
  today?: string
}

type Found = Extract<SignageDocument, { _type: LatestItem['contentType'] }>

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: Found, b: Found): number => byText(a._id, b._id)
const newestFirst = (a: Found, b: Found): number => byText(b._updatedAt, a._updatedAt) || byId(a, b)

/** A local date-time that is given as a day begins with that day. */
const hasBegun = ({ validFrom }: Notice, today: LocalDate): boolean => (validFrom ?? '').slice(0, 10) <= today
const isOver = ({ validUntil }: Notice, today: LocalDate): boolean => validUntil <= `${today}T00:00`

function topicsOf(document: Found): readonly { _ref: string }[] {
  if (document._type === 'mural') return [document.topic]
  return 'topics' in document ? (document.topics ?? []) : []
}

function fits(document: Found, entry: LatestItem, place: LatestPlace): boolean {
  const { topic, county, village, genre } = entry
  if (topic && !topicsOf(document).some(({ _ref }) => _ref === topic._ref)) return false
  if (county === 'own' && document.county && place.county && document.county._ref !== place.county)
    return false
  // A screen that stands in no village has no murals of its own.
  if (
    document._type === 'mural' &&
    village === 'own' &&
    place.county &&
    document.village._ref !== place.village
  )
    return false
  if (document._type === 'notice' && place.today && isOver(document, place.today)) return false
  return document._type !== 'video' || !genre || document.genre === genre
}

function muralOrder(read: Reading) {
  const years = new Map(read.all('muralCampaign').map((campaign) => [campaign._id, campaign]))
  const rank = ({ campaign }: Mural): string => {
    const found = years.get(campaign._ref)
    return `${String(found?.year ?? 0).padStart(4, '0')} ${found?._createdAt ?? ''} ${campaign._ref}`
  }
  return (a: Mural, b: Mural): number =>
    byText(rank(b), rank(a)) ||
    byText(a.village._ref, b.village._ref) ||
    a.streetOrder - b.streetOrder ||
    byId(a, b)
}

function noticeOrder(today: LocalDate | undefined) {
  const waits = (notice: Notice) => (today && !hasBegun(notice, today) ? 1 : 0)
  return (a: Notice, b: Notice): number => waits(a) - waits(b) || newestFirst(a, b)
}

function sorted(found: Found[], entry: LatestItem, read: Reading, place: LatestPlace): Found[] {
  if (entry.contentType === 'mural') return (found as Mural[]).sort(muralOrder(read))
  if (entry.contentType === 'notice') return (found as Notice[]).sort(noticeOrder(place.today))
  return found.sort(newestFirst)
}

/** @returns at most twenty, in order; every change of that type then counts as a change of the playlist */
export function latest(entry: LatestItem, read: Reading, place: LatestPlace): SignageDocument[] {
  read.used.add(typeMark(entry.contentType))
  const found = (read.all(entry.contentType) as Found[]).filter((document) => fits(document, entry, place))
  return sorted(found, entry, read, place).slice(0, Math.min(latestMax, Math.max(1, entry.count)))
}

/**
 * What a playlist's content depends on besides its documents: playlists that ask for nothing of a place
 * are made once for all screens of a size.
 */
export function placeAsked(entries: PlaylistDocument['items'], place: LatestPlace): string {
  const asked = entries.filter((entry) => entry._type === 'latestItem')
  return [
    asked.some(({ county }) => county === 'own') ? place.county : '',
    asked.some(({ village }) => village === 'own') ? `${place.county} ${place.village ?? ''}` : '',
    asked.some(({ contentType }) => contentType === 'notice') ? place.today : '',
  ]
    .filter(Boolean)
    .join(' ')
}
