/** @file Topics, and the troubles of the home page among them. */
import type { LakeReader } from './lake.ts'
import type { Link } from './views.ts'

export interface TopicView extends Link {
  id: string
  summary: string
  synonyms: readonly string[]
  trouble: string | null
  homeOrder: number | null
}

export interface TopicContent {
  all(): Promise<readonly TopicView[]>
  /** Topics with a place on the home page, in their order. */
  troubles(): Promise<readonly TopicView[]>
}

const query = `*[_type == "topic"]{
  "id": _id, title, "slug": slug.current, "summary": coalesce(summary, ""), "synonyms": coalesce(synonyms, []),
  trouble, homeOrder
}`

export function createTopics(lake: LakeReader): TopicContent {
  const all = async () => {
    const topics = await lake.readShared<readonly TopicView[]>(['topic'], query)
    const place = (topic: TopicView) => topic.homeOrder ?? Number.POSITIVE_INFINITY
    return topics.toSorted((a, b) => place(a) - place(b) || compareIds(a.id, b.id))
  }
  return {
    all,
    troubles: async () => (await all()).filter(({ homeOrder, trouble }) => homeOrder !== null && trouble),
  }
}

const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
