/** @file 法律变动: what cites a law of which an edition has ended since anybody checked, in three lists. */
import type { SanityClient } from 'sanity'
import type { ListItemBuilder } from 'sanity/structure'
import type { Clock } from '../../contracts/part.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { LawChangeIcon } from '../icons/desk.tsx'
import { bureauZone } from '../schema/standing.ts'
import { lapsedSince, type EditionEnd } from '../../contracts/law-change.ts'
import { apiVersion, folder, type Desk, type Row } from './lists.ts'
import { rows } from './rows.ts'

/** Types that carry citations and go stale with them. */
export const citingTypes = ['legalQuestion', 'slogan', 'mural'] as const
export type CitingType = (typeof citingTypes)[number]

export interface EndedEdition extends EditionEnd {
  title: string
  lawTitle: string | null
}

const endedQuery = `*[_type == "lawEdition" && defined(effectiveTo) && effectiveTo <= $today]{
  "law": law._ref, effectiveTo, title, "lawTitle": law->shortTitle
}`

export const todayOf = (clock: Clock): string => dayText(wallClock(bureauZone, clock.now()).day)

export const endedEditions = (client: SanityClient, today: string): Promise<EndedEdition[]> =>
  client.fetch<EndedEdition[]>(endedQuery, { today })

/** The last end of each law: a text checked before that day has lapsed. */
export function lastEnds(editions: readonly EndedEdition[], today: string): EditionEnd[] {
  const laws = [...new Set(editions.map(({ law }) => law))]
  return laws.flatMap((law) => {
    const last = lapsedSince(editions, law, undefined, today)
    return last?.effectiveTo ? { law, effectiveTo: last.effectiveTo } : []
  })
}

/**
 * `lapsedOf` as a filter over the lake, so that a list lets go of a text as soon as it is checked: a list of
 * ids would keep it until the page is opened afresh. `$ended` is what `lastEnds` found; the bureau's day is
 * eight hours ahead of the instants that the lake writes.
 */
export const lapsedFilter = `_type == $type && count(citations[count($ended[
  law == ^.law._ref && effectiveTo > coalesce(^.^.checkedOn, string(dateTime(^.^._updatedAt) + 28800))
]) > 0]) > 0`

function lapsedList(desk: Desk, { type, title, icon }: Row<CitingType>, clock: Clock): ListItemBuilder {
  const { S, context } = desk
  return S.listItem()
    .id(`${type}-lapsed`)
    .title(title)
    .icon(icon)
    .child(async () => {
      const today = todayOf(clock)
      const ended = lastEnds(await endedEditions(context.getClient({ apiVersion }), today), today)
      return S.documentList()
        .id(`${type}-lapsed`)
        .title(`${title}：所引法律有变动`)
        .schemaType(type)
        .apiVersion(apiVersion)
        .filter(lapsedFilter)
        .params({ type, ended })
        .defaultOrdering([{ field: 'checkedOn', direction: 'asc' }])
        .initialValueTemplates([])
    })
}

export function lapsed(desk: Desk, clock: Clock): ListItemBuilder {
  return folder(
    desk,
    { id: 'law-changes', title: '法律变动', icon: LawChangeIcon },
    citingTypes.map((type) => lapsedList(desk, rows[type], clock)),
  )
}
