/**
 * @file A collected law → the documents of the lake. Pure but for hashing.
 *
 * Ids follow contracts/documents/knowledge.ts. They are printed in addresses, so the same law always gets the
 * same ones: a law that the lake has under the same title keeps its id and its slug.
 */
import { createHash } from 'node:crypto'
import type { Document, Reference } from '../../contracts/documents/base.ts'
import type { Article, Law, LawEdition } from '../../contracts/documents/knowledge.ts'
import type { CollectedEdition, CollectedLaw } from './collect.ts'

/** A document before the lake has stored it. */
export type Unstored<Shape extends Document<string>> = Omit<Shape, '_rev' | '_createdAt' | '_updatedAt'>

/** A law as the lake has it. */
export interface KnownLaw {
  id: string
  title: string | null
  slug: string | null
}

export interface LawIdentity {
  id: string
  slug: string
}

const reference = (id: string): Reference => ({ _type: 'reference', _ref: id })

/**
 * Who is who: by exact title among the laws of the lake, else the name of its folder, else a hash of its title.
 * @returns identities in the order of `laws`
 */
export function identify(laws: readonly CollectedLaw[], known: readonly KnownLaw[]): LawIdentity[] {
  const ordered = known.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const taken = new Set(ordered.flatMap(({ id, slug }) => [id, `law-${slug ?? ''}`]))
  return laws.map(({ title, slugHint }) => {
    const same = ordered.find((law) => law.title === title)
    if (same) return { id: same.id, slug: same.slug ?? same.id.replace(/^law-/, '') }
    const hashed = `l-${createHash('sha256').update(title).digest('hex').slice(0, 8)}`
    const slug = slugHint !== null && !taken.has(`law-${slugHint}`) ? slugHint : hashed
    taken.add(`law-${slug}`)
    return { id: `law-${slug}`, slug }
  })
}

const places = /^(?!中华人民共和国|最高人民)[^关于]{2,12}?(?:省|市|自治区|自治州|自治县|县)/

export function kindOf(title: string): Law['kind'] {
  if (/^最高人民(?:法院|检察院)/.test(title)) return 'judicialInterpretation'
  if (/^中华人民共和国宪法/.test(title)) return 'constitution'
  if (places.test(title)) return title.endsWith('条例') ? 'localRegulation' : 'rule'
  if (/(?:法|法典)$/.test(title) || /^全国人民代表大会/.test(title)) return 'law'
  return title.endsWith('条例') ? 'regulation' : 'rule'
}

/** Written only where the lake has no such law: what editors have made of it stays. */
export function lawDocument({ title }: CollectedLaw, { id, slug }: LawIdentity): Unstored<Law> {
  return {
    _id: id,
    _type: 'law',
    title,
    shortTitle: title.replace(/^中华人民共和国/, ''),
    slug: { _type: 'slug', current: slug },
    kind: kindOf(title),
  }
}

export function editionDocument(edition: CollectedEdition, { id, slug }: LawIdentity): Unstored<LawEdition> {
  const { name, title, adoption, promulgatedOn, effectiveFrom, effectiveTo, articles } = edition
  return {
    _id: `edition-${slug}-${name}`,
    _type: 'lawEdition',
    law: reference(id),
    title,
    ...(adoption.length > 0 && { adoption: adoption.join('\n') }),
    ...(promulgatedOn !== null && { promulgatedOn }),
    ...(effectiveFrom !== null && { effectiveFrom }),
    ...(effectiveTo !== null && { effectiveTo }),
    articleCount: articles.length,
  }
}

export function articleDocuments(
  { name, articles }: CollectedEdition,
  { id, slug }: LawIdentity,
): Unstored<Article>[] {
  return articles.map(({ number, label, headings, paragraphs }, index) => ({
    _id: `article-${slug}-${name}-${number}`,
    _type: 'article',
    law: reference(id),
    edition: reference(`edition-${slug}-${name}`),
    number,
    label,
    order: index + 1,
    headings,
    paragraphs: paragraphs.map(({ text, items }, at) => ({
      _type: 'articleParagraph',
      _key: `p${at + 1}`,
      text,
      ...(items.length > 0 && {
        items: items.map((item, place) => ({ _type: 'articleItem', _key: `i${place + 1}`, ...item })),
      }),
    })),
  }))
}
