/** @file How much the demonstration must hold, so that every page and every screen has something to show. Pure. */
import type { Json } from '../contracts/canonical.ts'
import type { DocumentType } from '../contracts/documents/index.ts'
import type { DemoDocument } from './content.ts'
import { referencesIn } from './references.ts'

/** Topics that the questions must cover; the rest of the topics are for slogans and murals. */
const questionTopicsLeast = 25

const leastOf: Partial<Record<DocumentType, number>> = {
  siteSettings: 1,
  county: 11,
  village: 20,
  lawOffice: 12,
  lawyer: 44,
  aidStation: 14,
  legalQuestion: 60,
  typicalCase: 6,
  lawyerTalk: 4,
  mural: 40,
  muralCampaign: 2,
  newsItem: 6,
  activity: 5,
  video: 4,
  slogan: 40,
  notice: 3,
  noticeTemplate: 4,
  signagePicture: 6,
  indicatorBoard: 1,
  playlist: 6,
  scheduleEvent: 12,
  signageCampaign: 1,
  screen: 12,
  screenGroup: 3,
  audience: 6,
  legalDay: 20,
  calendarYear: 1,
  wordList: 2,
}

const distinct = (values: readonly Json[]) => new Set(values.map((value) => JSON.stringify(value))).size

/** @returns Chinese lines for what falls short */
export function amountProblems(documents: readonly DemoDocument[]): string[] {
  const ofType = (type: DocumentType) => documents.filter(({ _type }) => _type === type)
  const problems: string[] = []
  const demand = (what: string, least: number, found: number) => {
    if (found < least) problems.push(`全部内容：${what}至少要 ${least} 个，现在 ${found} 个`)
  }

  for (const [type, least] of Object.entries(leastOf)) {
    const found = documents.filter(({ _type }) => _type === type).length
    demand(`${type} `, least, found)
  }
  const topicsAsked = ofType('legalQuestion').flatMap((question) => referencesIn(question['topics'] ?? []))
  demand('问答涉及的类别', questionTopicsLeast, new Set(topicsAsked.map(({ id }) => id)).size)
  demand('墙画的纠纷种类', 10, distinct(ofType('mural').map((mural) => mural['topic'] ?? null)))
  demand('法律服务人员的类别', 3, distinct(ofType('lawyer').map((lawyer) => lawyer['category'] ?? null)))
  demand('法律服务机构的种类', 3, distinct(ofType('lawOffice').map((office) => office['kind'] ?? null)))
  const sizes = ofType('screen').map((screen) => [screen['width'] ?? null, screen['height'] ?? null])
  demand('屏幕的尺寸', 3, distinct(sizes))

  for (const village of ofType('village')) {
    const murals = ofType('mural').filter((mural) =>
      referencesIn(mural['village'] ?? null).some(({ id }) => id === village._id),
    )
    if (murals.length < 2)
      problems.push(`全部内容：${village._id} 至少要有两幅墙画，现在 ${murals.length} 幅`)
  }
  return problems
}
