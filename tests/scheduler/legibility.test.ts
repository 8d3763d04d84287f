/** @file Whether people can read a content on a screen: told for any document and screen, before it is scheduled. */
import { describe, expect, test } from 'vitest'
import { leastPx } from '../../contracts/legibility.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import { charactersOf, itemOn, verdictOn } from '../../scheduler/compile/legible.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import { file, image, mapOf, notice, ref, screen, signagePicture, slogan, video } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'
import { json, town } from './town.ts'

interface Answer {
  item: { id: string; kind: string; title: string } | null
  screens: {
    screen: string
    characters: number
    sizePx: number
    neededPx: number
    fits: boolean
    seconds: number
    problems: string[]
  }[]
}

const far = screen('screen-far', {
  ...{ width: 96, height: 48, pitchMm: 4, viewingDistanceM: 60 },
  ...{ county: ref('county-2'), groups: [ref('group-squares')] },
})
const start = () =>
  startScheduler([...town(), far, slogan('slogan-long', '普'.repeat(400)), notice('notice-1')])

describe('GET legibility', () => {
  test('is for operators', async () => {
    const at = await start()
    const answer = await at.ask('legibility?screen=screen-1&item=slogan-2', { as: null })
    expect(answer.status).toBe(401)
  })

  test('gives the verdict on a content that is in no playlist of the screen', async () => {
    const at = await start()
    const asked = await json<Answer>(at.ask('legibility?screen=screen-far&item=slogan-2'))
    expect(asked.item).toEqual({ id: 'slogan-2', kind: 'slogan', title: '有法可依' })
    expect(asked.screens).toMatchObject([
      { screen: 'screen-far', characters: 4, sizePx: 16, neededPx: 66, fits: false },
    ])
    expect(asked.screens[0]?.problems.join()).toMatch(/站在 60 米外要看清/u)
  })

  test('gives it for every screen of a group or a county', async () => {
    const at = await start()
    for (const place of ['group=group-squares', 'county=county-2']) {
      const { screens } = await json<Answer>(at.ask(`legibility?${place}&item=slogan-long`))
      expect(screens.map((each) => [each.screen, each.fits])).toEqual([
        ['screen-2', true],
        ['screen-far', false],
      ])
      expect(screens.map(({ problems }) => problems.some((text) => text.includes('读不完')))).toEqual([
        true,
        true,
      ])
    }
  })

  test('takes a number of characters for what is only being written', async () => {
    const at = await start()
    const { item, screens } = await json<Answer>(at.ask('legibility?screen=screen-far&characters=12'))
    const { seconds, problems, sizePx } = verdictOn(profileOf(far, new Reading(new Map())), 12)
    expect(item).toBeNull()
    expect(screens).toMatchObject([{ characters: 12, seconds, problems, sizePx }])
  })

  test.each([
    ['item=slogan-2', 400],
    ['screen=screen-1&group=group-squares&item=slogan-2', 400],
    ['screen=screen-1', 400],
    ['screen=screen-1&item=slogan-2&characters=3', 400],
    ['screen=screen-1&characters=-1', 400],
    ['screen=screen-1&characters=10001', 400],
    ['screen=nowhere&item=slogan-2', 404],
    ['screen=screen-1&item=nothing', 404],
    ['screen=screen-1&item=county-2', 404],
  ])('says what is wrong with %s', async (query, status) => {
    const at = await start()
    const answer = await at.ask(`legibility?${query}`)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringMatching(/\p{Script=Han}/u) as string },
    })
  })
})

describe('a document on a screen', () => {
  const documents = mapOf([
    ...[slogan('s', '依法\n治国'), notice('n'), signagePicture('p', 'image-1'), image('image-1')],
    ...[file('file-mp4', 'video/mp4'), video('v'), far],
  ])
  const profile = profileOf(far, new Reading(documents))
  const on = (id: string) =>
    itemOn(profile, id, {
      documents,
      origin: '',
      today: '2026-03-02',
      captions: () => null,
    })

  test.each([
    ['s', 4],
    ['n', 8],
    ['p', 0],
    ['v', 2],
  ])('%s has as many characters to be read at one time: %i', (id, characters) => {
    const item = on(id)?.item
    expect(item && charactersOf(item)).toBe(characters)
  })

  test('is as long as it would be in a playlist, which is what an editor asks for', () => {
    expect(on('s')?.seconds).toBeGreaterThanOrEqual(verdictOn(profile, 4).seconds)
    expect(on('v')?.seconds).toBe(31)
  })

  test('has the size that the player would draw it in', () => {
    expect(verdictOn(profile, 4).sizePx).toBe(leastPx(profile))
  })

  test('of what turns over by itself counts the longest, since one stands at a time', () => {
    const picture = (caption: string) => ({ id: caption, asset: '', caption })
    const gallery: Item = {
      ...{ kind: 'gallery', id: 'g', title: '', change: 'fade' },
      pictures: [picture('一二三'), picture(''), picture('一')],
    }
    expect(charactersOf(gallery)).toBe(3)
    expect(charactersOf({ ...gallery, pictures: [] })).toBe(0)
  })
})
