/** @file The types that screens show warn of what nobody can read; a scheduler that is silent keeps nobody from writing. */
import type { SchemaTypeDefinition } from 'sanity'
import { expect, test } from 'vitest'
import type { PreviewAnswer } from '../../contracts/preview.ts'
import { withPreviews } from '../../studio/preview/warnings.ts'

const type = (name: string): SchemaTypeDefinition =>
  ({
    name,
    type: 'document',
    title: name,
    fields: [{ name: 'text', type: 'string' }],
  }) as SchemaTypeDefinition

/** The check that a type gets, and how grave it is. */
function checkOf(definition: SchemaTypeDefinition | undefined) {
  let grave = ''
  let check: ((document: unknown) => Promise<true | string>) | null = null
  const rule = {
    custom(given: typeof check) {
      check = given
      return { warning: () => (grave = 'warning') }
    },
  }
  const { validation } = definition as { validation?: (rule: unknown, context: unknown) => unknown }
  validation?.(rule, {})
  return { check: check as ((document: unknown) => Promise<true | string>) | null, grave: () => grave }
}

const short: PreviewAnswer = {
  signs: [],
  problems: [{ kind: 'short', text: '请加长。', screens: ['广场屏'], count: 1 }],
  missing: null,
  show: null,
}
const answering = (status: number, body: unknown, asked: string[] = []): typeof fetch =>
  ((_path: unknown, init?: RequestInit) => {
    asked.push(String(init?.body))
    const answer = new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    })
    return Promise.resolve(answer)
  }) as typeof fetch

test('what is wrong is a warning, in words with the remedy, and no error', async () => {
  const [slogan] = withPreviews([type('slogan')], answering(200, short))
  const { check, grave } = checkOf(slogan)
  expect(await check?.({ _id: 'drafts.a', _type: 'slogan', text: '长' })).toBe(
    '播得太短（“广场屏”）：请加长。',
  )
  expect(grave()).toBe('warning')
})

test('the same words are asked about once, however often the form checks itself', async () => {
  const asked: string[] = []
  const { check } = checkOf(withPreviews([type('slogan')], answering(200, short, asked))[0])
  await check?.({ _id: 'drafts.a', text: '长', _rev: '1' })
  await check?.({ _id: 'drafts.a', text: '长', _rev: '2' })
  await check?.({ _id: 'drafts.a', text: '短', _rev: '3' })
  expect(asked.length).toBe(2)
  expect(JSON.parse(asked[0] ?? '{}')).toMatchObject({ show: false })
})

test('a scheduler that refuses or is not there says nothing against the document', async () => {
  for (const fetching of [
    answering(500, {}),
    (() => Promise.reject(new TypeError('no network'))) as unknown as typeof fetch,
  ]) {
    const { check } = checkOf(withPreviews([type('notice')], fetching)[0])
    expect(await check?.({ _id: 'drafts.a' })).toBe(true)
  }
})

test('types that no screen shows are checked by nothing here; those with a page have the bar', () => {
  const [lawyer, county, topic] = withPreviews([type('lawyer'), type('county'), type('topic')], fetch)
  expect([lawyer, county].every((each) => each && 'components' in each)).toBe(true)
  expect(topic).toEqual(type('topic'))
  expect(checkOf(lawyer).check).toBeNull()
})
