/**
 * @file What a screen is sent when everything together is more than its player takes. Pure.
 *
 * Each playlist that does not fit stays as the screen has it, less what is no longer to be shown: what was
 * withdrawn is gone, what was added is not there yet. The lightest are brought up to date first. Orders,
 * events, calendar and profile are always those of this moment, so a stop or an end reaches the screen
 * whatever the playlists weigh.
 */
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestPart } from '../../contracts/manifest.ts'
import type { CompiledScreen } from './manifest.ts'
import { sha256Hex, type Part } from './parts.ts'

export const weightOf = (parts: readonly Pick<Part, 'text'>[]): number =>
  parts.reduce((sum, { text }) => sum + text.length, 0)

/** A playlist whose newest words a screen has not been given. */
export interface HeldBackPlaylist {
  id: string
  title: string
  /** Characters that it would take. */
  weight: number
  /** Whether the screen has an earlier one to go on with. */
  hasEarlier: boolean
}

export interface Fitted {
  compiled: CompiledScreen
  heldBack: readonly HeldBackPlaylist[]
  /** Those of the parts that are not as they would be made from the documents. */
  earlier: readonly Part[]
}

/** A part of a playlist as editors wrote it; an order brings its event along. */
const playlistOf = ({ content: { playlists, events } }: Part) => (events ? null : (playlists?.[0] ?? null))

/** @returns the earlier part without what the later one no longer has */
function lessened(earlier: Part, later: Part): Part {
  const still = new Set((later.content.items ?? []).map(({ id }) => id))
  const { playlists = [], items = [], assets = [] } = earlier.content
  if (items.every(({ id }) => still.has(id))) return earlier
  const left = items.filter(({ id }) => still.has(id))
  const words = canonicalJson(left)
  const content: ManifestPart = {
    playlists: playlists.map((playlist) => ({
      ...playlist,
      entries: playlist.entries.filter(({ item }) => still.has(item)),
    })),
    items: left,
    assets: assets.filter(({ sha256 }) => words.includes(sha256)),
  }
  const text = canonicalJson(content)
  return { hash: sha256Hex(text), text, content, used: later.used }
}

/** What stands beside the programme is wanted first, then as many playlists as may be. */
function byUrgency({ fallback, screen }: CompiledScreen['head']) {
  const stand = new Set([fallback, screen.fallback ?? fallback])
  const rank = (part: Part): number => (stand.has(playlistOf(part)?.id ?? '') ? 0 : 1)
  return (a: Part, b: Part): number =>
    rank(a) - rank(b) || a.text.length - b.text.length || (a.hash < b.hash ? -1 : 1)
}

/**
 * @param before parts that the screen has, or had before a restart
 * @param room characters that all parts may take
 */
export function fitted(made: CompiledScreen, before: readonly Part[], room: number): Fitted {
  const had = new Map(before.flatMap((part) => [[playlistOf(part)?.id ?? '', part] as const]))
  const later = made.parts.filter((part) => playlistOf(part)).sort(byUrgency(made.head))
  const chosen = new Map<Part, Part>()
  let left = room - weightOf(made.parts.filter((part) => !playlistOf(part)))
  for (const part of later) {
    const earlier = had.get(playlistOf(part)?.id ?? '')
    const kept = earlier && lessened(earlier, part)
    if (!kept || kept.text.length > left) continue
    chosen.set(part, kept)
    left -= kept.text.length
  }
  for (const part of later) {
    const more = part.text.length - (chosen.get(part)?.text.length ?? 0)
    if (more > left) continue
    chosen.set(part, part)
    left -= more
  }
  const isThere = new Set([...chosen.keys()].map((part) => playlistOf(part)?.id))
  const parts = made.parts.flatMap((part): readonly Part[] => {
    if (playlistOf(part)) return [chosen.get(part) ?? []].flat()
    const { events, playlists } = part.content
    // An event without its playlist would be an empty place in the timetable.
    return events && !playlists && !events.every(({ playlist }) => isThere.has(playlist)) ? [] : [part]
  })
  const heldBack = later.filter((part) => chosen.get(part)?.hash !== part.hash)
  return {
    // Whatever might make it light enough is read, though it does not travel.
    compiled: {
      ...made,
      parts,
      used: new Set([...made.used, ...made.parts.flatMap(({ used }) => [...used])]),
    },
    heldBack: heldBack
      .map((part) => ({
        id: playlistOf(part)?.id ?? '',
        title: playlistOf(part)?.title ?? '',
        weight: part.text.length,
        hasEarlier: chosen.has(part),
      }))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    earlier: heldBack.flatMap((part) => chosen.get(part) ?? []),
  }
}
