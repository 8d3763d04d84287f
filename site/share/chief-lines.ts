/**
 * @file The lines that a document is known by: headline, one sentence, and what it is about. Pure.
 *
 * Nothing here adds to what the editors wrote; it chooses, and shortens by whole sentences.
 */
import { timeSpan } from '../words/dates.ts'
import { chiefOf } from './sentences.ts'
import type { ShareSource } from './source.ts'

export interface ChiefLines {
  headline: string
  /** One sentence, or a few short lines; empty where the headline says it all. */
  sentence: string
  answer: string
}

const sentenceLengthMax = 64
/** A single sentence may be longer: letters shrink, words are not left out. */
const firstLengthMax = 110
const chief = (text: string) => chiefOf(text, sentenceLengthMax, firstLengthMax)

const labelled = (entries: readonly (readonly [string, string | null])[]): string =>
  entries
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n')

export function chiefLines(source: ShareSource): ChiefLines {
  const { type, title, address, hours, phone } = source
  switch (type) {
    case 'legalQuestion': {
      const answer = source.shortAnswer ?? ''
      return { headline: title, sentence: source.ledAnswer ?? chief(answer), answer }
    }
    case 'mural': {
      const story = source.story ?? ''
      return {
        headline: source.banner ?? title,
        sentence: chiefOf(story, firstLengthMax, firstLengthMax),
        answer: story,
      }
    }
    case 'typicalCase': {
      const lesson = source.lesson ?? ''
      return {
        headline: title,
        sentence: chief(lesson),
        answer: [source.facts, source.outcome, lesson].filter(Boolean).join('\n'),
      }
    }
    case 'activity': {
      const when = source.startsAt && source.endsAt ? timeSpan(source.startsAt, source.endsAt) : null
      const sentence = labelled([
        ['时间', when],
        ['地点', source.place],
      ])
      return { headline: title, sentence, answer: `${sentence}\n${source.summary ?? ''}` }
    }
    case 'lawyer': {
      const sentence = labelled([
        ['执业机构', source.office],
        ['擅长', source.expertise.slice(0, 4).join('、')],
        ['办公电话', source.officePhone],
      ])
      return { headline: title, sentence, answer: `${sentence}\n${source.introduction ?? ''}` }
    }
    case 'lawOffice':
    case 'cultureSite': {
      const sentence = labelled([
        ['地址', address],
        ['电话', phone],
        [type === 'lawOffice' ? '办公时间' : '开放时间', hours],
      ])
      return { headline: title, sentence, answer: `${sentence}\n${source.introduction ?? ''}` }
    }
    case 'village': {
      const { adviser } = source
      const sentence = labelled([
        ['村居法律顾问', adviser && [adviser.name, adviser.office].filter(Boolean).join('，')],
        ['办公电话', adviser && adviser.officePhone],
      ])
      const introduction = source.introduction ?? ''
      return {
        headline: title,
        sentence: sentence === '' ? chief(introduction) : sentence,
        answer: `${sentence}\n${introduction}`,
      }
    }
    case 'law': {
      const summary = source.summary ?? ''
      const sentence = chief(summary)
      return {
        headline: `《${source.shortTitle ?? title}》`,
        sentence: sentence === '' ? '哪一条管哪件事，扫码按条查看' : sentence,
        answer: summary,
      }
    }
    case 'slogan':
      return { headline: title, sentence: '', answer: '' }
    default: {
      const summary = source.summary ?? source.introduction ?? ''
      return { headline: title, sentence: chief(summary), answer: summary }
    }
  }
}
