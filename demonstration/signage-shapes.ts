/** @file What screens show and when: the document types of `contracts/documents/signage.ts` as tables of kinds. */
import type { AnyDocument } from '../contracts/documents/index.ts'
import { latestTypes, playableTypes } from '../contracts/documents/signage.ts'
import { fieldLengthMax } from '../contracts/notice-template.ts'
import { tickerHeightMin } from '../contracts/regions.ts'
import {
  amount,
  citation,
  clockTime,
  day,
  flag,
  keyedList,
  list,
  minute,
  object,
  oneOf,
  optional,
  picture,
  reference,
  text,
  whole,
  type Kind,
  type FieldsOf,
} from './kinds.ts'

/** A cron window lasts a week at most. */
const durationMinutesMax = 7 * 24 * 60

const county = reference('county')
const topics = list(reference('topic'))
const isoWeekday = whole(1, 7)
const lunarDigit = whole(0, 9)
const year = whole(1949, 2100)
const optionalText = optional(text)
const optionalSeconds = optional(whole(1, 3600))
const cap = optional(whole(1, 60))
const daypart = object('daypart', { days: list(isoWeekday), start: clockTime, end: clockTime })
const screenSelector = object('screenSelector', {
  screen: optional(reference('screen')),
  group: optional(reference('screenGroup')),
  county: optional(county),
  township: optional(reference('township')),
  village: optional(reference('village')),
  audience: optional(reference('audience')),
})
const contentItem = object('contentItem', {
  content: reference(...playableTypes),
  seconds: optionalSeconds,
  maxPlaysPerHour: cap,
})
const hotlineItem = object('hotlineItem', {
  text: optionalText,
  seconds: optionalSeconds,
  maxPlaysPerHour: cap,
})
const clockItem = object('clockItem', { seconds: optionalSeconds, maxPlaysPerHour: cap })
const latestItem = object('latestItem', {
  contentType: oneOf(...latestTypes),
  topic: optional(reference('topic')),
  county: optional(oneOf('any', 'own')),
  village: optional(oneOf('any', 'own')),
  genre: optional(oneOf('drama', 'animation', 'microfilm', 'promotion')),
  count: whole(1, 20),
  seconds: optionalSeconds,
  maxPlaysPerHour: cap,
})
const galleryItem = object('galleryItem', {
  village: optional(reference('village')),
  campaign: optional(reference('muralCampaign')),
  count: whole(2, 12),
  change: oneOf('fade', 'wipe'),
  secondsEach: optional(whole(4, 60)),
})
const countdownItem = object('countdownItem', {
  legalDay: optional(reference('legalDay')),
  day: optional(day),
  title: optionalText,
  note: optionalText,
  daysBefore: optional(whole(1, 366)),
  seconds: optionalSeconds,
})
const testPatternItem = object('testPatternItem', { seconds: optionalSeconds })
const indicator = object('indicator', { label: text, value: text, unit: optionalText })
const playlistItem: Kind = (value, around) => {
  const kinds = {
    contentItem,
    latestItem,
    hotlineItem,
    clockItem,
    galleryItem,
    countdownItem,
    testPatternItem,
  }
  const type = typeof value === 'object' && value !== null && '_type' in value ? value['_type'] : undefined
  const kind = typeof type === 'string' && type in kinds ? kinds[type as keyof typeof kinds] : undefined
  return kind === undefined ? ['不是播放单认识的项目'] : kind(value, around)
}
/** On a screen a line that begins with punctuation looks broken. */
const sloganText: Kind = (value, around) => {
  const wrong = text(value, around)
  if (wrong.length > 0 || typeof value !== 'string') return wrong
  const lines = value.split('\n')
  if (lines.some((line) => line.trim() === '')) return ['有空行']
  return lines.some((line) => /^[\p{P}\p{S}]/u.test(line) && !/^[“《（]/.test(line))
    ? ['有一行以标点开头']
    : []
}
const owned = optional(county)
const noticeField = object('noticeField', {
  name: text,
  label: text,
  kind: oneOf('text', 'number', 'time', 'choice'),
  maxLength: optional(whole(1, fieldLengthMax)),
  choices: optional(list(text)),
})
const percent = whole(1, 100)
const hours = object(null, { from: clockTime, until: clockTime })
const ticker = object(null, {
  on: flag,
  lines: optional(list(text)),
  playlist: optional(reference('playlist')),
  height: optional(whole(tickerHeightMin, 400)),
})

