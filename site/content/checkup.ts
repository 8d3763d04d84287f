/**
 * @file The check-up list of a firm, by area, with what to read about each item.
 *
 * An article is linked only where its page exists: its text has been imported, or a page that cites it is
 * published. Else the link leads to the law.
 */
import type { CheckupItem, LocalDate } from '../../contracts/documents/index.ts'
import { articleLabel } from '../words/numerals.ts'
import { rawCitations, type CitationResolver, type CitationView, type RawCitation } from './citations.ts'
import type { LakeReader } from './lake.ts'
import { link, present, type Link } from './views.ts'

export interface CheckupLine extends Pick<CheckupItem, 'title' | 'area' | 'riskyAnswer' | 'risk' | 'advice'> {
  id: string
  /** As printed, from 1. */
  number: number
  related: readonly Link[]
  articles: readonly { label: string; meaning: string; href: string }[]
}

export interface CheckupContent {
  /** In the order of the list, areas together in the order of their first item. */
  list(today: LocalDate): Promise<readonly CheckupLine[]>
}

type Raw = Omit<CheckupLine, 'number' | 'related' | 'articles'> & {
  related: (Link | null)[] | null
  citations: RawCitation[] | null
}

const query = `*[_type == "checkupItem"] | order(order asc, _id asc){
  "id": _id, title, area, riskyAnswer, risk, advice, "related": related[]->{${link}}, ${rawCitations}
}`

/** Types whose pages make a page of each article that they cite. */
const citingTypes = ['legalQuestion', 'typicalCase', 'mural'] as const
const citedQuery = `*[_type in ["legalQuestion", "typicalCase", "mural"]].citations[]{article, "law": law._ref}`

const articleKey = (law: string, article: string) => `${law} ${article}`

export function createCheckup(lake: LakeReader, citations: CitationResolver): CheckupContent {
  function articleOf({ law, article, meaning, text }: CitationView, cited: ReadonlySet<string>) {
    const hasPage = text !== null || cited.has(articleKey(law.id, article))
    return {
      label: `《${law.shortTitle}》${articleLabel(article)}`,
      meaning,
      href: hasPage ? `/laws/${law.slug}/${article}` : `/laws/${law.slug}`,
    }
  }

  return {
    async list(today) {
      const [raw, citedRows] = await Promise.all([
        lake.read<Raw[]>(['checkupItem', 'legalQuestion', 'law'], query),
        lake.readShared<({ article: string; law: string } | null)[]>(citingTypes, citedQuery),
      ])
      const cited = new Set(present(citedRows).map(({ law, article }) => articleKey(law, article)))
      const areas = [...new Set(raw.map(({ area }) => area))]
      const ordered = areas.flatMap((area) => raw.filter((item) => item.area === area))
      const resolved = await citations.resolve(
        ordered.flatMap((item) => present(item.citations)),
        today,
      )
      // Citations of unpublished laws are left out of what was resolved, so each is found by law and article.
      const byKey = new Map(resolved.map((view) => [articleKey(view.law.id, view.article), view]))
      return ordered.map(({ citations: own, related, ...item }, index) => ({
        ...item,
        number: index + 1,
        related: present(related),
        articles: present(own).flatMap(({ law, article, meaning }) => {
          const view = law ? byKey.get(articleKey(law.id, article)) : undefined
          return view ? [articleOf({ ...view, meaning }, cited)] : []
        }),
      }))
    },
  }
}
