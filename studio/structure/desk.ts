/**
 * @file The desk, in the order of what editors do: what screens show, questions, lawyers, murals, news,
 * screens and their timetable, then the ground data; last the boxes of unfinished work.
 */
import type { StructureResolver } from 'sanity/structure'
import type { Clock } from '../../contracts/part.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import * as Knowledge from '../icons/knowledge.tsx'
import * as Places from '../icons/places.tsx'
import * as Screens from '../icons/screens.tsx'
import { bureauZone } from '../schema/standing.ts'
import { basics } from './basics.ts'
import { all, byCounty, byTopic, folder, found, type Desk, type Row } from './lists.ts'

const rows = {
  slogan: { type: 'slogan', title: '标语', icon: Screens.SloganIcon },
  notice: { type: 'notice', title: '通知', icon: Screens.NoticeIcon },
  signagePicture: { type: 'signagePicture', title: '屏幕图片', icon: Screens.PictureIcon },
  video: { type: 'video', title: '影片', icon: Screens.VideoIcon },
  lawyerTalk: { type: 'lawyerTalk', title: '律师说法', icon: Screens.TalkIcon },
  playlist: { type: 'playlist', title: '播放单', icon: Screens.PlaylistIcon },
  legalQuestion: { type: 'legalQuestion', title: '问答', icon: Knowledge.QuestionIcon },
  typicalCase: { type: 'typicalCase', title: '典型案例', icon: Knowledge.CaseIcon },
  topic: { type: 'topic', title: '主题', icon: Knowledge.TopicIcon },
  lawyer: { type: 'lawyer', title: '律师', icon: Places.LawyerIcon },
  lawOffice: { type: 'lawOffice', title: '服务机构', icon: Places.OfficeIcon },
  aidStation: { type: 'aidStation', title: '法律援助站点', icon: Places.AidIcon },
  mural: { type: 'mural', title: '墙画', icon: Knowledge.MuralIcon },
  muralCampaign: { type: 'muralCampaign', title: '墙画行动', icon: Knowledge.MuralCampaignIcon },
  newsItem: { type: 'newsItem', title: '动态', icon: Knowledge.NewsIcon },
  activity: { type: 'activity', title: '活动', icon: Knowledge.ActivityIcon },
  scheduleEvent: { type: 'scheduleEvent', title: '排期', icon: Screens.ScheduleIcon },
  signageCampaign: { type: 'signageCampaign', title: '专项宣传', icon: Screens.CampaignIcon },
  screen: { type: 'screen', title: '屏幕', icon: Screens.ScreenIcon },
  screenGroup: { type: 'screenGroup', title: '屏幕组', icon: Screens.ScreenGroupIcon },
  audience: { type: 'audience', title: '人群', icon: Screens.AudienceIcon },
  legalDay: { type: 'legalDay', title: '普法日', icon: Screens.LegalDayIcon },
} as const satisfies Record<string, Row>

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
    all(desk, rows.signagePicture),
    all(desk, rows.video),
    all(desk, rows.lawyerTalk),
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
  const minutes = Math.floor(ms / 60_000)
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
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
      // Queries see a draft under its published id, listeners under its own.
      '(_originalId in path("drafts.**") || _id in path("drafts.**")) && _type in $written',
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
        news(desk),
        screensAndSchedule(desk),
        basics(desk, clock),
        S.divider(),
        ...unfinished(desk, clock),
      ])
  }
}
