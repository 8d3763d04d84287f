/** @file What the search index is made of. Read by the index itself, off the path of any request. */
import type { DocumentType } from '../../contracts/documents/index.ts'
import { papers } from '../papers/kinds.ts'
import { guide, service } from '../words/boards.ts'
import type { LakeReader } from './lake.ts'
import { link, present } from './views.ts'

export type FoundType =
  | 'legalQuestion'
  | 'typicalCase'
  | 'law'
  | 'lawyer'
  | 'lawOffice'
  | 'newsItem'
  | 'village'
  | 'cultureSite'
  | 'tool'

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
  'village',
  'cultureSite',
  'topic',
  'county',
  'lawEdition',
]

interface Raw {
  id: string
  type: Exclude<FoundType, 'tool'>
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
  `*[_type == "village"]{"id": _id, "type": _type, title, "slug": code, "summary": introduction,
    "body": [county->title, township->title]}`,
  `*[_type == "cultureSite"]{${base}, "summary": introduction, "body": [address, county->title]}`,
]

const prefixes: Readonly<Record<Exclude<FoundType, 'tool'>, string>> = {
  legalQuestion: '/questions/',
  typicalCase: '/cases/',
  law: '/laws/',
  lawyer: '/lawyers/',
  lawOffice: '/offices/',
  newsItem: '/news/',
  village: '/villages/',
  cultureSite: '/places/',
}

export async function readSearchSources(lake: LakeReader): Promise<readonly SearchSource[]> {
  const lists = await Promise.all(queries.map((query) => lake.read<Raw[]>(searchedTypes, query)))
  const documents = lists.flat().map((raw) => ({
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
  return [...documents, ...tools]
}

/** Pages that are no documents: what a reader can do on the phone. */
const tools: readonly SearchSource[] = [
  ...papers.map(({ slug, title, situation, summary }) => ({
    url: `/papers/${slug}`,
    title: `写${title}`,
    summary,
    wordings: [`${title}怎么写`, `${title}模板`, situation],
  })),
  ...[...guide, ...service].map(({ href, name, about }) => ({
    url: href,
    title: name,
    summary: about,
    wordings: [],
  })),
].map((tool) => ({ ...tool, id: `tool:${tool.url}`, type: 'tool', topics: [], body: '', citations: [] }))
