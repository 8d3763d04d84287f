/** @file Reads all that the service holds of the types that are mirrored, as of one moment. */
import { failHosted } from '../../contracts/errors/hosted.ts'
import { jsonLines } from '../service/lines.ts'
import type { Service, ServiceDocument } from '../service/service.ts'
import { heardTypes, isPublished } from './kinds.ts'

const withinMs = 5 * 60_000

const isDocument = (line: Record<string, unknown>): boolean =>
  ['_id', '_type', '_rev'].every((name) => typeof line[name] === 'string')

/**
 * Drafts, versions and what else stands there are left out.
 * @throws PufaError `hosted.unreachable` when it does not come whole
 */
export async function readAll(service: Service): Promise<ServiceDocument[]> {
  const query = new URLSearchParams({ types: heardTypes.join(',') })
  const response = await service.data(
    `export/${service.access.dataset}?${query}`,
    AbortSignal.timeout(withinMs),
  )
  const found: ServiceDocument[] = []
  for await (const line of jsonLines(response)) {
    if (!isDocument(line)) throw failHosted('hosted.unreachable', { reason: 'a line is no document' })
    const document = line as unknown as ServiceDocument
    if (isPublished(document._id)) found.push(document)
  }
  return found
}
