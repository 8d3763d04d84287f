import type { DocumentActionComponent, NewDocumentOptionsContext, Template, TemplateItem } from 'sanity'
import { expect, test } from 'vitest'
import {
  documentActions,
  namedTypes,
  newDocumentOptions,
  templates,
} from '../../studio/structure/creating.ts'

const made = templates([])
const valueOf = (id: string, parameters: object) => {
  const value = made.find((template) => template.id === id)?.value
  return typeof value === 'function' ? (value as (given: object) => unknown)(parameters) : value
}

test('what is made in a county’s list belongs to that county', () => {
  expect(valueOf('notice-in-county', { county: 'county-131127' })).toEqual({
    county: { _type: 'reference', _ref: 'county-131127' },
  })
})

test('what is made in a topic’s list has that topic, in the shape of its type', () => {
  expect(valueOf('slogan-on-topic', { topic: 'topic-pay' })).toMatchObject({
    topics: [{ _ref: 'topic-pay', _key: 'topic-pay' }],
  })
  expect(valueOf('mural-on-topic', { topic: 'topic-pay' })).toMatchObject({ topic: { _ref: 'topic-pay' } })
})

test('a village made by its code lies in the county of its code', () => {
  expect(valueOf('village-by-code', { code: '131127100201' })).toEqual({
    code: '131127100201',
    county: { _type: 'reference', _ref: 'county-131127' },
  })
})

const item = (templateId: string): TemplateItem =>
  ({
    type: 'initialValueTemplateItem',
    id: templateId,
    templateId,
    schemaType: templateId,
  }) as unknown as TemplateItem
const context = (type: 'global' | 'structure') =>
  ({ creationContext: { type } }) as unknown as NewDocumentOptionsContext

test('the menu for new documents offers no type whose id has a meaning, or other parts would not find it', () => {
  const offered = newDocumentOptions(
    ['screen', 'slogan', 'notice-in-county', ...Object.keys(namedTypes)].map(item),
    context('global'),
  )
  expect(offered.map(({ templateId }) => templateId)).toEqual(['screen', 'slogan'])
})

test('the lists of the desk keep their own offers', () => {
  const own = [item('notice-in-county'), item('calendarYear-of')]
  expect(newDocumentOptions(own, context('structure'))).toEqual(own)
})

const actions = ['publish', 'unpublish', 'duplicate', 'delete', 'discardChanges'].map(
  (action) => Object.assign(() => null, { action }) as unknown as DocumentActionComponent,
)
const left = (type: string) => documentActions(actions, type).map(({ action }) => action)

test('the settings can be neither deleted nor withdrawn, or every page would lack its name', () => {
  expect(left('siteSettings')).toEqual(['publish', 'discardChanges'])
})

test('a document whose id has a meaning is not duplicated under an arbitrary id', () => {
  expect(left('village')).toEqual(['publish', 'unpublish', 'delete', 'discardChanges'])
  expect(left('slogan')).toEqual(['publish', 'unpublish', 'duplicate', 'delete', 'discardChanges'])
})

test('templates have ids of their own', () => {
  const ids = made.map(({ id }: Template) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
