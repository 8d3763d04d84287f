/** @file Every document type of the Studio, in the order of `DocumentType`, and the objects they hold. */
import type { SchemaTypeDefinition } from 'sanity'
import type { Clock } from '../../contracts/part.ts'
import { activity } from './activity.ts'
import { aidStation } from './aidStation.ts'
import { article } from './article.ts'
import { audience } from './audience.ts'
import { calendarYear } from './calendarYear.ts'
import { checkupItem } from './checkupItem.ts'
import { county } from './county.ts'
import { deskNote } from './deskNote.ts'
import { cultureSite } from './cultureSite.ts'
import { errorReport } from './errorReport.ts'
import { indicator, indicatorBoard } from './indicatorBoard.ts'
import { law } from './law.ts'
import { lawEdition } from './lawEdition.ts'
import { lawOffice } from './lawOffice.ts'
import { lawyer } from './lawyer.ts'
import { lawyerTalk } from './lawyerTalk.ts'
import { legalDay } from './legalDay.ts'
import { legalQuestion } from './legalQuestion.ts'
import { liveStream } from './liveStream.ts'
import { mural } from './mural.ts'
import { muralCampaign } from './muralCampaign.ts'
import { newsItem } from './newsItem.ts'
import { notice } from './notice.ts'
import { noticeTemplate } from './noticeTemplate.ts'
import { noticeField } from './objects/noticeField.ts'
import { deadline, step } from './objects/answer.ts'
import { caption } from './objects/caption.ts'
import { citation } from './objects/citation.ts'
import { countdownItem, galleryItem, testPatternItem } from './objects/moving-items.ts'
import { clockItem, contentItem, hotlineItem, latestItem } from './objects/playlist-items.ts'
import { articleItem, articleParagraph } from './objects/statute.ts'
import { daypart, screenSelector } from './objects/targets.ts'
import { playlist } from './playlist.ts'
import { quizQuestion } from './quizQuestion.ts'
import { scheduleEvent } from './scheduleEvent.ts'
import { review, reviewStep } from './review.ts'
import { reviewPolicy } from './reviewPolicy.ts'
import { screen } from './screen.ts'
import { screenGroup } from './screenGroup.ts'
import { signageCampaign } from './signageCampaign.ts'
import { signagePicture } from './signagePicture.ts'
import { siteSettings } from './siteSettings.ts'
import { slogan } from './slogan.ts'
import { importedDocument, tableImport } from './tableImport.ts'
import { topic } from './topic.ts'
import { township } from './township.ts'
import { typicalCase } from './typicalCase.ts'
import { video } from './video.ts'
import { village } from './village.ts'
import { withWords } from '../words/validation.ts'
import { wordEntry } from './objects/wordEntry.ts'
import { wordList } from './wordList.ts'

/** @param clock for previews that say whether something is in force */
export function schemaTypes(clock: Clock): SchemaTypeDefinition[] {
  const types: SchemaTypeDefinition[] = [
    county,
    township,
    village,
    lawOffice,
    lawyer,
    aidStation,
    cultureSite,
    siteSettings,
    topic,
    legalQuestion,
    law,
    lawEdition,
    article,
    newsItem,
    typicalCase,
    activity(clock),
    muralCampaign,
    mural,
    video,
    lawyerTalk,
    quizQuestion,
    checkupItem,
    errorReport,
    review,
    reviewPolicy,
    reviewStep,
    tableImport,
    deskNote,
    importedDocument,
    slogan(clock),
    notice(clock),
    noticeTemplate,
    signagePicture,
    indicatorBoard,
    liveStream(clock),
    playlist,
    scheduleEvent(clock),
    signageCampaign(clock),
    screen,
    screenGroup,
    audience,
    calendarYear,
    legalDay,
    wordList,
    citation,
    step,
    deadline,
    articleItem,
    articleParagraph,
    caption,
    contentItem,
    latestItem,
    hotlineItem,
    clockItem,
    noticeField,
    galleryItem,
    countdownItem,
    testPatternItem,
    indicator,
    screenSelector,
    daypart,
    wordEntry,
  ]
  return types.map((type) => withWords(type))
}
