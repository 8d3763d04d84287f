/** @file Entries of a playlist that name no document: the hotline, a clock, the newest of a type. */
import { describe, expect, test } from 'vitest'
import { Reading, typeMark } from '../../scheduler/compile/documents.ts'
import { compileItems, type ItemContext } from '../../scheduler/compile/items.ts'
import { mapOf, ref, settings, shows, slogan } from './samples.ts'

describe('items that are no documents', () => {
  const context: ItemContext = {
    read: new Reading(new Map()),
    settings: settings({ hotline: '96110', hotlineHours: '全天' }),
    characterPx: 16,
    today: '2026-03-02',
    origin: 'https://pufa.test',
    size: { width: 96, height: 48 },
    rendition: () => null,
  }

  test('the hotline card takes its number from the settings, since it differs between bureaus', () => {
    expect(compileItems({ _type: 'hotlineItem', _key: 'h' }, 'playlist-1', context)).toMatchObject([
      {
        item: {
          id: 'playlist-1:h',
          kind: 'hotline',
          number: '96110',
          hours: '全天',
          qr: { url: 'https://pufa.test/' },
        },
        seconds: 12,
      },
    ])
  })

  test('the hotline card shows 12348 when the lake has no settings yet, for a number must stand there', () => {
    const bare = { ...context, settings: null }
    expect(compileItems({ _type: 'hotlineItem', _key: 'h', text: '有事打电话' }, 'p', bare)).toMatchObject([
      { item: { number: '12348', text: '有事打电话' } },
    ])
  })

  test('a clock is named by its place in the playlist, so that two clocks are two items', () => {
    const ids = ['a', 'b'].map(
      (key) => compileItems({ _type: 'clockItem', _key: key }, 'p', context)[0]?.item.id,
    )
    expect(ids).toEqual(['p:a', 'p:b'])
  })

  test('an entry whose document is not published is left out, and its id is still noted as asked for', () => {
    const read = new Reading(new Map())
    expect(compileItems(shows('not-there'), 'p', { ...context, read })).toEqual([])
    expect([...read.used]).toEqual(['not-there'])
  })
})

describe('an entry that asks for the newest', () => {
  const published = (id: string, day: number, topic: string) =>
    slogan(id, `标语 ${id}`, {
      _updatedAt: `2026-02-0${day}T00:00:00Z`,
      topics: [{ ...ref(topic), _key: topic }],
    })
  const read = () =>
    new Reading(
      mapOf([
        published('b', 3, 'wages'),
        published('c', 1, 'land'),
        published('a', 3, 'wages'),
        published('d', 2, 'land'),
      ]),
    )
  const context = {
    settings: null,
    origin: 'https://pufa.test',
    size: { width: 96, height: 48 },
    characterPx: 16,
    today: '2026-03-02',
    rendition: () => null,
  }
  const newest = (count: number, topic?: string) =>
    compileItems(
      {
        _type: 'latestItem',
        _key: 'n',
        contentType: 'slogan',
        count,
        ...(topic ? { topic: ref(topic) } : {}),
      },
      'p',
      { ...context, read: read() },
    ).map(({ item }) => item.id)

  test('gives the newest first, and equal times by id, so that every screen agrees', () => {
    expect(newest(3)).toEqual(['a', 'b', 'd'])
  })

  test('gives those of its topic only, and no more than there are', () => {
    expect(newest(9, 'land')).toEqual(['d', 'c'])
  })

  test('notes that it read all of the type, so that a slogan published later is noticed', () => {
    const reading = read()
    compileItems({ _type: 'latestItem', _key: 'n', contentType: 'slogan', count: 1 }, 'p', {
      ...context,
      read: reading,
    })
    expect(reading.used).toContain(typeMark('slogan'))
  })
})
