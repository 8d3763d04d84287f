/** @file Chinese names for the fixed values of documents. Pure. */
import type {
  ActivityKind,
  AidStationKind,
  CultureSiteKind,
  DocumentType,
  Law,
  LawyerCategory,
  OfficeKind,
  PeriodUnit,
} from '../../contracts/documents/index.ts'
import type { ReportState } from '../../contracts/documents/desk.ts'
import { editionState, type EditionView } from '../content/editions.ts'
import type { SearchResult } from '../search/search-index.ts'
import { chineseDate } from './dates.ts'

export const lawyerCategories: Readonly<Record<LawyerCategory, string>> = {
  lawyer: '律师',
  legalServiceWorker: '基层法律服务工作者',
  legalAidWorker: '法律援助工作者',
}

export const officeKinds: Readonly<Record<OfficeKind, string>> = {
  lawFirm: '律师事务所',
  legalServiceOffice: '基层法律服务所',
  legalAidCentre: '法律援助中心',
}

export const cultureSiteKinds: Readonly<Record<CultureSiteKind, string>> = {
  park: '法治公园',
  square: '法治广场',
  street: '法治一条街',
  bookHouse: '法律书屋',
  exhibition: '法治展馆',
  base: '法治教育基地',
  murals: '墙画街',
}

export const stationKinds: Readonly<Record<AidStationKind, string>> = {
  centre: '公共法律服务中心',
  workstation: '法律援助工作站',
  contactPoint: '法律援助联络点',
}

export const activityKinds: Readonly<Record<ActivityKind, string>> = {
  market: '法律大集',
  scenicSpot: '送法进景区',
  school: '宪法课堂',
  lecture: '法治讲座',
  quiz: '有奖答题',
  consultation: '现场咨询',
}

export const lawKindNames: Readonly<Record<Law['kind'], string>> = {
  constitution: '宪法',
  law: '法律',
  regulation: '行政法规',
  judicialInterpretation: '司法解释',
  localRegulation: '地方性法规',
  rule: '规章',
}

export const reportStates: Readonly<Record<ReportState, string>> = {
  received: '已收到，正在核对',
  corrected: '已经改正',
  answered: '核对过了，说明如下',
}

/** What the documents with a page of their own are to a reader. */
export const addressedTypeNames: Readonly<Partial<Record<DocumentType, string>>> = {
  legalQuestion: '法律问答',
  lawyer: '法律服务人员',
  lawOffice: '法律服务机构',
  county: '县（市、区）法律服务',
  village: '村居法律服务',
  muralCampaign: '墙画行动',
  mural: '法治墙画',
  cultureSite: '法治文化阵地',
  law: '法律',
  newsItem: '普法动态',
  typicalCase: '以案释法',
  activity: '普法活动',
  slogan: '普法标语',
  screen: '普法大屏',
}

const units: Readonly<Record<PeriodUnit, string>> = {
  day: '日',
  workingDay: '个工作日',
  month: '个月',
  year: '年',
}

export function period(amount: number, unit: PeriodUnit): string {
  return `${amount}${units[unit]}`
}

export const foundTypes: Readonly<Record<SearchResult['type'], string>> = {
  legalQuestion: '问答',
  article: '法条',
  typicalCase: '案例',
  law: '法律',
  lawyer: '法律服务人员',
  lawOffice: '机构',
  newsItem: '新闻',
  village: '村居',
  cultureSite: '法治文化阵地',
  tool: '工具',
}

/** One line about an edition's dates, and how sure it is. */
export function editionDates(
  edition: EditionView | null,
  today: string,
): { state: 'inForce' | 'notYet' | 'ended' | 'unknown'; text: string } {
  if (edition === null) return { state: 'unknown', text: '条文原文尚未收录' }
  const state = editionState(edition, today)
  const from = edition.effectiveFrom === null ? '施行日期未知' : `${chineseDate(edition.effectiveFrom)}起施行`
  if (state === 'inForce') return { state, text: `现行有效，${from}` }
  if (state === 'notYet') return { state, text: `尚未施行，${from}` }
  if (state === 'ended') {
    return { state, text: `${chineseDate(edition.effectiveTo ?? '')}起不再有效` }
  }
  return { state, text: from }
}
