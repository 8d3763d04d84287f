/**
 * @file What a draft gives on one sign: the items that a manifest would carry. Pure but for the renditions
 * that are asked for.
 */
import type { NoticeTemplate, PlaylistDocument } from '../../contracts/documents/index.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { Reading } from '../compile/documents.ts'
import { compileItems, type CompiledItem, type ItemContext } from '../compile/items.ts'
import { placeOf } from '../compile/place.ts'
import { takeoverPart } from '../compile/takeover.ts'
import type { Draft } from './draft.ts'

export interface ItemWorld extends Pick<ItemContext, 'rendition' | 'film' | 'captions' | 'liveStopped'> {
  origin: string
  now: Instant
}

export interface Line extends CompiledItem {
  /** Of the playlist's line, or the document's id. */
  key: string
  /** Place in the playlist, from 1; `null` where it is no playlist. */
  place: number | null
  /** Seconds that the playlist names; `null`: the item's own. */
  asked: number | null
}

/** More lines than this nobody looks through. */
const linesMax = 60

export const zoneOf = (profile: ScreenProfile): string => profile.zone ?? defaultZone

export function contextOf(profile: ScreenProfile, { documents }: Draft, world: ItemWorld): ItemContext {
  const read = new Reading(documents)
  const { origin, now, ...renditions } = world
  return {
    read,
    settings: read.get('siteSettings', 'siteSettings'),
    ...{ origin, ...renditions },
    ...placeOf(profile, dayText(wallClock(zoneOf(profile), now).day)),
  }
}

function linesOfPlaylist({ _id, items = [] }: PlaylistDocument, context: ItemContext): Line[] {
  return items.slice(0, linesMax).flatMap((entry, index) =>
    compileItems(entry, _id, context).map((compiled, at) => ({
      ...compiled,
      key: at === 0 ? entry._key : `${entry._key}.${at}`,
      place: index + 1,
      asked: 'seconds' in entry && entry.seconds ? Math.max(1, Math.round(entry.seconds)) : null,
    })),
  )
}

/** Words that stand for what an operator will fill in. */
const samples: Readonly<Record<string, string>> = { number: '12', time: '08:30' }

/** The template with its blanks filled, as an order shows it. */
function linesOfTemplate(document: NoticeTemplate, profile: ScreenProfile, context: ItemContext): Line[] {
  const { _id, title, fields = [], tone } = document
  const sample = (name: string): string => {
    const field = fields.find((each) => each.name === name)
    return field ? (samples[field.kind] ?? field.choices?.[0] ?? field.label) : name
  }
  const text = document.text.replace(/\{([^{}]*)\}/gu, (_, name: string) => sample(name))
  const stamp = { id: 0, at: 0, rank: 0, by: '', reason: '', endedBy: null }
  const order = { ...stamp, kind: 'notice', targets: [], until: 0, template: _id, fields: {}, title } as const
  const part = takeoverPart(
    { order: { ...order, text, tone: tone ?? 'plain' }, until: null },
    zoneOf(profile),
    context.settings?.bureauName ?? '',
  )
  const seconds = part.playlists?.[0]?.entries[0]?.seconds ?? 0
  return (part.items ?? []).map((item) => {
    const { validUntil: _ends, ...lasting } = item
    const shown = item.kind === 'notice' ? { ...item, validUntil: '2099-12-31T00:00' } : lasting
    return { item: { ...shown, id: _id } as typeof item, seconds, key: _id, place: null, asked: null }
  })
}

/** @returns the lines in the order in which they play; none where there is nothing to show */
export function linesOn(profile: ScreenProfile, draft: Draft, context: ItemContext): Line[] {
  const { document, readable } = draft
  if (!readable) return []
  if (document._type === 'playlist') return linesOfPlaylist(document, context)
  if (document._type === 'noticeTemplate') return linesOfTemplate(document, profile, context)
  const { _id } = document
  const content = { _type: 'reference', _ref: _id } as const
  return compileItems({ _type: 'contentItem', _key: 'preview', content }, 'preview', context).map(
    (compiled) => ({ ...compiled, key: compiled.item.id, place: null, asked: null }),
  )
}
