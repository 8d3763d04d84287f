/** @file The number beside the name of each tab: what there is to do in it. Pure. */
import { byCounties } from './model/coverage.ts'
import { ownTexts, undoneOf } from './model/laws.ts'
import { todayLines } from './model/today.ts'
import type { TabName } from './place.ts'
import type { Desk } from './use-desk.ts'

/** Null: not known so far. */
export function countsOf(desk: Desk): Record<TabName, number | null> {
  const { answer, counts, cover, library, plan, reports, searches, site, texts, todayText, own, who } = desk
  const known = answer !== null
  return {
    today: known
      ? todayLines({ ...desk, texts: ownTexts(texts, own) }, todayText).filter(
          ({ urgency }) => urgency !== 'calm',
        ).length
      : null,
    columns: site && site.rows.filter(({ state, onSite }) => onSite && state !== 'ok').length,
    searches: counts.value && known ? searches.filter(({ dealt }) => dealt === null).length : null,
    reports: known && who?.role !== 'operator' ? reports.filter(({ clock }) => clock !== null).length : null,
    laws: known ? undoneOf(ownTexts(texts, own)) : null,
    coverage: cover && byCounties(cover, null, own).gaps,
    plan:
      library && known
        ? plan.filter(
            ({ state, last, first }) =>
              state === 'none' && last >= todayText && first.startsWith(todayText.slice(0, 4)),
          ).length
        : null,
  }
}
