/**
 * @file Whether a document has what compiling it needs. Pure.
 *
 * The lake keeps any document; only the Studio holds editors to complete ones. What is let in here is
 * trusted inside; a document that lacks something counts as absent, so that it darkens no other screen.
 */
import * as v from 'valibot'
import { parseLocal } from '../../contracts/schedule/zone.ts'
import type { SignageDocument } from '../compile/documents.ts'

const text = v.string()
const day = v.pipe(
  text,
  v.check((value) => parseLocal(value) !== null),
)
const reference = v.object({ _ref: text })
const selector = v.object({
  screen: v.optional(reference),
  group: v.optional(reference),
  county: v.optional(reference),
  township: v.optional(reference),
  village: v.optional(reference),
  audience: v.optional(reference),
})
const daypart = v.object({ days: v.array(v.number()), start: text, end: text })
const side = v.pipe(v.number(), v.integer(), v.minValue(1))
const topics = v.optional(v.array(reference))

const needed: Partial<Record<SignageDocument['_type'], v.GenericSchema>> = {
  county: v.object({ title: text }),
  lawEdition: v.object({ law: reference, effectiveTo: v.optional(text) }),
  slogan: v.object({ text, topics, citations: v.optional(v.array(v.object({ law: reference }))) }),
  notice: v.object({ title: text, text, issuer: text, validUntil: text }),
  noticeTemplate: v.object({
    title: text,
    text,
    fields: v.optional(
      v.array(
        v.object({
          name: text,
          label: text,
          kind: v.picklist(['text', 'number', 'time', 'choice']),
          maxLength: v.optional(v.number()),
          choices: v.optional(v.array(text)),
        }),
      ),
    ),
  }),
  signagePicture: v.object({ title: text }),
  mural: v.object({ title: text, village: reference, campaign: reference, topic: reference }),
  indicatorBoard: v.object({
    title: text,
    rows: v.pipe(v.array(v.object({ label: text, value: text, unit: v.optional(text) })), v.minLength(1)),
    asOf: day,
    source: text,
  }),
  video: v.object({
    title: text,
    mp4: v.object({ asset: reference }),
    seconds: v.number(),
    captions: v.optional(v.array(v.object({}))),
    captionFile: v.optional(v.object({ asset: v.optional(reference) })),
  }),
  liveStream: v.object({
    title: text,
    source: text,
    begins: text,
    ends: text,
    officerName: text,
    officerPhone: text,
    officerAccount: v.optional(text),
    announceMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    closing: v.optional(text),
    captionsNote: v.optional(text),
  }),
  lawyerTalk: v.object({ title: text, paragraphs: v.array(text) }),
  legalQuestion: v.object({
    title: text,
    ledAnswer: text,
    slug: v.object({ current: text }),
    citations: v.optional(v.array(v.object({ article: text }))),
    topics,
  }),
  playlist: v.object({ title: text, items: v.optional(v.array(v.object({}))) }),
  signageCampaign: v.object({
    title: text,
    firstDay: text,
    lastDay: text,
    targets: v.optional(v.array(selector)),
  }),
  muralCampaign: v.object({ title: text, year: v.number() }),
  typicalCase: v.object({ title: text, lesson: text, slug: v.object({ current: text }), topics }),
  scheduleEvent: v.object({
    title: text,
    playlist: reference,
    targets: v.optional(v.array(selector)),
    dayparts: v.optional(v.array(daypart)),
    legalDays: v.optional(v.array(reference)),
    marketDays: v.optional(v.array(v.number())),
  }),
  screen: v.object({
    title: text,
    county: reference,
    width: side,
    height: side,
    groups: v.optional(v.array(reference)),
    audiences: v.optional(v.array(reference)),
  }),
  screenGroup: v.object({ title: text }),
  calendarYear: v.object({ year: v.number() }),
  legalDay: v.object({ title: text, rule: v.picklist(['fixed', 'nthWeekday', 'lunar']), month: v.number() }),
  'sanity.imageAsset': v.object({ path: text, mimeType: text }),
  'sanity.fileAsset': v.object({ path: text, mimeType: text }),
}

/** @returns the path of the first thing that is missing or wrong, or `null` when the document is complete */
export function lacks(document: SignageDocument): string | null {
  const schema = needed[document._type]
  const parsed = schema && v.safeParse(schema, document)
  return parsed && !parsed.success ? (v.getDotPath(parsed.issues[0]) ?? document._type) : null
}
