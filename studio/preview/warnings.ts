/**
 * @file Gives the types that screens show their warning about legibility, and the bar that opens the
 * previews. A warning and no error: an editor may have her reasons, and publishes all the same.
 */
import { createElement, type ComponentType } from 'react'
import type { CustomValidator, ObjectInputProps, Rule, SchemaTypeDefinition } from 'sanity'
import { judging } from './ask.ts'
import { PreviewBar } from './PreviewBar.tsx'
import { isPaged, isPreviewed } from './types.ts'
import { warningOf } from './words.ts'

type Validation = (rule: Rule, context: unknown) => unknown

/** The bar stands over whatever else a type has over its form. Made once a type: another one would begin anew. */
function barOver(inner: ComponentType<ObjectInputProps> | undefined): ComponentType<ObjectInputProps> {
  if (!inner) return PreviewBar
  return function Stacked(props) {
    const renderDefault: ObjectInputProps['renderDefault'] = (own) =>
      createElement(inner, { ...own, renderDefault: props.renderDefault } as ObjectInputProps)
    return createElement(PreviewBar, { ...props, renderDefault })
  }
}

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
    const given = ('components' in type ? type.components : {}) as { input?: ComponentType<ObjectInputProps> }
    return {
      ...type,
      ...(shown ? { validation } : {}),
      components: { ...given, input: barOver(given.input) },
    } as SchemaTypeDefinition
  })
}
