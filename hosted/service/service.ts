/**
 * @file The hosted project as the server meets it, with the server's own token: what stands there, what is
 * written there, and what is put out.
 *
 * Every request has an end. Whatever keeps the service from answering is told as `hosted.unreachable`; what it
 * refuses for good is thrown as the client throws it, since that is a defect or a wrong setting.
 */
import { ClientError, createClient, type SanityClient } from '@sanity/client'
import { failHosted } from '../../contracts/errors/hosted.ts'
import type { LakeAccess } from '../../contracts/part.ts'

export interface ServiceDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

export type Mutation = Readonly<Record<string, unknown>>

export interface Service {
  /** For listening; everything as stored. */
  readonly client: SanityClient
  readonly access: LakeAccess
  /** In the order asked for, null where there is none. */
  documents(ids: readonly string[]): Promise<(ServiceDocument | null)[]>
  /** @param perspective `raw` unless told */
  fetch<Result>(
    query: string,
    params: Record<string, unknown>,
    perspective?: 'raw' | 'published',
  ): Promise<Result>
  /** One transaction. @returns false where a revision had moved on or a document was there already */
  mutate(mutations: readonly Mutation[]): Promise<boolean>
  /** Puts a draft in its place, if it is still at that revision. @returns false where the service refuses */
  publish(subject: string, rev: string): Promise<boolean>
  /** A plain request below `/v…/data/`; the caller reads the body. @param path with its query */
  data(path: string, signal: AbortSignal): Promise<Response>
}

const apiVersion = '2025-02-19'
const withinMs = 15_000
const idsAtOnce = 100

/** @throws PufaError `hosted.unreachable` where it may pass by itself */
async function reaching<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ClientError && error.statusCode < 500 && error.statusCode !== 429) throw error
    throw failHosted('hosted.unreachable', {}, error)
  }
}

export function openService(access: LakeAccess): Service {
  const { apiHost, projectId, dataset, token, useProjectHostname } = access
  const client = createClient({
    ...{ apiHost, projectId, dataset, token, useProjectHostname, apiVersion },
    ...{ useCdn: false, perspective: 'raw', timeout: withinMs, maxRetries: 2 },
  })

  async function documents(ids: readonly string[]): Promise<(ServiceDocument | null)[]> {
    const found: (ServiceDocument | null)[] = []
    for (let from = 0; from < ids.length; from += idsAtOnce)
      found.push(
        ...(await reaching(() => client.getDocuments<ServiceDocument>(ids.slice(from, from + idsAtOnce)))),
      )
    return found
  }

  const refusedFor = (error: unknown, ...statuses: number[]) =>
    error instanceof ClientError && statuses.includes(error.statusCode)

  return {
    client,
    access,
    documents,
    fetch: (query, params, perspective = 'raw') =>
      reaching(() => client.fetch(query, params, { perspective })),
    async mutate(mutations) {
      try {
        const body = { mutations: [...mutations] as never }
        await reaching(() => client.mutate(body.mutations, { visibility: 'sync', returnDocuments: false }))
        return true
      } catch (error) {
        if (refusedFor(error, 409)) return false
        throw error
      }
    },
    async publish(subject, rev) {
      try {
        await reaching(() =>
          client.action({
            ...{ actionType: 'sanity.action.document.publish', draftId: `drafts.${subject}` },
            ...{ publishedId: subject, ifDraftRevisionId: rev },
          }),
        )
        return true
      } catch (error) {
        if (refusedFor(error, 400, 403, 404, 409, 422)) return false
        throw error
      }
    },
    async data(path, signal) {
      const response = await fetch(`${apiHost}/v${apiVersion}/data/${path}`, {
        headers: { authorization: `Bearer ${token}` },
        signal,
      }).catch((error: unknown) => {
        throw failHosted('hosted.unreachable', {}, error)
      })
      if (!response.ok) {
        await response.body?.cancel()
        throw failHosted('hosted.unreachable', { status: response.status })
      }
      return response
    },
  }
}
