/**
 * @file The documents that decide what screens show, as the calendar asks the lake for them: each with its
 * draft beside what is published.
 *
 * Pure. A `view` is the timetable as it stands, or as it would stand if every draft were published.
 */
import type {
  CalendarYear,
  LegalDayDocument,
  PlaylistDocument,
  ScheduleEventDocument,
  ScreenDocument,
  SignageCampaign,
} from '../../../../contracts/documents/index.ts'
import { playableTypes } from '../../../../contracts/documents/playlists.ts'

export const libraryTypes = [
  'scheduleEvent',
  'playlist',
  'signageCampaign',
  'screen',
  'screenGroup',
  'county',
  'township',
  'village',
  'audience',
  'legalDay',
  'calendarYear',
  'siteSettings',
] as const

/** What of a content document decides whether its line may play, and what it is called. */
export interface ContentLimits {
  _id: string
  _type: string
  title?: string
  text?: string
  validFrom?: string
  validUntil?: string
  begins?: string
  ends?: string
}

const contentTypes = [...playableTypes, 'typicalCase']

const quoted = (types: readonly string[]) => JSON.stringify(types)

/** Both lists in one answer; ask it in the perspective `raw`. */
export const libraryQuery = `{
  "documents": *[_type in ${quoted(libraryTypes)} && !(_id in path("versions.**"))],
  "contents": *[_type in ${quoted(contentTypes)} && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]
    {_id, _type, title, "text": select(_type in ["slogan", "notice"] => text), validFrom, validUntil, begins, ends}
}`

/** Whatever changes the answer to `libraryQuery`. */
export const libraryFilter = `*[_type in ${quoted([...libraryTypes, 'slogan', 'notice', 'liveStream'])}]`

interface Named {
  _id: string
  title?: string
}

interface SettingsFallback {
  _id: string
  _type: 'siteSettings'
  fallback?: { _ref: string }
}

export type LibraryDocument =
  | ScheduleEventDocument
  | PlaylistDocument
  | SignageCampaign
  | ScreenDocument
  | LegalDayDocument
  | CalendarYear
  | SettingsFallback
  | (Named & { _type: 'screenGroup' | 'county' | 'township' | 'village' | 'audience' })

/** A strong reference to what was never published would be refused; it becomes one when it is published. */
export function referTo(id: string, type: string, published: boolean) {
  const reference = { _type: 'reference', _ref: id } as const
  return published ? reference : { ...reference, _weak: true, _strengthenOnPublish: { type } }
}

export interface LibraryAnswer {
  documents: readonly LibraryDocument[]
  contents: readonly ContentLimits[]
}

export type View = 'published' | 'drafts'

/** A document under its published id. */
export interface Seen<Shape> {
  document: Shape
  /** What is shown is not published yet. */
  draft: boolean
  /** It has been published, perhaps otherwise than it is shown. */
  published: boolean
}

export interface Library {
  events: readonly Seen<ScheduleEventDocument>[]
  playlists: readonly Seen<PlaylistDocument>[]
  campaigns: readonly Seen<SignageCampaign>[]
  screens: readonly ScreenDocument[]
  legalDays: readonly LegalDayDocument[]
  calendarYears: readonly CalendarYear[]
  contents: ReadonlyMap<string, ContentLimits>
  /** Titles of everything, by published id. */
  titles: ReadonlyMap<string, string>
  groups: readonly string[]
  counties: readonly string[]
  fallback: string
}

const draftPrefix = 'drafts.'

export const publishedIdOf = (id: string): string =>
  id.startsWith(draftPrefix) ? id.slice(draftPrefix.length) : id
export const draftIdOf = (id: string): string => draftPrefix + publishedIdOf(id)

/** One document for each published id. */
function overlaid(documents: readonly LibraryDocument[], view: View): Map<string, Seen<LibraryDocument>> {
  const seen = new Map<string, Seen<LibraryDocument>>()
  for (const document of documents) {
    const draft = document._id.startsWith(draftPrefix)
    if (draft && view === 'published') continue
    const id = publishedIdOf(document._id)
    const known = seen.get(id)
    const shown = draft || !known ? { ...document, _id: id } : known.document
    seen.set(id, {
      document: shown,
      draft: draft || known?.draft === true,
      published: !draft || known?.published === true,
    })
  }
  return seen
}

/** A draft may lack what it needs to be drawn; it is then listed as unfinished. */
export const isWhole = ({ playlist, timing, mode }: Partial<ScheduleEventDocument>): boolean =>
  playlist?._ref !== undefined && timing !== undefined && mode !== undefined

const byTitle = (a: { title?: string }, b: { title?: string }) =>
  (a.title ?? '').localeCompare(b.title ?? '', 'zh-CN')

export function libraryOf({ documents, contents }: LibraryAnswer, view: View): Library {
  const seen = [...overlaid(documents, view).values()].sort((a, b) =>
    a.document._id < b.document._id ? -1 : 1,
  )
  const of = <Type extends LibraryDocument['_type']>(type: Type) =>
    seen.filter(
      (each): each is Seen<Extract<LibraryDocument, { _type: Type }>> => each.document._type === type,
    )
  const plain = <Type extends LibraryDocument['_type']>(type: Type) =>
    of(type).map(({ document }) => document)
  return {
    events: of('scheduleEvent'),
    playlists: of('playlist'),
    campaigns: of('signageCampaign'),
    screens: plain('screen')
      .filter(({ county }) => county?._ref !== undefined)
      .sort(byTitle),
    legalDays: plain('legalDay'),
    calendarYears: plain('calendarYear'),
    contents: new Map(contents.map((content) => [content._id, content])),
    titles: new Map(
      seen.flatMap(({ document }) =>
        'title' in document && document.title ? [[document._id, document.title] as const] : [],
      ),
    ),
    groups: plain('screenGroup')
      .sort(byTitle)
      .map(({ _id }) => _id),
    counties: plain('county').map(({ _id }) => _id),
    fallback: plain('siteSettings')[0]?.fallback?._ref ?? '',
  }
}
