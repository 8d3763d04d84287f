import { createSchema, type ObjectSchemaType, type Rule, type SchemaType } from 'sanity'
import { expect, test } from 'vitest'
import { playableTypes } from '../../contracts/documents/signage.ts'
import { schemaTypes } from '../../studio/schema/index.ts'
import { readContract } from './contract-types.ts'

const at = Date.parse('2026-12-04T08:00:00+08:00')
const definitions = schemaTypes({ now: () => at })
const schema = createSchema({ name: 'pufa', types: definitions })
const contract = readContract()
/** Written by the lake, step by step; the Studio shows trails by views of its own and offers no form. */
const unedited = 'review'
const names = Object.keys(contract).filter((name) => name !== unedited)

const typeOf = (name: string) => schema.get(name) as ObjectSchemaType
const fieldOf = (type: string, field: string) =>
  typeOf(type).fields.find(({ name }) => name === field)?.type as SchemaType

/** The nearest ancestor that the Studio itself defines. */
function baseOf(type: SchemaType): string {
  let base: SchemaType = type
  while (base.type) base = base.type
  return base.jsonType === 'object' && type.type
    ? type.type.name === 'object'
      ? 'object'
      : type.type.name
    : base.jsonType
}

function rulesOf(type: SchemaType): Rule[] {
  const { validation } = type as { validation?: Rule | Rule[] }
  return validation === undefined ? [] : Array.isArray(validation) ? validation : [validation]
}

const isRequired = (type: SchemaType) =>
  rulesOf(type).some((rule) => (rule as { _required?: string })._required === 'required')

test('the schema itself is sound', () => {
  const problems = schema._validation ?? []
  expect(
    problems.filter(({ problems: found }) => found.some(({ severity }) => severity === 'error')),
  ).toEqual([])
})

test('every document type of the contract can be edited, and no other, save the trail of review', () => {
  const documents = schema.getTypeNames().filter((name) => schema.get(name)?.type?.name === 'document')
  expect(
    documents.filter((name) => !name.startsWith('sanity.') && !name.startsWith('assist.')).sort(),
  ).toEqual([...names, unedited].sort())
  expect(typeOf(unedited).readOnly).toBe(true)
  expect(Object.keys(contract[unedited] ?? {})).toEqual(
    expect.arrayContaining(typeOf(unedited).fields.map(({ name }) => name)),
  )
})

test.each(names)(
  '%s holds exactly the fields of the contract, as what runs must find what editors write',
  (name) => {
    const fields = typeOf(name).fields.map((field) => field.name)
    expect(fields.sort()).toEqual(Object.keys(contract[name] ?? {}).sort())
  },
)

const fieldsOf = (type: string) => Object.entries(contract[type] ?? {})

test.each(names)('%s holds the kinds of value that the contract gives', (type) => {
  for (const [field, { kind }] of fieldsOf(type)) {
    const found = fieldOf(type, field)
    const isSanitysOwn = ['reference', 'image', 'file', 'slug'].includes(kind)
    expect(isSanitysOwn ? (found.type?.name ?? found.name) : baseOf(found), `${type}.${field}`).toBe(kind)
  }
})

test.each(names)('%s offers the values of the contract and no other', (type) => {
  for (const [field, { literals }] of fieldsOf(type)) {
    if (literals.length === 0) continue
    const { list = [] } = (fieldOf(type, field).options ?? {}) as { list?: { value: string }[] }
    expect(list.map(({ value }) => value).sort(), `${type}.${field}`).toEqual([...literals].sort())
  }
})

/** Lists that may rightly be empty; the Studio stores an empty list for them. */
const mayBeEmpty = new Set(['calendarYear.workingDays', 'calendarYear.restDays', 'article.headings'])

test.each(names)('%s requires what the contract requires, and nothing else', (type) => {
  for (const [field, { optional }] of fieldsOf(type)) {
    if (mayBeEmpty.has(`${type}.${field}`)) continue
    expect(isRequired(fieldOf(type, field)), `${type}.${field}`).toBe(!optional)
  }
})

test.each(names.filter((name) => 'county' in (contract[name] ?? {})))(
  '%s says whose it is by a county',
  (name) => {
    const { to } = fieldOf(name, 'county') as SchemaType & { to: SchemaType[] }
    expect(to.map((target) => target.name)).toEqual(['county'])
  },
)

test('a playlist may show what players can show', () => {
  const item = typeOf('contentItem').fields.find(({ name }) => name === 'content')?.type as SchemaType & {
    to: SchemaType[]
  }
  expect(item.to.map(({ name }) => name)).toEqual([...playableTypes])
})

interface Definition {
  name?: string
  title?: string
  description?: unknown
  fields?: Definition[]
  of?: Definition[]
}

/** Every title and help text that we write ourselves. */
function textsOf(definition: Definition, path: string): [string, string][] {
  const { title = '', description, fields = [], of = [] } = definition
  const own: [string, string][] = [[`${path} title`, title]]
  if (typeof description === 'string') own.push([`${path} description`, description])
  const inner = [...fields, ...of.filter((member) => member.fields || member.title)]
  return [...own, ...inner.flatMap((each) => textsOf(each, `${path}.${each.name ?? ''}`))]
}

test.each(definitions)('$name speaks Chinese in all its titles and help texts', (definition) => {
  const texts = textsOf(definition as Definition, definition.name)
  expect(texts.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([])
})

test('previews name the county and whether something is in force', () => {
  const { prepare } = typeOf('notice').preview as {
    prepare: (value: object) => { title: string; subtitle: string }
  }
  expect(prepare({ title: '停电通知', county: '景县', validUntil: '2026-12-05T00:00' })).toEqual({
    title: '停电通知',
    subtitle: '景县 · ▶ 有效，到 12月4日',
  })
  expect(prepare({ title: '停电通知', validUntil: '2026-12-04T08:00' }).subtitle).toBe(
    '全市 · ■ 已结束，到 12月4日',
  )
})
