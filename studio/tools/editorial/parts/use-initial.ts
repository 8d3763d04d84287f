/** @file What a fresh document of a type already holds, as the “new” button would fill it. */
import { useCallback } from 'react'
import { resolveInitialValue, useInitialValueResolverContext, useSchema, useTemplates } from 'sanity'

export function useInitial(): (type: string) => Promise<Readonly<Record<string, unknown>>> {
  const schema = useSchema()
  const templates = useTemplates()
  const context = useInitialValueResolverContext()
  return useCallback(
    async (type) => {
      const template = templates.find(({ id }) => id === type)
      return template ? resolveInitialValue(schema, template, {}, context) : {}
    },
    [schema, templates, context],
  )
}
