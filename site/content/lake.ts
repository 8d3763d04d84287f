/**
 * @file Reads the lake for the pages: published documents only, with a time limit, and traced.
 *
 * Every query names the document types it reads, those it follows references to included: a change of
 * any of them makes the page stale. Results of `readShared` (the bureau's names, topics, counties) are
 * kept until one of their types changes.
 */
import { type ClientConfig, ClientError, createClient, type SanityClient } from '@sanity/client'
import type { DocumentType } from '../../contracts/documents/index.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSite } from '../../contracts/errors/site.ts'
import type { LakeAccess } from '../../contracts/part.ts'
import type { Ledger } from '../serve/ledger.ts'
import { traces } from './trace.ts'

const queryMsMax = 8_000

/** Values of GROQ parameters. */
export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface LakeReader {
  /** @throws PufaError `site.content-unreachable` when the lake does not answer */
  read<Result>(types: readonly DocumentType[], query: string, params?: Params): Promise<Result>
  readShared<Result>(types: readonly DocumentType[], query: string): Promise<Result>
}

export function createLakeClient(access: LakeAccess): SanityClient {
  const config: ClientConfig = {
    apiHost: access.apiHost,
    projectId: access.projectId,
    dataset: access.dataset,
    token: access.token,
    useProjectHostname: access.useProjectHostname,
    apiVersion: '2025-02-19',
    perspective: 'published',
    useCdn: false,
    timeout: queryMsMax,
    // A reader waits for this answer, and stale pages exist: failing soon beats trying again.
    maxRetries: 0,
  }
  return createClient(config)
}

interface Kept {
  types: readonly DocumentType[]
  readAt: number
  result: Promise<unknown>
}

export function createLakeReader(client: SanityClient, ledger: Ledger): LakeReader {
  const shared = new Map<string, Kept>()

  async function fetchOnce(query: string, params: Params): Promise<unknown> {
    try {
      return await client.fetch<unknown>(query, { ...params })
    } catch (error) {
      const refused = error instanceof ClientError && error.statusCode < 500 && error.statusCode !== 429
      throw refused ? error : failSite('site.content-unreachable', {}, error)
    }
  }

  /** Notes in the caller's trace what is read, and whether the lake failed to answer. */
  async function traced<Result>(types: readonly DocumentType[], reading: () => Promise<unknown>) {
    const trace = traces.getStore()
    for (const type of types) trace?.types.add(type)
    try {
      return (await reading()) as Result
    } catch (error) {
      if (trace && error instanceof PufaError) trace.unreachable = true
      throw error
    }
  }

  function keep(types: readonly DocumentType[], query: string): Promise<unknown> {
    const kept = shared.get(query)
    if (kept && !ledger.changedSince(kept.types, kept.readAt)) return kept.result
    const result = fetchOnce(query, {})
    const fresh: Kept = { types, readAt: ledger.sequence(), result }
    shared.set(query, fresh)
    result.catch(() => {
      if (shared.get(query) === fresh) shared.delete(query)
    })
    return result
  }

  return {
    read: (types, query, params = {}) => traced(types, () => fetchOnce(query, params)),
    readShared: (types, query) => traced(types, () => keep(types, query)),
  }
}
