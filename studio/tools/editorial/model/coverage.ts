/**
 * @file 覆盖: how many published contents there are for each topic, by county and by audience.
 *
 * Pure. A content without a county is the whole prefecture's: it stands in the first column and fills no
 * county's cell, but a cell is a gap only where the prefecture has nothing either. What reaches an audience
 * follows from what is aimed at it: the playlists of published events for screens of that audience, by the
 * contents that they name and the newest of a topic that they ask for, and quiz questions made for it.
 */
import type { PlaylistDocument, ScheduleEventDocument } from '../../../../contracts/documents/index.ts'

export const coveredTypes = ['legalQuestion', 'typicalCase', 'mural', 'slogan'] as const
export type CoveredType = (typeof coveredTypes)[number]

export interface CoverContent {
  _id: string
  _type: CoveredType | 'quizQuestion'
  title: string
  topics: readonly string[]
  county: string | null
  audiences: readonly string[] | null
  wordings: readonly string[] | null
}

export interface Named {
  _id: string
  title: string
}

export interface CoverAnswer {
  topics: readonly Named[]
  audiences: readonly Named[]
  counties: readonly Named[]
  contents: readonly CoverContent[]
}

const inPlace = '!(_id in path("drafts.**")) && !(_id in path("versions.**"))'

/** One query for both tables; nothing of drafts. */
export const coverQuery = `{
  "topics": *[_type == "topic" && ${inPlace}] | order(coalesce(homeOrder, 999) asc, title asc){_id, title},
  "audiences": *[_type == "audience" && ${inPlace}] | order(title asc){_id, title},
  "counties": *[_type == "county" && ${inPlace}] | order(order asc){_id, title},
  "contents": *[_type in ${JSON.stringify([...coveredTypes, 'quizQuestion'])} && ${inPlace}]
    | order(_createdAt desc){
    _id, _type, "title": coalesce(title, text, ""), "county": county._ref,
    "topics": coalesce(topics[]._ref, select(defined(topic._ref) => [topic._ref], [])),
    "audiences": audiences[]._ref, "wordings": wordings}
}`

export const coverListen = `*[_type in ${JSON.stringify([
  ...coveredTypes,
  ...['quizQuestion', 'topic', 'audience', 'county'],
])}]`

export interface Cell {
  contents: readonly CoverContent[]
  /** Nothing here, nor anything of the whole prefecture that would do. */
  gap: boolean
  /** What the whole prefecture has on the topic, where the cell is a county's. */
  shared: number
  /** 0–4, how dark it is drawn: by quarters of the fullest cell of the table. */
  shade: number
}

export interface CoverTable {
  columns: readonly Named[]
  rows: readonly { topic: Named; cells: readonly Cell[]; total: number }[]
  gaps: number
}

const shades = 4
const shadeOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((count / Math.max(1, most)) * shades))

function tableOf(
  topics: readonly Named[],
  columns: readonly Named[],
  cellOf: (topic: string, column: string) => Pick<Cell, 'contents' | 'shared'>,
): CoverTable {
  const bare = topics.map((topic) => ({ topic, cells: columns.map(({ _id }) => cellOf(topic._id, _id)) }))
  const most = Math.max(1, ...bare.flatMap(({ cells }) => cells.map(({ contents }) => contents.length)))
  const rows = bare.map(({ topic, cells }) => ({
    topic,
    cells: cells.map((cell) => ({
      ...cell,
      gap: cell.contents.length === 0 && cell.shared === 0,
      shade: shadeOf(cell.contents.length, most),
    })),
    total: new Set(cells.flatMap(({ contents }) => contents.map(({ _id }) => _id))).size,
  }))
  const gaps = rows.reduce((sum, { cells }) => sum + cells.filter(({ gap }) => gap).length, 0)
  return { columns, rows, gaps }
}

/** Column of what belongs to no county. */
export const wholePrefecture: Named = { _id: 'all', title: '全市' }

/** @param type null: all of them · @param own the account's county comes first among the counties */
export function byCounties(answer: CoverAnswer, type: CoveredType | null, own: string | null): CoverTable {
  const counties = [...answer.counties].sort((a, b) => Number(b._id === own) - Number(a._id === own))
  const contents = answer.contents.filter(({ _type }) =>
    type === null ? _type !== 'quizQuestion' : _type === type,
  )
  const on = (topic: string, county: string | null) =>
    contents.filter((each) => each.county === county && each.topics.includes(topic))
  return tableOf(answer.topics, [wholePrefecture, ...counties], (topic, column) =>
    column === wholePrefecture._id
      ? { contents: on(topic, null), shared: 0 }
      : { contents: on(topic, column), shared: on(topic, null).length },
  )
}

interface Aimed {
  events: readonly Partial<Pick<ScheduleEventDocument, 'targets' | 'playlist'>>[]
  playlists: readonly Pick<PlaylistDocument, '_id' | 'items'>[]
}

/** Ids of contents that an audience's screens are told to show. */
export function reachedBy(
  audience: string,
  { events, playlists }: Aimed,
  contents: readonly CoverContent[],
): Set<string> {
  const lists = new Set(
    events
      .filter(({ targets }) => targets?.some((target) => target.audience?._ref === audience))
      .map(({ playlist }) => playlist?._ref),
  )
  const reached = new Set(
    contents.filter(({ audiences }) => audiences?.includes(audience)).map(({ _id }) => _id),
  )
  for (const item of playlists.filter(({ _id }) => lists.has(_id)).flatMap(({ items }) => items ?? [])) {
    if (item._type === 'contentItem' && item.content?._ref) reached.add(item.content._ref)
    if (item._type !== 'latestItem') continue
    const newest = contents.filter(
      ({ _type, topics }) => _type === item.contentType && (!item.topic || topics.includes(item.topic._ref)),
    )
    for (const { _id } of newest.slice(0, item.count ?? 1)) reached.add(_id)
  }
  return reached
}

export function byAudiences(answer: CoverAnswer, aimed: Aimed, type: CoveredType | null): CoverTable {
  const contents = answer.contents.filter(({ _type }) => type === null || _type === type)
  const reached = new Map(
    answer.audiences.map(({ _id }) => [_id, reachedBy(_id, aimed, answer.contents)] as const),
  )
  return tableOf(answer.topics, answer.audiences, (topic, audience) => ({
    contents: contents.filter(
      ({ _id, topics }) => topics.includes(topic) && reached.get(audience)?.has(_id) === true,
    ),
    shared: 0,
  }))
}

/** Topics with blank cells, those where nothing at all would do first. */
export function gapsByTopic({
  columns,
  rows,
}: CoverTable): { topic: Named; columns: readonly Named[]; gap: boolean }[] {
  return rows
    .map(({ topic, cells }) => ({
      topic,
      columns: columns.filter((_, at) => cells[at]?.contents.length === 0),
      gap: cells.some(({ gap }) => gap),
    }))
    .filter((each) => each.columns.length > 0)
    .sort((a, b) => Number(b.gap) - Number(a.gap))
}

/** The table for a sheet: head, a row a topic, `缺` where there is a gap. */
export function sheetOf({ columns, rows }: CoverTable): string[][] {
  return [
    ['主题', ...columns.map(({ title }) => title), '合计'],
    ...rows.map(({ topic, cells, total }) => [
      topic.title,
      ...cells.map(({ contents, gap }) => (gap ? '缺' : String(contents.length))),
      String(total),
    ]),
  ]
}
