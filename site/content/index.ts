/**
 * @file Everything that pages read, by family. The only module of the site that queries the lake.
 *
 * Pages get it as `Astro.locals.content`. Every method may throw `site.content-unreachable`; a method
 * that looks for one page answers null when it does not exist or is not published.
 */
import { createAddresses, type AddressContent } from './addresses.ts'
import { createAid, type AidContent } from './aid.ts'
import { createCheckup, type CheckupContent } from './checkup.ts'
import { createCitations } from './citations.ts'
import { createCodes, type CodeContent } from './codes.ts'
import { createCounties, type CountyContent } from './counties.ts'
import { createDeadlines, type DeadlineContent } from './deadlines.ts'
import { createFeeds, type FeedContent } from './feeds.ts'
import type { LakeReader } from './lake.ts'
import { createLaws, type LawContent } from './laws.ts'
import { createLawyers, type LawyerContent } from './lawyers.ts'
import { createLegalYear, type LegalYearContent } from './legal-year.ts'
import { createMurals, type MuralContent } from './murals.ts'
import { createNews, type NewsContent } from './news.ts'
import { createOpenData, type OpenDataContent } from './open-data.ts'
import { createPlaces, type PlaceContent } from './places.ts'
import { createQuestions, type QuestionContent } from './questions.ts'
import { createReportContent, type ReportContent } from './reports.ts'
import { createScreens, type ScreenContent } from './screens.ts'
import { createQuiz, type QuizContent } from './quiz.ts'
import { createSettings, type SettingsContent } from './settings.ts'
import { createShare, type ShareContent } from './share.ts'
import { createSitemap, type SitemapContent } from './sitemap.ts'
import { createSlogans, type SloganContent } from './slogans.ts'
import { createTopics, type TopicContent } from './topics.ts'
import { createVillages, type VillageContent } from './villages.ts'

export interface Content {
  readonly addresses: AddressContent
  readonly codes: CodeContent
  readonly reports: ReportContent
  readonly settings: SettingsContent
  readonly topics: TopicContent
  readonly counties: CountyContent
  readonly deadlines: DeadlineContent
  readonly aid: AidContent
  readonly questions: QuestionContent
  readonly lawyers: LawyerContent
  readonly murals: MuralContent
  readonly laws: LawContent
  readonly villages: VillageContent
  readonly places: PlaceContent
  readonly news: NewsContent
  readonly slogans: SloganContent
  readonly screens: ScreenContent
  readonly share: ShareContent
  readonly legalYear: LegalYearContent
  readonly sitemap: SitemapContent
  readonly quiz: QuizContent
  readonly checkup: CheckupContent
  readonly feeds: FeedContent
  readonly openData: OpenDataContent
}

/** What the site itself remembers, beside the lake. */
export type Remembered = Parameters<typeof createCodes>[2]

export function createContent(lake: LakeReader, remembered: Remembered): Content {
  const citations = createCitations(lake)
  const addresses = createAddresses(lake)
  return {
    addresses,
    codes: createCodes(lake, addresses, remembered),
    reports: createReportContent(lake),
    settings: createSettings(lake),
    topics: createTopics(lake),
    counties: createCounties(lake),
    deadlines: createDeadlines(lake),
    aid: createAid(lake),
    questions: createQuestions(lake, citations),
    lawyers: createLawyers(lake),
    murals: createMurals(lake, citations),
    laws: createLaws(lake),
    villages: createVillages(lake),
    places: createPlaces(lake),
    news: createNews(lake, citations),
    slogans: createSlogans(lake, citations),
    screens: createScreens(lake),
    share: createShare(lake),
    legalYear: createLegalYear(lake),
    sitemap: createSitemap(addresses),
    feeds: createFeeds(lake),
    openData: createOpenData(lake),
    quiz: createQuiz(lake),
    checkup: createCheckup(lake, citations),
  }
}
