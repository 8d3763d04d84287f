/** @file What the search index is made of. Read by the index itself, off the path of any request. */
import type { DocumentType } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'
import { link, present } from './views.ts'

export type FoundType = 'legalQuestion' | 'typicalCase' | 'law' | 'lawyer' | 'lawOffice' | 'newsItem'

export interface SearchSource {
  id: string
  type: FoundType
  title: string
  url: string
  /** Slugs of topics. */
  topics: readonly string[]
  /** Other wordings, short titles. */
  wordings: readonly string[]
  /** One or two sentences, shown under the title. */
  summary: string
  /** The rest of its words. */
  body: string
  /** Law titles and article numbers, `民法典 1079`. */
  citations: readonly { law: string; article: string }[]
}

export const searchedTypes: readonly DocumentType[] = [
  'legalQuestion',
  'typicalCase',
  'law',
  'lawyer',
  'lawOffice',
  'newsItem',
  'topic',
  'county',
  'lawEdition',
]

interface Raw {
  id: string
  type: FoundType
  title: string
  slug: string
  topics: (string | null)[] | null
  wordings: (string | null)[] | null
  summary: string | null
  body: (string | null)[] | null
  citations: ({ law: string | null; article: string } | null)[] | null
}

const base = `"id": _id, "type": _type, ${link}`
const citations = `"citations": citations[]{"law": law->shortTitle, article}`
const queries: readonly string[] = [
  `*[_type == "legalQuestion"]{${base}, "topics": topics[]->slug.current, wordings, "summary": shortAnswer,
    "body": [ledAnswer, nextContact, ...coalesce(papers, []), ...coalesce(steps[].title, []),
    ...coalesce(steps[].text, []), ...coalesce(citations[].meaning, [])], ${citations}}`,
  `*[_type == "typicalCase"]{${base}, "topics": topics[]->slug.current, "summary": lesson,
    "body": [facts, outcome], ${citations}}`,
  `*[_type == "law"]{${base}, "wordings": [shortTitle], summary}`,
  `*[_type == "lawyer"]{"id": _id, "type": _type, "title": name, "slug": slug.current,
    "topics": expertise[]->slug.current, "summary": office->title, "body": [county->title]}`,
  `*[_type == "lawOffice"]{${base}, "summary": address, "body": [county->title]}`,
  `*[_type == "newsItem"]{${base}, summary}`,
]

const prefixes: Readonly<Record<FoundType, string>> = {
  legalQuestion: '/questions/',
  typicalCase: '/cases/',
  law: '/laws/',
  lawyer: '/lawyers/',
  lawOffice: '/offices/',
  newsItem: '/news/',
}

export async function readSearchSources(lake: LakeReader): Promise<readonly SearchSource[]> {
  const lists = await Promise.all(queries.map((query) => lake.read<Raw[]>(searchedTypes, query)))
  return lists.flat().map((raw) => ({
    id: raw.id,
    type: raw.type,
    title: raw.title,
    url: prefixes[raw.type] + encodeURIComponent(raw.slug),
    topics: present(raw.topics),
    wordings: present(raw.wordings),
    summary: raw.summary ?? '',
    body: present(raw.body).join('\n'),
    citations: present(raw.citations).flatMap(({ law, article }) => (law ? [{ law, article }] : [])),
  }))
}
