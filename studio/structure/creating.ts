/**
 * @file How documents come to be: what the "new" menu offers, and what a fresh one already holds.
 *
 * Some types have ids that other parts rely on (`village-990101…`, `calendarYear-2027`, `siteSettings`);
 * those are never made by the plain "new" button, which would give them an arbitrary id.
 */
import type { DocumentActionComponent, NewDocumentOptionsResolver, Template } from 'sanity'
import type { DocumentType } from '../../contracts/documents/index.ts'

/** Types whose ids carry a meaning, with the beginning of the id. */
export const namedTypes = {
  siteSettings: 'siteSettings',
  calendarYear: 'calendarYear-',
  county: 'county-',
  township: 'township-',
  village: 'village-',
  law: 'law-',
  lawEdition: 'edition-',
  article: 'article-',
  errorReport: 'report.',
  tableImport: 'tableImport.',
  deskNote: 'deskNote.',
  review: 'review.',
  reviewPolicy: 'reviewPolicy',
} as const satisfies Partial<Record<DocumentType, string>>

function isNamed(type: string): boolean {
  return type in namedTypes
}

const inCounty = [
  'slogan',
  'notice',
  'signagePicture',
  'indicatorBoard',
  'video',
  'lawyerTalk',
  'liveStream',
  'playlist',
  'legalQuestion',
  'typicalCase',
  'lawyer',
  'lawOffice',
  'aidStation',
  'cultureSite',
  'mural',
  'newsItem',
  'activity',
  'scheduleEvent',
  'screen',
] as const satisfies readonly DocumentType[]

const onTopic = [
  'slogan',
  'legalQuestion',
  'typicalCase',
  'lawyerTalk',
  'video',
  'quizQuestion',
] as const satisfies readonly DocumentType[]

export type CountyListed = (typeof inCounty)[number]
export type TopicListed = (typeof onTopic)[number]

const reference = (id: unknown) => ({ _type: 'reference', _ref: String(id) })

function parameterised(
  id: string,
  type: DocumentType,
  parameter: string,
  value: Template['value'],
): Template {
  return {
    id,
    title: '新建',
    schemaType: type,
    parameters: [{ name: parameter, title: parameter, type: parameter === 'year' ? 'number' : 'string' }],
    value,
  }
}

/** Fresh documents for the lists: one made in a county's list belongs to that county. */
export function templates(previous: Template[]): Template[] {
  return [
    ...previous,
    ...inCounty.map((type) =>
      parameterised(`${type}-in-county`, type, 'county', ({ county }: { county: string }) => ({
        county: reference(county),
      })),
    ),
    ...onTopic.map((type) =>
      parameterised(`${type}-on-topic`, type, 'topic', ({ topic }: { topic: string }) => ({
        topics: [{ ...reference(topic), _key: topic }],
      })),
    ),
    parameterised('mural-on-topic', 'mural', 'topic', ({ topic }: { topic: string }) => ({
      topic: reference(topic),
    })),
    parameterised('calendarYear-of', 'calendarYear', 'year', ({ year }: { year: number }) => ({ year })),
    ...(['county', 'township', 'village'] as const).map((type) =>
      parameterised(`${type}-by-code`, type, 'code', ({ code }: { code: string }) => ({
        code,
        ...(type === 'county' ? {} : { county: reference(`county-${code.slice(0, 6)}`) }),
      })),
    ),
    parameterised('law-by-code', 'law', 'code', ({ code }: { code: string }) => ({
      slug: { _type: 'slug', current: code },
    })),
  ]
}

/**
 * The menus outside the lists offer no named types, and nothing that needs a parameter. A report is what a
 * reader sent, a trail of review what the lake wrote: they are made nowhere.
 */
export const newDocumentOptions: NewDocumentOptionsResolver = (items, { creationContext }) =>
  items.filter(
    ({ templateId }) =>
      !['errorReport', 'review'].includes(templateId) &&
      (creationContext.type === 'structure' || !(isNamed(templateId) || templateId.includes('-'))),
  )

const forbidden: Readonly<Record<string, readonly string[]>> = {
  // Every page would lack its name.
  siteSettings: ['delete', 'duplicate', 'unpublish', 'unpublishVersion'],
  // Who holds the receipt would read that there is no such report.
  errorReport: ['duplicate', 'unpublish', 'unpublishVersion'],
  // Without it every content wants three.
  reviewPolicy: ['delete', 'duplicate', 'unpublish', 'unpublishVersion'],
}

/** A named document cannot be duplicated under an arbitrary id. */
export function documentActions(actions: DocumentActionComponent[], type: string): DocumentActionComponent[] {
  // Nobody edits a trail; steps are taken on the content.
  if (type === 'review') return []
  const refused = forbidden[type] ?? (isNamed(type) ? ['duplicate'] : [])
  return actions.filter(({ action }) => !refused.includes(action ?? ''))
}
