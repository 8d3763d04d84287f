/** @file What in a content's words keeps it from being handed in, by the lists and laws of the service. */
import type { WordList } from '../../contracts/documents/index.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import type { Finding } from '../../contracts/words/finding.ts'
import {
  askedOf,
  lawFactsQuery,
  lawNamesQuery,
  type LawFacts,
  type LawName,
} from '../../contracts/words/laws.ts'
import { submissionFindings } from '../../contracts/words/submission.ts'
import type { Service, ServiceDocument } from '../service/service.ts'

/** @throws PufaError `hosted.unreachable` */
export async function blockedWords(
  service: Service,
  document: ServiceDocument,
  at: Instant,
): Promise<Finding[]> {
  const [lists, names] = await Promise.all([
    service.fetch<WordList[]>('*[_type == "wordList"]', {}, 'published'),
    service.fetch<LawName[]>(lawNamesQuery, {}, 'published'),
  ])
  const asked = askedOf(document, names)
  const found = await service.fetch<Omit<LawFacts, 'names'>>(lawFactsQuery, { ...asked }, 'published')
  const day = dayText(wallClock(defaultZone, at).day)
  return submissionFindings(document, lists, { names, ...found }, day)
}
