/** @file 法律变动: what cites a law of which an edition has ended since anybody checked, in three lists. */
import type { SanityClient } from 'sanity'
import type { ListItemBuilder } from 'sanity/structure'
import type { Clock } from '../../contracts/part.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { LawChangeIcon } from '../icons/desk.tsx'
import { bureauZone } from '../schema/standing.ts'
import { lapsedOf, type CitingText, type EndingEdition } from './law-changes.ts'
import { apiVersion, folder, type Desk, type Row } from './lists.ts'
import { rows } from './rows.ts'

/** Types that carry citations and go stale with them. */
export const citingTypes = ['legalQuestion', 'slogan', 'mural'] as const
export type CitingType = (typeof citingTypes)[number]

export interface EndedEdition extends EndingEdition {
  title: string
  lawTitle: string | null
}

const endedQuery = `*[_type == "lawEdition" && defined(effectiveTo) && effectiveTo <= $today]{
  "law": law._ref, effectiveTo, title, "lawTitle": law->shortTitle
}`
const citingQuery = `*[_type == $type && count(citations[law._ref in $laws]) > 0]{
  _id, _updatedAt, checkedOn, "laws": citations[].law._ref
}`

export const todayOf = (clock: Clock): string => dayText(wallClock(bureauZone, clock.now()).day)

export const endedEditions = (client: SanityClient, today: string): Promise<EndedEdition[]> =>
  client.fetch<EndedEdition[]>(endedQuery, { today })

/** Published ids of what a law has moved under; a draft counts as it stands, so that a check is seen at once. */
export async function lapsedIds(client: SanityClient, type: CitingType, today: string): Promise<string[]> {
  const editions = await endedEditions(client, today)
  if (editions.length === 0) return []
  const texts = await client.fetch<(CitingText & { _id: string })[]>(
    citingQuery,
    { type, laws: [...new Set(editions.map(({ law }) => law))] },
    { perspective: 'drafts' },
  )
  return texts
    .filter((text) => lapsedOf(editions, { ...text, laws: text.laws ?? [] }, today).length > 0)
    .map(({ _id }) => _id)
}

function lapsedList(desk: Desk, { type, title, icon }: Row<CitingType>, clock: Clock): ListItemBuilder {
  const { S, context } = desk
  return S.listItem()
    .id(`${type}-lapsed`)
    .title(title)
    .icon(icon)
    .child(async () =>
      S.documentList()
        .id(`${type}-lapsed`)
        .title(`${title}：所引法律有变动`)
        .schemaType(type)
        .apiVersion(apiVersion)
        .filter('_type == $type && _id in $ids')
        .params({ type, ids: await lapsedIds(context.getClient({ apiVersion }), type, todayOf(clock)) })
        .defaultOrdering([{ field: 'checkedOn', direction: 'asc' }])
        .initialValueTemplates([]),
    )
}

export function lapsed(desk: Desk, clock: Clock): ListItemBuilder {
  return folder(
    desk,
    { id: 'law-changes', title: '法律变动', icon: LawChangeIcon },
    citingTypes.map((type) => lapsedList(desk, rows[type], clock)),
  )
}
