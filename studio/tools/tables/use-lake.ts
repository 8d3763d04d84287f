/** @file The tool's way to the lake and to the Studio's schema, for React. */
import { useMemo } from 'react'
import { useClient, useCurrentUser, useWorkspace, validateDocument, type SanityClient } from 'sanity'
import { apiVersion } from '../../structure/lists.ts'
import type { Problem, Validate } from './check/check.ts'
import { tablesLake, type TablesLake } from './lake.ts'

/** Whether a slug is taken is decided by how ids are derived; no rule need ask the lake for each row. */
function silentClient(client: SanityClient): SanityClient {
  // Validation puts a proxy before it, which fixed properties would break.
  const silent: object = Object.assign(Object.create(client) as object, {
    // What asks whether something is still free begins so; words and laws are asked of the lake itself.
    fetch: (query: string, params: Record<string, unknown>, options: object) =>
      query.trimStart().startsWith('!defined(')
        ? Promise.resolve(true)
        : client.fetch(query, params, options),
    // They read private fields, which only the client itself has.
    config: () => client.config(),
    listen: (...given: Parameters<SanityClient['listen']>) => client.listen(...given),
    withConfig: () => silent,
  })
  return silent as SanityClient
}

export function useTablesLake(): TablesLake {
  const client = useClient({ apiVersion })
  const { county } = (useCurrentUser() ?? {}) as { county?: unknown }
  return useMemo(() => tablesLake(client, typeof county === 'string' ? county : null), [client, county])
}

/** Holds a whole document against the Studio's own schema, as its form does. */
export function useValidation(): Validate {
  const client = useClient({ apiVersion })
  const workspace = useWorkspace()
  return useMemo(() => {
    const silent = silentClient(client)
    return async (document) => {
      const found = await validateDocument({
        document: { _id: '', _type: '', _rev: '', _createdAt: '', _updatedAt: '', ...document },
        workspace,
        getClient: () => silent,
        // Looked up by the readers of cells already.
        getDocumentExists: () => Promise.resolve(true),
        environment: 'studio',
      })
      return found.map(({ level, path, message }): Problem => ({ level, path: path.join('.'), message }))
    }
  }, [client, workspace])
}
