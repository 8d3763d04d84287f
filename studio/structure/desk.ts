/**
 * @file The desk, in the order of what editors do: what screens show, questions, lawyers, murals, news,
 * screens and their timetable, then the ground data; last the boxes in which work arrives or waits.
 */
import type { StructureResolver } from 'sanity/structure'
import type { Clock } from '../../contracts/part.ts'
import { dayText, timeText, wallClock } from '../../contracts/schedule/zone.ts'
import * as Knowledge from '../icons/knowledge.tsx'
import * as Places from '../icons/places.tsx'
import * as Practice from '../icons/practice.tsx'
import * as Screens from '../icons/screens.tsx'
import { bureauZone } from '../schema/standing.ts'
import { basics } from './basics.ts'
import { lapsed } from './lapsed.ts'
import { all, byCounty, byTopic, folder, found, inOrder, isDraft, type Desk } from './lists.ts'
import { reports } from './reports.ts'
import { rows } from './rows.ts'

function screenContent(desk: Desk, clock: Clock) {
  const { S } = desk
  return folder(desk, { id: 'screen-content', title: '屏幕内容', icon: Screens.SloganIcon }, [
    folder(desk, { id: 'slogans', title: '标语', icon: Screens.SloganIcon }, [
      all(desk, rows.slogan, '全部标语'),
      byTopic(desk, rows.slogan),
      byCounty(desk, rows.slogan),
    ]),
    folder(desk, { id: 'notices', title: '通知', icon: Screens.NoticeIcon }, [
      all(desk, rows.notice, '全部通知'),
      byCounty(desk, rows.notice),
      ...endings(desk, clock),
    ]),
    all(desk, rows.noticeTemplate),
    all(desk, rows.signagePicture),
    all(desk, rows.indicatorBoard),
    all(desk, rows.video),
    all(desk, rows.lawyerTalk),
    all(desk, rows.liveStream),
    S.divider(),
    all(desk, rows.playlist),
  ])
}

function questions(desk: Desk) {
  const { S } = desk
  return folder(desk, { id: 'questions', title: '问答', icon: Knowledge.QuestionIcon }, [
    all(desk, rows.legalQuestion, '全部问答'),
    byTopic(desk, rows.legalQuestion),
    byCounty(desk, rows.legalQuestion),
    S.divider(),
    all(desk, rows.typicalCase),
    all(desk, rows.topic),
  ])
}

function lawyers(desk: Desk) {
  const { S } = desk
  return folder(desk, { id: 'lawyers', title: '律师', icon: Places.LawyerIcon }, [
    all(desk, rows.lawyer, '全部律师'),
    byCounty(desk, rows.lawyer),
    byTopic(desk, rows.lawyer),
    S.divider(),
    all(desk, rows.lawOffice),
    all(desk, rows.aidStation),
  ])
}

function murals(desk: Desk) {
  return folder(desk, { id: 'murals', title: '墙画', icon: Knowledge.MuralIcon }, [
    all(desk, rows.mural, '全部墙画'),
    byCounty(desk, rows.mural),
    byTopic(desk, rows.mural),
    all(desk, rows.muralCampaign),
  ])
}

/** What people try for themselves: the quiz of a fair, the check-up of a firm. */
function practice(desk: Desk) {
  const { S } = desk
  return folder(desk, { id: 'practice', title: '题库与体检', icon: Practice.QuizIcon }, [
    all(desk, rows.quizQuestion, '全部题目'),
    byTopic(desk, rows.quizQuestion),
    S.divider(),
    inOrder(desk, rows.checkupItem),
  ])
}

function cultureSites(desk: Desk) {
  return folder(desk, { id: 'culture-sites', title: '法治文化阵地', icon: Practice.CultureSiteIcon }, [
    all(desk, rows.cultureSite, '全部阵地'),
    byCounty(desk, rows.cultureSite),
  ])
}

function news(desk: Desk) {
  return folder(desk, { id: 'news', title: '动态与活动', icon: Knowledge.NewsIcon }, [
    all(desk, rows.newsItem),
    all(desk, rows.activity),
  ])
}

function screensAndSchedule(desk: Desk) {
  const { S } = desk
  return folder(desk, { id: 'screens', title: '屏幕与排期', icon: Screens.ScreenIcon }, [
    folder(desk, { id: 'events', title: '排期', icon: Screens.ScheduleIcon }, [
      all(desk, rows.scheduleEvent, '全部排期'),
      byCounty(desk, rows.scheduleEvent),
    ]),
    all(desk, rows.signageCampaign),
    S.divider(),
    folder(desk, { id: 'signs', title: '屏幕', icon: Screens.ScreenIcon }, [
      all(desk, rows.screen, '全部屏幕'),
      byCounty(desk, rows.screen),
    ]),
    all(desk, rows.screenGroup),
    all(desk, rows.audience),
    S.divider(),
    all(desk, rows.legalDay),
  ])
}

/** Days ahead that count as "soon". */
const soonDays = 7

function endings(desk: Desk, clock: Clock) {
  const { day, ms } = wallClock(bureauZone, clock.now())
  const time = timeText(ms)
  const now = `${dayText(day)}T${time}`
  const soon = `${dayText(day + soonDays)}T${time}`
  const filter = '_type in ["notice", "slogan"] && defined(validUntil)'
  const order = { field: 'validUntil', direction: 'asc' } as const
  return [
    found(
      desk,
      { id: 'ending-soon', title: '七天内到期', icon: Knowledge.EndingIcon },
      `${filter} && validUntil > $now && validUntil <= $soon`,
      { now, soon },
      order,
    ),
    found(
      desk,
      { id: 'ended', title: '已经到期', icon: Knowledge.EndingIcon },
      `${filter} && validUntil <= $now`,
      { now },
      { field: 'validUntil', direction: 'desc' },
    ),
  ]
}

/** Types that editors write; statutes, assets and the system's own documents are left out of the drafts. */
const written = [...Object.keys(rows), 'siteSettings', 'county', 'township', 'village', 'law', 'calendarYear']

function unfinished(desk: Desk, clock: Clock) {
  return [
    found(
      desk,
      { id: 'drafts', title: '待发布草稿', icon: Knowledge.DraftIcon },
      `${isDraft} && _type in $written`,
      { written },
    ),
    folder(desk, { id: 'ending', title: '即将到期', icon: Knowledge.EndingIcon }, endings(desk, clock)),
  ]
}

export function deskStructure(clock: Clock): StructureResolver {
  return (S, context) => {
    const desk: Desk = { S, context }
    return S.list()
      .id('desk')
      .title('内容')
      .items([
        screenContent(desk, clock),
        questions(desk),
        lawyers(desk),
        murals(desk),
        cultureSites(desk),
        practice(desk),
        news(desk),
        screensAndSchedule(desk),
        basics(desk, clock),
        S.divider(),
        reports(desk),
        lapsed(desk, clock),
        ...unfinished(desk, clock),
      ])
  }
}
