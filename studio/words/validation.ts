/**
 * @file Looks words and citations through as part of the Studio's validation, for every type that readers see:
 * what blocks is an error and holds publishing back, the rest are warnings.
 */
import type { CustomValidator, DocumentRule, SanityClient, SchemaTypeDefinition } from 'sanity'
import type { Finding } from '../../contracts/words/finding.ts'
import { checkedTypes, type Content } from '../../contracts/words/places.ts'
import { MarkedText } from './MarkedText.tsx'
import { WordsInput } from './WordsInput.tsx'
import { sourceOf } from './shared-source.ts'
import type { WordSource } from './source.ts'

const apiVersion = '2025-02-19'

type SourceFor = (client: SanityClient) => WordSource

/** Sanity shows what is said of a span at its block. */
const pathOf = ({ path }: Finding) =>
  path.filter((_, place) => !(place === path.length - 1 && isOfSpan(path)))
const isOfSpan = (path: Finding['path']) => path.at(-1) === 'text' && path.at(-3) === 'children'

function saying(kind: Finding['kind'], sourceFor: SourceFor): CustomValidator<unknown> {
  return async (document, context) => {
    if (typeof document !== 'object' || document === null) return true
    const source = sourceFor(context.getClient({ apiVersion }))
    // Without the lake nothing can be saved either, and the form says so; the lake looks again by itself.
    const found = await source.look(document as Content).catch(() => [])
    const told = found.filter((finding) => finding.kind === kind)
    return told.length === 0 || told.map((finding) => ({ message: finding.why, path: [...pathOf(finding)] }))
  }
}

/** What of a definition is read and added to here; the rest is handed on as it is. */
interface Given {
  type?: string
  of?: readonly Given[]
  fields?: readonly Given[]
  components?: object
  validation?: (rule: DocumentRule) => unknown
}

const isLongText = ({ type, of }: Given) =>
  type === 'array' && (of?.some((member) => member.type === 'block') ?? false)

/** Long texts mark what was found in them. */
const marked = (field: Given): Given =>
  isLongText(field) ? { ...field, components: { input: MarkedText, ...field.components } } : field

function lookedThrough(given: Given, sourceFor: SourceFor): Given {
  return {
    ...given,
    fields: (given.fields ?? []).map(marked),
    components: { ...given.components, input: WordsInput },
    validation(rule) {
      const own = given.validation?.(rule)
      return [
        ...(own === undefined ? [] : [own].flat()),
        rule.custom(saying('block', sourceFor)),
        rule.custom(saying('suggest', sourceFor)).warning(),
      ]
    },
  }
}

/** @param sourceFor other than the page's own in tests */
export function withWords(type: SchemaTypeDefinition, sourceFor: SourceFor = sourceOf): SchemaTypeDefinition {
  if (type.type !== 'document' || !checkedTypes.includes(type.name)) return type
  return lookedThrough(type as Given, sourceFor) as SchemaTypeDefinition
}
