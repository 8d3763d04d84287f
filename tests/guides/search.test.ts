/** @file The Studio's guides: each person's own opens first, and a search finds steps by the words people use. */
import { expect, test } from 'vitest'
import written from '../../studio/tools/guides/written.json' with { type: 'json' }
import { guideOf, search, type Guide } from '../../studio/tools/guides/guide.ts'

const guides: readonly Guide[] = written

test.each([
  ['editor', 'editor'],
  ['reviewer', 'reviewer'],
  ['operator', 'operator'],
  ['adviser', 'adviser'],
  ['administrator', 'editor'],
  ['viewer', 'editor'],
])('%s is shown the guide of %s, for nobody should look for it', (role, name) => {
  expect(guideOf(guides, undefined, [role])?.name).toBe(name)
})

test('an address that names a guide is heeded whatever the role, one that names none is not an error', () => {
  expect(guideOf(guides, 'operator', ['editor'])?.name).toBe('operator')
  expect(guideOf(guides, 'no-such', ['reviewer'])?.name).toBe('reviewer')
  expect(guideOf([], undefined, ['reviewer'])).toBeNull()
})

test.each(['送审', '退回', '海报', '离线', '导入 律师', '转盘', '代审', '停播', '急件'])(
  'a search for %s finds steps that hold every word',
  (asked) => {
    const found = search(guides, asked)
    expect(found.length).toBeGreaterThan(0)
    for (const { chapter, step } of found) {
      const text = [chapter.title, step.say, step.see, step.otherwise].join('')
      for (const word of asked.split(' ')) expect(text).toContain(word)
    }
  },
)

test('quotes and stops do not stand in the way of a search, and nothing is found for nothing', () => {
  expect(search(guides, '按右下角的送审').length).toBeGreaterThan(0)
  expect(search(guides, ' 。 ')).toEqual([])
  expect(search(guides, '没有这样的话')).toEqual([])
})