type SignageType =
  | 'slogan'
  | 'notice'
  | 'noticeTemplate'
  | 'signagePicture'
  | 'indicatorBoard'
  | 'liveStream'
  | 'playlist'
  | 'scheduleEvent'
  | 'signageCampaign'
  | 'screen'
  | 'screenGroup'
  | 'audience'
  | 'calendarYear'
  | 'legalDay'
type Of<Type> = FieldsOf<Extract<AnyDocument, { _type: Type }>>

export const signageShapes: { readonly [Type in SignageType]: Of<Type> } = {
  slogan: {
    text: sloganText,
    county: owned,
    topics,
    layout: oneOf('auto', 'pages', 'marquee'),
    tone: oneOf('plain', 'solemn'),
    citations: optional(keyedList(citation, 0)),
    endsWithLaw: optional(flag),
    checkedOn: optional(day),
    validFrom: optional(minute),
    validUntil: optional(minute),
  },
  notice: { title: text, county: owned, text, issuer: text, validFrom: optional(minute), validUntil: minute },
  noticeTemplate: {
    title: text,
    county: owned,
    text,
    fields: optional(keyedList(noticeField)),
    tone: oneOf('plain', 'solemn'),
  },
  liveStream: {
    title: text,
    county: owned,
    source: text,
    begins: minute,
    ends: minute,
    officerName: text,
    officerPhone: text,
    officerAccount: optional(text),
    announceMinutes: optional(whole(0, 24 * 60)),
    closing: optional(text),
    sound: optional(flag),
    captionsNote: optional(text),
  },
  signagePicture: { title: text, county: owned, picture, topics: optional(topics) },
  indicatorBoard: { title: text, county: owned, rows: keyedList(indicator), asOf: day, source: text },
  playlist: { title: text, county: owned, items: keyedList(playlistItem) },
  scheduleEvent: {
    title: text,
    county: owned,
    campaign: optional(reference('signageCampaign')),
    playlist: reference('playlist'),
    targets: optional(keyedList(screenSelector)),
    timing: oneOf('always', 'dayparts', 'cron'),
    dayparts: optional(keyedList(daypart)),
    cron: optionalText,
    durationMinutes: optional(whole(1, durationMinutesMax)),
    firstDay: optional(day),
    lastDay: optional(day),
    dayFilter: oneOf('any', 'workingDay', 'restDay', 'legalDay', 'marketDay'),
    legalDays: optional(list(reference('legalDay'))),
    marketDays: optional(list(lunarDigit)),
    priority: whole(0, 9),
    mode: oneOf('normal', 'share', 'takeover'),
    shareSecondsPerHour: optional(whole(1, 3600)),
    level: oneOf('screen', 'county', 'prefecture'),
    mandatory: flag,
  },
  signageCampaign: {
    title: text,
    county: owned,
    purpose: text,
    targets: optional(keyedList(screenSelector)),
    firstDay: day,
    lastDay: day,
  },
  screen: {
    title: text,
    county,
    address: text,
    township: optional(reference('township')),
    village: optional(reference('village')),
    groups: optional(list(reference('screenGroup'))),
    audiences: optional(list(reference('audience'))),
    width: whole(16, 8192),
    height: whole(16, 8192),
    regionX: whole(0, 8192),
    regionY: whole(0, 8192),
    pitchMm: optional(amount),
    viewingDistanceM: optional(amount),
    zone: optionalText,
    transition: optional(oneOf('cut', 'fade', 'wipe')),
    volumePercent: whole(0, 100),
    fallback: optional(reference('playlist')),
    leaseDays: optional(whole(1, 90)),
    ticker: optional(ticker),
    corner: optional(flag),
    lit: optional(hours),
    quiet: optional(hours),
    brightnessPercent: optional(percent),
    night: optional(object(null, { from: clockTime, until: clockTime, brightnessPercent: percent })),
    cacheGigabytes: optional(amount),
    silentMinutes: optional(whole(2, 1440)),
  },
  screenGroup: { title: text, county: owned, purpose: optionalText },
  audience: { title: text, description: optionalText },
  calendarYear: { year, workingDays: list(day, 0), restDays: list(day, 0) },
  legalDay: {
    title: text,
    rule: oneOf('fixed', 'nthWeekday', 'lunar'),
    month: whole(1, 12),
    day: optional(whole(1, 31)),
    nth: optional(whole(1, 5)),
    weekday: optional(isoWeekday),
    lengthDays: whole(1, 366),
    basis: oneOf('statutory', 'customary'),
    citation: optionalText,
  },
}
