/** @file Asks a query which documents it chooses, for mutations that name theirs by query. */
import type { Clock } from '../../contracts/part.ts'
import type { FindIds } from '../store/resolve.ts'
import { isRecord } from '../store/document.ts'
import type { QueryPool } from './pool.ts'

export function createFindIds(
  pool: QueryPool,
  clock: Clock,
  place: { projectId: string; dataset: string },
): FindIds {
  return async (query, params, party) => {
    const found: unknown = JSON.parse(
      await pool.ask({
        ...place,
        query,
        params,
        perspective: 'raw',
        party,
        now: clock.now(),
      }),
    )
    const list: unknown[] = Array.isArray(found) ? found : [found]
    return list.flatMap((entry) =>
      isRecord(entry) && typeof entry['_id'] === 'string' ? [entry['_id']] : [],
    )
  }
}
