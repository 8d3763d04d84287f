/**
 * @file Notices, lawyer talks and question cards, each as a sheet.
 *
 * A notice names who gives it, a talk who speaks, a question where its answer is written. Their end is
 * the timetable's affair.
 */
import type { LawyerTalkItem, NoticeItem, QuestionItem } from '../../contracts/schedule/items.ts'
import type { Sheet } from './sheet.ts'

function paragraphsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim())
}

export function sheetOf(item: NoticeItem | LawyerTalkItem | QuestionItem): Sheet {
  switch (item.kind) {
    case 'notice':
      return { mark: '告', heading: item.title, paragraphs: paragraphsOf(item.text), foot: item.issuer }
    case 'lawyerTalk':
      return { mark: '说', heading: item.title, paragraphs: item.paragraphs, foot: item.speaker }
    case 'question':
      return {
        mark: '问',
        heading: item.question,
        paragraphs: paragraphsOf(item.answer),
        foot: item.source,
        ...(item.qr && { qr: item.qr }),
      }
  }
}
