/**
 * @file Gives the types that screens show their warning about legibility, and the bar that opens the
 * previews. A warning and no error: an editor may have her reasons, and publishes all the same.
 */
import type { CustomValidator, Rule, SchemaTypeDefinition } from 'sanity'
import { judging } from './ask.ts'
import { PreviewBar } from './PreviewBar.tsx'
import { isPaged, isPreviewed } from './types.ts'
import { warningOf } from './words.ts'

type Validation = (rule: Rule, context: unknown) => unknown

function legible(fetching: typeof fetch): CustomValidator<unknown> {
  const judge = judging(fetching)
  return async (document) => {
    if (!document || typeof document !== 'object') return true
    const answer = await judge(document)
    return answer === null || warningOf(answer.problems)
  }
}

/** @param fetching asks the scheduler */
export function withPreviews(types: SchemaTypeDefinition[], fetching: typeof fetch): SchemaTypeDefinition[] {
  const check = legible(fetching)
  return types.map((type) => {
    const shown = isPreviewed(type.name)
    if (!shown && !isPaged(type.name)) return type
    const before = 'validation' in type ? (type.validation as unknown) : undefined
    const validation = (rule: Rule, context: unknown): unknown[] => [
      ...(typeof before === 'function' ? [(before as Validation)(rule, context)].flat() : []),
      rule.custom(check).warning(),
    ]
    return {
      ...type,
      ...(shown ? { validation } : {}),
      components: { ...('components' in type ? type.components : {}), input: PreviewBar },
    } as SchemaTypeDefinition
  })
}
