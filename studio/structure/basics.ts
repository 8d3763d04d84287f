/** @file The part of the desk that changes seldom: the site itself, places, laws, swapped working days. */
import { ControlsIcon } from '@sanity/icons/Controls'
import { reviewPolicyId } from '../../contracts/documents/review.ts'
import type { Clock } from '../../contracts/part.ts'
import { dayParts, wallClock } from '../../contracts/schedule/zone.ts'
import { ArticleIcon, DraftIcon, EditionIcon, LawIcon } from '../icons/knowledge.tsx'
import { BasicsIcon, CountyIcon, SettingsIcon, TownshipIcon, VillageIcon } from '../icons/places.tsx'
import { CalendarYearIcon } from '../icons/screens.tsx'
import { bureauZone } from '../schema/standing.ts'
import { all, apiVersion, folder, named, newByCode, type Desk } from './lists.ts'
import { rows } from './rows.ts'

function years(desk: Desk, clock: Clock) {
  const { S } = desk
  const { year } = dayParts(wallClock(bureauZone, clock.now()).day)
  const offered = [year + 1, year, year - 1]
  return folder(
    desk,
    { id: 'calendar-years', title: '调休安排', icon: CalendarYearIcon },
    offered.map((each) =>
      S.listItem()
        .id(`calendarYear-${each}`)
        .title(`${each} 年`)
        .icon(CalendarYearIcon)
        .child(
          S.document()
            .schemaType('calendarYear')
            .documentId(`calendarYear-${each}`)
            .initialValueTemplate('calendarYear-of', { year: each }),
        ),
    ),
  )
}

function places(desk: Desk) {
  const { S } = desk
  const digits = {
    label: '行政区划代码',
    refusal: '代码的位数不对，请只写数字并核对位数',
    icon: DraftIcon,
  }
  return folder(desk, { id: 'places', title: '县区、乡镇和村居', icon: CountyIcon }, [
    named(desk, { type: 'county', title: '县区', icon: CountyIcon }),
    named(desk, { type: 'township', title: '乡镇（街道）', icon: TownshipIcon }),
    named(desk, { type: 'village', title: '村（社区）', icon: VillageIcon }),
    S.divider(),
    newByCode(desk, {
      ...digits,
      type: 'county',
      title: '新增县区',
      help: '六位数字。建好以后代码不能再改。',
      placeholder: '990101',
      pattern: '^\\d{6}$',
      prefix: 'county-',
    }),
    newByCode(desk, {
      ...digits,
      type: 'township',
      title: '新增乡镇（街道）',
      help: '九位数字，前六位是县区代码。建好以后代码不能再改。',
      placeholder: '990101100',
      pattern: '^\\d{9}$',
      prefix: 'township-',
    }),
    newByCode(desk, {
      ...digits,
      type: 'village',
      title: '新增村（社区）',
      help: '十二位数字，也是村牌二维码的地址。建好以后代码不能再改。',
      placeholder: '990101100201',
      pattern: '^\\d{12}$',
      prefix: 'village-',
    }),
  ])
}

function laws(desk: Desk) {
  const { S } = desk
  return folder(desk, { id: 'laws', title: '法律', icon: LawIcon }, [
    named(desk, { type: 'law', title: '法律', icon: LawIcon }, '全部法律'),
    S.listItem()
      .id('articles-by-edition')
      .title('按版本看法条')
      .icon(ArticleIcon)
      .child(
        S.documentList()
          .id('articles-by-edition')
          .title('版本')
          .schemaType('lawEdition')
          .filter('_type == $by')
          .params({ by: 'lawEdition' })
          .defaultOrdering([{ field: 'effectiveFrom', direction: 'desc' }])
          .apiVersion(apiVersion)
          .canHandleIntent(() => false)
          .child((id) =>
            S.documentList()
              .id(id)
              .title('法条')
              .schemaType('article')
              .apiVersion(apiVersion)
              .filter('_type == "article" && edition._ref == $id')
              .params({ id })
              .defaultOrdering([{ field: 'order', direction: 'asc' }])
              .initialValueTemplates([]),
          )
          .initialValueTemplates([]),
      ),
    named(desk, { type: 'lawEdition', title: '法律版本', icon: EditionIcon }),
    S.divider(),
    newByCode(desk, {
      type: 'law',
      title: '新增法律',
      label: '网址名',
      help: '小写字母、数字和短横线，例如 civil-code。建好以后不能再改。',
      placeholder: 'civil-code',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      refusal: '只能用小写字母、数字和短横线',
      prefix: 'law-',
      icon: DraftIcon,
    }),
  ])
}

/** The rules of review, for administrators: nobody else may change them. */
function reviewRules({ S, context }: Desk) {
  const isAdministrator = context.currentUser?.roles.some(({ name }) => name === 'administrator') ?? false
  if (!isAdministrator) return []
  const title = '审核规则'
  const form = S.document().schemaType('reviewPolicy').documentId(reviewPolicyId).title(title)
  return [S.listItem().id(reviewPolicyId).title(title).icon(ControlsIcon).child(form)]
}

/** Settings of the site, places, laws and calendars. */
export function basics(desk: Desk, clock: Clock) {
  const { S } = desk
  return folder(desk, { id: 'basics', title: '基础资料', icon: BasicsIcon }, [
    S.listItem()
      .id('siteSettings')
      .title('网站与单位')
      .icon(SettingsIcon)
      .child(S.document().schemaType('siteSettings').documentId('siteSettings').title('网站与单位')),
    ...reviewRules(desk),
    S.divider(),
    places(desk),
    laws(desk),
    years(desk, clock),
    all(desk, rows.wordList),
  ])
}
