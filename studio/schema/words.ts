/** @file Chinese words for the values that documents hold, in one place for lists, previews and filters. */
import type {
  ActivityKind,
  AidStationKind,
  CheckupItem,
  CultureSiteKind,
  GalleryItem,
  Law,
  LawyerCategory,
  LegalDayDocument,
  NoticeField,
  NoticeTemplate,
  OfficeKind,
  PlayableType,
  ReportState,
  ScheduleEventDocument,
  ScreenDocument,
  Slogan,
  VideoGenre,
  WordList,
} from '../../contracts/documents/index.ts'

/** Turns a record of words into the list that a Sanity string field offers. */
export function choices<Value extends string>(
  words: Record<Value, string>,
): { title: string; value: Value }[] {
  return (Object.entries(words) as [Value, string][]).map(([value, title]) => ({ title, value }))
}

export const playableTitles: Record<PlayableType, string> = {
  slogan: '标语',
  notice: '通知',
  signagePicture: '屏幕图片',
  video: '影片',
  lawyerTalk: '律师说法',
  legalQuestion: '问答',
  mural: '墙画',
  indicatorBoard: '数据牌',
  liveStream: '直播',
}

export const sloganLayouts: Record<Slogan['layout'], string> = {
  auto: '自动（放得下就静止，放不下就分页）',
  pages: '分页显示',
  marquee: '滚动显示',
}

export const galleryChanges: Record<GalleryItem['change'], string> = { fade: '渐变', wipe: '推移' }

export const screenTransitions: Record<NonNullable<ScreenDocument['transition']>, string> = {
  cut: '直接换',
  fade: '渐变',
  wipe: '推移',
}

export const sloganTones: Record<Slogan['tone'], string> = { plain: '平常（黑底）', solemn: '庄重（深红底）' }

export const noticeTones: Record<NoticeTemplate['tone'], string> = {
  plain: '平常（黑底告示）',
  solemn: '郑重（深红底大字）',
}

export const noticeFieldKinds: Record<NoticeField['kind'], string> = {
  text: '文字',
  number: '数字',
  time: '时间',
  choice: '选一个',
}

export const videoGenres: Record<VideoGenre, string> = {
  drama: '法治短剧',
  animation: '法治动漫',
  microfilm: '微电影',
  promotion: '宣传片',
}

export const lawKinds: Record<Law['kind'], string> = {
  constitution: '宪法',
  law: '法律',
  regulation: '行政法规',
  judicialInterpretation: '司法解释',
  localRegulation: '地方性法规',
  rule: '规章',
}

export const officeKinds: Record<OfficeKind, string> = {
  lawFirm: '律师事务所',
  legalServiceOffice: '基层法律服务所',
  legalAidCentre: '法律援助中心',
}

export const lawyerCategories: Record<LawyerCategory, string> = {
  lawyer: '律师',
  legalServiceWorker: '基层法律服务工作者',
  legalAidWorker: '法律援助工作者',
}

export const aidStationKinds: Record<AidStationKind, string> = {
  centre: '法律援助中心',
  workstation: '法律援助工作站',
  contactPoint: '法律援助联络点',
}

export const cultureSiteKinds: Record<CultureSiteKind, string> = {
  park: '法治文化公园',
  square: '法治文化广场',
  street: '法治文化街、长廊',
  bookHouse: '法治书屋、书角',
  exhibition: '法治展馆、展室',
  base: '法治宣传教育基地',
  murals: '法治墙画点',
}

export const riskyAnswers: Record<CheckupItem['riskyAnswer'], string> = {
  yes: '答“是”有风险',
  no: '答“否”有风险',
}

export const reportStates: Record<ReportState, string> = {
  received: '待答复',
  corrected: '确有错误，已更正',
  answered: '没有错误，已说明',
}

export const activityKinds: Record<ActivityKind, string> = {
  market: '法律大集',
  scenicSpot: '送法进景区',
  school: '送法进校园',
  lecture: '法治讲座',
  quiz: '法律知识问答',
  consultation: '法律咨询',
}

export const timings: Record<ScheduleEventDocument['timing'], string> = {
  always: '一直播',
  dayparts: '按星期和时段',
  cron: '按时间规则（高级）',
}

export const dayFilters: Record<ScheduleEventDocument['dayFilter'], string> = {
  any: '每一天',
  workingDay: '工作日（算上调休）',
  restDay: '休息日（算上调休）',
  legalDay: '普法日',
  marketDay: '集日（农历）',
}

export const modes: Record<ScheduleEventDocument['mode'], string> = {
  normal: '正常轮播',
  share: '插播（每小时若干秒）',
  takeover: '独占（只播这一个）',
}

export const levels: Record<ScheduleEventDocument['level'], string> = {
  screen: '单块屏幕',
  county: '县区',
  prefecture: '全市',
}

export const legalDayRules: Record<LegalDayDocument['rule'], string> = {
  fixed: '公历固定日期',
  nthWeekday: '某月第几个星期几',
  lunar: '农历日期',
}

export const legalDayBases: Record<LegalDayDocument['basis'], string> = {
  statutory: '法律规定',
  customary: '惯例',
}

export const wordListKinds: Record<WordList['kind'], string> = {
  block: '不许用：改掉才能发布',
  suggest: '建议改：只提醒，照样能发布',
}

/** ISO weekdays. */
export const isoWeekdays = [
  { title: '周一', value: 1 },
  { title: '周二', value: 2 },
  { title: '周三', value: 3 },
  { title: '周四', value: 4 },
  { title: '周五', value: 5 },
  { title: '周六', value: 6 },
  { title: '周日', value: 7 },
] as const

/** Last digits of lunar days, as markets are named: 逢三逢八. */
export const marketDigits = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'].map(
  (word, value) => ({
    title: `逢${word}`,
    value,
  }),
)

export function daysWords(days: readonly number[] | undefined): string {
  const chosen = [...new Set(days ?? [])].sort((a, b) => a - b)
  if (chosen.length === 7) return '每天'
  if (chosen.join() === '1,2,3,4,5') return '周一至周五'
  if (chosen.join() === '6,7') return '周六、周日'
  return chosen.map((day) => isoWeekdays.find(({ value }) => value === day)?.title).join('、')
}

export function marketWords(digits: readonly number[] | undefined): string {
  return (digits ?? []).map((digit) => marketDigits[digit]?.title ?? '').join('')
}

/** Parts of a subtitle, without those that are missing. */
export function subtitle(...parts: (string | undefined | null | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}
