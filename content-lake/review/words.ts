/**
 * @file What in a content's words keeps it from being handed in, by the bureau's lists and the laws it has.
 *
 * The Studio says the same while one types; here nobody can hand in past it. Pure: documents are given.
 */
import type { WordList } from '../../contracts/documents/index.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import type { Finding } from '../../contracts/words/finding.ts'
import { askedOf, type KnownEdition, type LawFacts, type LawName } from '../../contracts/words/laws.ts'
import { submissionFindings } from '../../contracts/words/submission.ts'
import { isPublishedId, type LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'

type Sight = Pick<Documents, 'get' | 'idsOfType' | 'referrersOf'>

const text = (value: unknown) => (typeof value === 'string' ? value : null)
const refOf = (value: unknown) => text((value as { _ref?: unknown } | undefined)?._ref)

const published = (documents: Sight, ids: Iterable<string>): LakeDocument[] =>
  [...ids].filter(isPublishedId).flatMap((id) => documents.get(id) ?? [])

function lawFacts(documents: Sight, document: LakeDocument): LawFacts {
  const names = published(documents, documents.idsOfType('law')).map(
    (law) => ({ id: law._id, title: law['title'], shortTitle: law['shortTitle'] ?? null }) as LawName,
  )
  const { laws, numbers } = askedOf(document, names)
  const around = laws.flatMap((id) => published(documents, documents.referrersOf(id)))
  const editions = around
    .filter(({ _type }) => _type === 'lawEdition')
    .map((edition): KnownEdition => {
      const count = edition['articleCount']
      return {
        id: edition._id,
        law: refOf(edition['law']) ?? '',
        effectiveFrom: text(edition['effectiveFrom']),
        effectiveTo: text(edition['effectiveTo']),
        articleCount: typeof count === 'number' ? count : null,
        hasText: published(documents, documents.referrersOf(edition._id)).some(
          ({ _type }) => _type === 'article',
        ),
      }
    })
  const articles = around
    .filter(({ _type, ...article }) => _type === 'article' && numbers.includes(String(article['number'])))
    .map((article) => ({ edition: refOf(article['edition']) ?? '', number: String(article['number']) }))
  return { names, editions, articles }
}

/** @returns blocked wordings and wrong citations of a document; `at` in Unix ms */
export function wordGuard(documents: Sight): (document: LakeDocument, at: number) => Finding[] {
  // Making ready twenty thousand words takes long, so it is done again only when a list has changed.
  let kept: LakeDocument[] = []
  return (document, at) => {
    const lists = published(documents, documents.idsOfType('wordList'))
    const isSame = lists.length === kept.length && lists.every((list, index) => list === kept[index])
    if (!isSame) kept = lists
    const day = dayText(wallClock(defaultZone, at).day)
    return submissionFindings(document, kept as unknown as WordList[], lawFacts(documents, document), day)
  }
}
