/** @file A slogan that is marked to follow its law leaves the screens when that law's edition ends. */
import { expect, test } from 'vitest'
import type { LawEdition, Slogan } from '../../contracts/documents/index.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import { compileItems } from '../../scheduler/compile/items.ts'
import { monday, until } from './clock.ts'
import { law as lawOf, mapOf, ref, settings, shows, slogan, smallTown } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'

const noiseLaw = lawOf('law-noise', '噪声法')

const edition = (effectiveTo?: string): LawEdition => ({
  _id: 'edition-noise-2021',
  _type: 'lawEdition',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  law: ref('law-noise'),
  title: '2021年通过',
  articleCount: 90,
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
})
const citations = [
  { _key: 'c', _type: 'citation' as const, law: ref('law-noise'), article: '2', meaning: '安静是权利。' },
]

function validUntil(more: Partial<Slogan>, effectiveTo?: string): string | undefined {
  const document = { ...slogan('slogan-1', '夜里声小'), citations, ...more }
  const read = new Reading(mapOf([document, edition(effectiveTo)]))
  const [compiled] = compileItems(shows('slogan-1'), 'playlist', {
    read,
    settings: settings(),
    origin: 'https://pufa.test',
    size: { width: 192, height: 96 },
    characterPx: 16,
    today: '2026-03-02',
    rendition: () => null,
  })
  return compiled?.item.validUntil
}

test.each<[string, Partial<Slogan>, string | undefined, string | undefined]>([
  ['its law ends', { endsWithLaw: true, checkedOn: '2026-01-01' }, '2026-08-15', '2026-08-15T00:00'],
  [
    'its own end comes first',
    { endsWithLaw: true, validUntil: '2026-02-01T08:00' },
    '2026-08-15',
    '2026-02-01T08:00',
  ],
  [
    'its law ends before it does',
    { endsWithLaw: true, validUntil: '2027-02-01T08:00' },
    '2026-08-15',
    '2026-08-15T00:00',
  ],
  ['it was checked since', { endsWithLaw: true, checkedOn: '2026-08-15' }, '2026-08-15', undefined],
  ['it does not follow its law', { checkedOn: '2026-01-01' }, '2026-08-15', undefined],
  ['its law is in force', { endsWithLaw: true }, undefined, undefined],
])('%s', (_name, more, effectiveTo, until) => {
  expect(validUntil(more, effectiveTo)).toBe(until)
})

test('an edition that gets an end touches the screens that show such a slogan, and no others', () => {
  const read = (more: Partial<Slogan>) => {
    const document = { ...slogan('slogan-1', '夜里声小'), citations, ...more }
    const reading = new Reading(mapOf([document, edition()]))
    const context = {
      settings: settings(),
      origin: '',
      size: { width: 192, height: 96 },
      characterPx: 16,
      today: '2026-03-02',
      rendition: () => null,
    }
    compileItems(shows('slogan-1'), 'playlist', { ...context, read: reading })
    return reading.used.has('type:lawEdition')
  }
  expect([read({ endsWithLaw: true }), read({})]).toEqual([true, false])
})

test('an edition set to end yesterday takes the slogan off the screen at once; one that does not follow stays', async () => {
  const follows = {
    ...slogan('slogan-main', '夜里声小'),
    citations,
    endsWithLaw: true,
    checkedOn: '2026-01-01',
  }
  const others = smallTown().filter(({ _id }) => _id !== 'slogan-main')
  const town = await startScheduler([...others, follows, edition(), noiseLaw])
  const shown = async () => {
    const answer = await town.ask(`resolve?screen=screen-1&at=${new Date(monday).toISOString()}`)
    return ((await answer.json()) as { item: { id: string } }).item.id
  }
  expect(await shown()).toBe('slogan-main')
  // The clock of this town stands on 2026-03-02.
  await town.lake.client.patch('edition-noise-2021').set({ effectiveTo: '2026-03-01' }).commit()
  await until('the slogan to leave', async () => (await shown()) === 'slogan-evergreen')
  await town.lake.client.patch('slogan-main').set({ endsWithLaw: false }).commit()
  await until('the slogan that stays to return', async () => (await shown()) === 'slogan-main')
})
