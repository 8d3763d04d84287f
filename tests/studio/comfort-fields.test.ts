/** @file Every field of every form says what to write in it. */
import { expect, test } from 'vitest'
import { withWordsUnderFields } from '../../studio/comfort/fields/with-words.ts'
import { fieldWords, selfEvident, typesWithoutForm } from '../../studio/comfort/fields/words.ts'
import { schemaTypes } from '../../studio/schema/index.ts'

interface Field {
  name?: string
  hidden?: unknown
  description?: unknown
  fields?: Field[]
  of?: Field[]
}

const types = schemaTypes({ now: () => 0 })

/** Path → whether words stand under it; what is never shown is left out. */
function fieldsOf(field: Field, path: string): [string, boolean][] {
  const inner = [...(field.fields ?? []), ...(field.of ?? []).flatMap((member) => member.fields ?? [])]
  return inner
    .filter(({ hidden }) => hidden !== true)
    .flatMap((each) => {
      const own = `${path}.${each.name ?? ''}`
      const { description: words } = each
      return [[own, typeof words === 'string' && words !== ''] as [string, boolean], ...fieldsOf(each, own)]
    })
}

const bare = (list: typeof types) =>
  list.flatMap((type) => fieldsOf(type as Field, type.name)).flatMap(([path, has]) => (has ? [] : [path]))

test('a clerk who does not know what a field is for reads it under its name', () => {
  const shown = withWordsUnderFields(types).filter(({ name }) => !typesWithoutForm.includes(name))
  expect(bare(shown).filter((path) => !selfEvident.includes(path))).toEqual([])
})

test('words kept beside the forms stand under a field that is there and has none of its own', () => {
  const without = new Set(bare(types))
  expect(Object.keys(fieldWords).filter((path) => !without.has(path))).toEqual([])
})

test('the words are plain Chinese sentences', () => {
  const wrong = Object.entries(fieldWords).filter(
    ([, words]) => /[A-Za-z]/u.test(words) || !words.endsWith('。'),
  )
  expect(wrong).toEqual([])
})
