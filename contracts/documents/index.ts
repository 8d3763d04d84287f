/** @file Every document type of the lake, in one union. */
import type * as Desk from './desk.ts'
import type * as Knowledge from './knowledge.ts'
import type * as Places from './places.ts'
import type * as Practice from './practice.ts'
import type * as ReviewDocuments from './review.ts'
import type * as Signage from './signage.ts'
import type * as Words from './words.ts'

export type * from './base.ts'
export type * from './desk.ts'
export type * from './knowledge.ts'
export type * from './places.ts'
export type * from './practice.ts'
export * from './review.ts'
export type * from './signage.ts'
export type * from './words.ts'

export type AnyDocument =
  | Places.County
  | Places.Township
  | Places.Village
  | Places.LawOffice
  | Places.Lawyer
  | Places.AidStation
  | Places.CultureSite
  | Places.SiteSettings
  | Knowledge.Topic
  | Knowledge.LegalQuestion
  | Knowledge.Law
  | Knowledge.LawEdition
  | Knowledge.Article
  | Knowledge.NewsItem
  | Knowledge.TypicalCase
  | Knowledge.Activity
  | Knowledge.MuralCampaign
  | Knowledge.Mural
  | Knowledge.Video
  | Knowledge.LawyerTalk
  | Practice.QuizQuestion
  | Practice.CheckupItem
  | Desk.ErrorReport
  | ReviewDocuments.Review
  | ReviewDocuments.ReviewPolicy
  | Desk.TableImport
  | Desk.DeskNote
  | Signage.Slogan
  | Signage.Notice
  | Signage.NoticeTemplate
  | Signage.SignagePicture
  | Signage.IndicatorBoard
  | Signage.LiveStream
  | Signage.PlaylistDocument
  | Signage.ScheduleEventDocument
  | Signage.SignageCampaign
  | Signage.ScreenDocument
  | Signage.ScreenGroup
  | Signage.Audience
  | Signage.CalendarYear
  | Signage.LegalDayDocument
  | Words.WordList

export type DocumentType = AnyDocument['_type']
