/** @file Puts the words of `words.ts` under the fields that have none of their own. */
import type { SchemaTypeDefinition } from 'sanity'
import { fieldWords } from './words.ts'

interface Field {
  name?: string
  description?: unknown
  fields?: readonly Field[]
}

function told(field: Field, path: string): Field {
  const words = fieldWords[path]
  return {
    ...field,
    ...(words === undefined || field.description !== undefined ? {} : { description: words }),
    ...(field.fields ? { fields: field.fields.map((each) => told(each, `${path}.${each.name ?? ''}`)) } : {}),
  }
}

export const withWordsUnderFields = (types: SchemaTypeDefinition[]): SchemaTypeDefinition[] =>
  types.map((type) => told(type as Field, type.name) as SchemaTypeDefinition)
