/**
 * @file From a broadcast's document to the items of a timetable: its announcement, itself, its closing.
 *
 * Pure. Each is valid for its own span of time and none overlaps another, so that the resolver alone
 * decides which of them plays. The broadcast itself lasts from its beginning to its end: once it is on it
 * stays on, where its playlist names no other length.
 */
import type { LiveStream } from '../../contracts/documents/index.ts'
import { pictureSeconds, type LiveItem } from '../../contracts/schedule/index.ts'
import { dayText, parseLocal } from '../../contracts/schedule/zone.ts'
import type { CompiledItem } from './items.ts'

export const livePath = '/api/signage/live/'
const announceMinutesDefault = 60
const closingMinutes = 10
const minuteMs = 60_000
const dayMs = 86_400_000

/** Local time, counted as if every day had 24 hours: what is added are minutes on the wall clock. */
function countOf(text: string): number | null {
  const local = parseLocal(text)
  return local && local.day * dayMs + local.ms
}

function textOf(count: number): string {
  const day = Math.floor(count / dayMs)
  return `${dayText(day)}T${new Date(count - day * dayMs).toISOString().slice(11, 19)}`
}

/** @returns nothing where the times make no broadcast */
export function compileLive(document: LiveStream): CompiledItem[] {
  const { _id: id, title, begins, ends, sound, captionsNote, closing } = document
  const [from, until] = [countOf(begins), countOf(ends)]
  if (from === null || until === null || until <= from) return []
  const base = {
    kind: 'live',
    stream: `${livePath}${id}/index.m3u8`,
    begins,
    ends,
    muted: !sound,
    closing: closing?.trim() ?? '',
    ...(captionsNote?.trim() ? { note: captionsNote.trim() } : {}),
  } as const satisfies Partial<LiveItem>
  const announced = textOf(from - (document.announceMinutes ?? announceMinutesDefault) * minuteMs)
  const items: CompiledItem[] = [
    {
      item: { ...base, id, title, validFrom: begins, validUntil: ends },
      seconds: Math.ceil((until - from) / 1_000),
    },
    {
      item: {
        ...base,
        id: `${id}:before`,
        title: `${title}（预告）`,
        validFrom: announced,
        validUntil: begins,
      },
      seconds: pictureSeconds,
    },
  ]
  if (base.closing === '') return items
  const closed = textOf(until + closingMinutes * minuteMs)
  return [
    ...items,
    {
      item: { ...base, id: `${id}:after`, title: `${title}（已结束）`, validFrom: ends, validUntil: closed },
      seconds: pictureSeconds,
    },
  ]
}
