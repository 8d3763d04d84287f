/** @file A page whose law changed since it was checked says so, from the day on which the text ended. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite, until, type SiteOnPort } from './site-on-port.ts'

const slug = (current: string) => ({ _type: 'slug', current })
const ref = (id: string) => ({ _type: 'reference', _ref: id })
const citations = [
  { _key: 'c', _type: 'citation', law: ref('law-noise'), article: '2', meaning: '安静是权利。' },
]
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const flag = '所引法律有变动'
let at: SiteOnPort

beforeAll(async () => {
  at = await startSite([
    {
      _id: 'law-noise',
      _type: 'law',
      title: '示例噪声法',
      shortTitle: '示例噪声法',
      slug: slug('noise'),
    } as never,
    {
      _id: 'edition-noise-1',
      _type: 'lawEdition',
      law: ref('law-noise'),
      title: '旧',
      articleCount: 9,
    } as never,
    {
      _id: 'question-noise',
      _type: 'legalQuestion',
      title: '太吵怎么办？',
      slug: slug('noise'),
      shortAnswer: '先说。',
      citations,
      writtenOn: '2026-01-01',
      checkedOn: '2026-01-01',
    } as never,
    {
      _id: 'mural-noise',
      _type: 'mural',
      title: '安静',
      slug: slug('quiet'),
      banner: '夜里声小',
      story: '一件事。',
      location: '路口',
      streetOrder: 1,
      citations,
      checkedOn: '2026-01-01',
    } as never,
    {
      _id: 'slogan-noise',
      _type: 'slogan',
      text: '夜里声小',
      layout: 'auto',
      tone: 'plain',
      citations,
      checkedOn: '2026-01-01',
    } as never,
  ])
})
afterAll(() => at.close())

test('an edition set to end yesterday flags its question, its mural and its slogan; a check lifts the flag', async () => {
  const paths = ['/questions/noise', '/murals/quiet', '/slogans/slogan-noise']
  const flagged = async () =>
    (await Promise.all(paths.map((path) => at.text(path)))).map((page) => page.includes(flag))
  expect(await flagged()).toEqual([false, false, false])
  await at.lake.client.patch('edition-noise-1').set({ effectiveTo: yesterday }).commit()
  expect(await until(async () => (await flagged()).every(Boolean), 3_000)).toBe(true)
  await at.lake.client.patch('question-noise').set({ checkedOn: yesterday }).commit()
  expect(await until(async () => !(await at.text(paths[0] ?? '')).includes(flag), 3_000)).toBe(true)
})
