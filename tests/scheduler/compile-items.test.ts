/** @file From a document to what a screen draws: each type, its length, and when it is left out. */
import { describe, expect, test } from 'vitest'
import type { IndicatorBoard, Video } from '../../contracts/documents/index.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import {
  compileItems,
  type CompiledItem,
  type ItemContext,
  type RenditionRequest,
} from '../../scheduler/compile/items.ts'
import { qrCode } from '../../scheduler/compile/qr.ts'
import { lacks } from '../../scheduler/content/complete.ts'
import {
  file,
  image,
  law,
  lawyer,
  mapOf,
  mural,
  notice,
  question,
  settings,
  shows,
  signagePicture,
  slogan,
  talk,
  video,
  village,
} from './samples.ts'

const assets = [
  image('image-1'),
  image('image-poster'),
  file('file-mp4', 'video/mp4'),
  file('file-webm', 'video/webm'),
]
const around = [
  ...assets,
  village('village-1', '清风村'),
  lawyer('lawyer-1', '王律师'),
  law('law-labour', '劳动法'),
]

interface Asked extends CompiledItem {
  renditions: RenditionRequest[]
}

/** @param missing assets whose rendition has not been made yet */
function compile(
  document: SignageDocument,
  missing: readonly string[] = [],
  more: Partial<ItemContext> = {},
): Asked | null {
  const renditions: RenditionRequest[] = []
  const context: ItemContext = {
    read: new Reading(mapOf([...around, document])),
    settings: settings(),
    origin: 'https://pufa.test',
    size: { width: 192, height: 96 },
    characterPx: 16,
    today: '2026-11-22',
    rendition(request) {
      renditions.push(request)
      return missing.includes(request.assetId) ? null : `sha-of-${request.assetId}`
    },
    ...more,
  }
  const [compiled] = compileItems(shows(document._id), 'playlist', context)
  return compiled ? { ...compiled, renditions } : null
}

describe('a slogan', () => {
  test('is parted where the editor parted it, since only he knows what belongs together', () => {
    expect(compile(slogan('s', ' 欠薪不用怕 \n\n法律帮你讨 '))?.item).toEqual({
      id: 's',
      kind: 'slogan',
      title: '欠薪不用怕 法律帮你讨',
      lines: ['欠薪不用怕', '法律帮你讨'],
      layout: 'auto',
      tone: 'plain',
      signature: '示例市司法局',
    })
  })

  test('keeps its limits to the second, for the player cuts it off by itself', () => {
    const limits = { validFrom: '2026-03-01T08:00:30', validUntil: '2026-03-02T09:00' }
    expect(compile(slogan('s', '字', limits))?.item).toMatchObject(limits)
  })

  test('without a word is left out, for it would be a blank screen', () => {
    expect(compile(slogan('s', ' \n '))).toBeNull()
  })

  test.each([
    { characters: 4, seconds: 6, why: 'no text flashes by' },
    { characters: 12, seconds: 6, why: 'four characters a second and three seconds of stillness' },
    { characters: 13, seconds: 7, why: 'a begun second counts whole' },
    { characters: 40, seconds: 13, why: 'four characters a second and three seconds of stillness' },
    { characters: 400, seconds: 90, why: 'no text holds the screen for minutes' },
  ])('of $characters characters stands $seconds seconds: $why', ({ characters, seconds }) => {
    expect(compile(slogan('s', '字'.repeat(characters)))?.seconds).toBe(seconds)
  })
})

test('a notice travels with its end, because a notice always ends by itself', () => {
  const compiled = compile(notice('n', { title: '四个字的', text: '字'.repeat(16) }))
  expect(compiled?.item).toEqual({
    id: 'n',
    kind: 'notice',
    title: '四个字的',
    text: '字'.repeat(16),
    issuer: '示例村委会',
    validUntil: '2026-03-05T18:00',
  })
  expect(compiled?.seconds).toBe(8)
})

describe('a picture', () => {
  test('is asked for in the size of the screen, so that no player carries more than it can show', () => {
    const compiled = compile(signagePicture('p', 'image-1'))
    expect(compiled).toMatchObject({
      item: { id: 'p', kind: 'image', title: '宣传画', asset: 'sha-of-image-1' },
      seconds: 12,
    })
    expect(compiled?.renditions).toEqual([
      {
        assetId: 'image-1',
        path: 'images/pufa/production/image-1.png',
        mimeType: 'image/png',
        size: { width: 192, height: 96 },
        as: 'picture',
        sound: false,
      },
    ])
  })

  test('whose rendition is not ready is left out until it is, for it could not be drawn', () => {
    expect(compile(signagePicture('p', 'image-1'), ['image-1'])).toBeNull()
    expect(compile(signagePicture('p', 'image-unknown'))).toBeNull()
  })

  test('of a wall names the village and the words on the wall', () => {
    expect(compile(mural('m', 'image-1'))?.item).toEqual({
      id: 'm',
      kind: 'image',
      title: '墙画',
      asset: 'sha-of-image-1',
      caption: '清风村 · 邻里和睦',
    })
    expect(compile(mural('m', 'image-1'), ['image-1'])).toBeNull()
  })
})

describe('a film', () => {
  test('is asked for in the screen’s size in every type it has, with its captions, for its whole length', () => {
    const compiled = compile(video('v'))
    expect(compiled).toMatchObject({
      item: {
        kind: 'video',
        genre: 'drama',
        sources: [
          { asset: 'sha-of-file-mp4', type: 'video/mp4' },
          { asset: 'sha-of-file-webm', type: 'video/webm' },
        ],
        still: { id: 'v', kind: 'image', title: '短片（封面）', asset: 'sha-of-image-poster' },
        captions: [{ from: 0, to: 2, text: '你好' }],
      },
      seconds: 31,
    })
    expect(compiled?.renditions.filter(({ as }) => as === 'film')).toMatchObject([
      { assetId: 'file-mp4', size: { width: 192, height: 96 }, sound: false },
      { assetId: 'file-webm', size: { width: 192, height: 96 }, sound: false },
    ])
  })

  test('lasts as long as was measured, since what an editor types may be wrong', () => {
    const film = () => ({ seconds: 44.2, sound: false, container: 'mp4' }) as const
    expect(compile(video('v', { seconds: 30 }), [], { film })?.seconds).toBe(45)
  })

  test('is named by its bytes: a browser that is told the wrong kind would not even try', () => {
    const film = () => ({ seconds: 30, sound: false, container: 'webm' }) as const
    expect(compile(video('v'), ['file-webm'], { film })?.item).toMatchObject({
      sources: [{ asset: 'sha-of-file-mp4', type: 'video/webm' }],
    })
  })

  const { poster: _given, ...withoutPoster } = video('v')
  test('without a picture of its own gets a frame of itself', () => {
    const compiled = compile(withoutPoster)
    expect(compiled?.item).toMatchObject({ still: { asset: 'sha-of-file-mp4' } })
    expect(compiled?.renditions.filter(({ as }) => as === 'poster')).toMatchObject([{ assetId: 'file-mp4' }])
  })

  describe('with sound, where the screen lets it be heard', () => {
    const heard = { sound: true, film: () => ({ seconds: 30, sound: true, container: 'mp4' }) as const }
    const { captions: _captions, ...bare } = video('v')

    interface Case {
      what: string
      document: Video
      context: Partial<ItemContext>
      plays: boolean
    }
    const cases: readonly Case[] = [
      { what: 'with captions', document: video('v'), context: heard, plays: true },
      { what: 'without captions', document: bare, context: heard, plays: false },
      {
        what: 'with an empty list of them',
        document: { ...bare, captions: [] },
        context: heard,
        plays: false,
      },
      { what: 'in which nobody speaks', document: { ...bare, silent: true }, context: heard, plays: true },
      { what: 'on a muted screen', document: bare, context: { ...heard, sound: false }, plays: true },
      {
        what: 'that turns out to have no sound',
        document: bare,
        context: { sound: true, film: () => ({ seconds: 30, sound: false, container: 'mp4' }) as const },
        plays: true,
      },
    ]
    test.each(cases)('speech must be readable too: $what plays: $plays', ({ document, context, plays }) => {
      expect(compile(document, [], context) !== null).toBe(plays)
    })

    test('asks for a rendition of its own, which muted screens do not carry', () => {
      const compiled = compile(video('v'), [], heard)
      expect(compiled?.renditions.filter(({ as }) => as === 'film').map(({ sound }) => sound)).toEqual([
        true,
        true,
      ])
    })
  })

  test('plays with what is ready of it: one type is enough, a poster is not needed', () => {
    const compiled = compile(video('v'), ['file-mp4', 'image-poster'])
    expect(compiled?.item).toMatchObject({ sources: [{ asset: 'sha-of-file-webm', type: 'video/webm' }] })
    expect(compiled?.item).not.toHaveProperty('still')
  })

  test('of which no file is ready is left out', () => {
    expect(compile(video('v'), ['file-mp4', 'file-webm'])).toBeNull()
  })
})

test('a lawyer’s talk names the speaker and stands as long as all of it takes to read', () => {
  const compiled = compile(talk('t', { title: '四个字的', paragraphs: ['字'.repeat(20), '字'.repeat(20)] }))
  expect(compiled).toMatchObject({
    item: {
      kind: 'lawyerTalk',
      title: '四个字的',
      speaker: '王律师',
      paragraphs: ['字'.repeat(20), '字'.repeat(20)],
    },
    seconds: 14,
  })
})

describe('a question card', () => {
  test('gives its source and a code that leads to the full answer', () => {
    const item = compile(question('q'))?.item
    expect(item).toMatchObject({
      kind: 'question',
      question: '老板欠薪怎么办',
      answer: '先向劳动监察投诉，再申请仲裁',
      source: '《劳动法》第 50 条',
      qr: { url: 'https://pufa.test/questions/qianxin' },
    })
    const rows = item?.kind === 'question' ? (item.qr?.rows ?? []) : []
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every((row) => row.length === rows.length && /^[01]+$/.test(row))).toBe(true)
  })

  test('is encoded once however many screens show it, for encoding is most of what compiling costs', () => {
    expect(qrCode('https://pufa.test/questions/once')).toBe(qrCode('https://pufa.test/questions/once'))
    expect(qrCode('https://pufa.test/questions/other').rows).not.toEqual(
      qrCode('https://pufa.test/questions/once').rows,
    )
  })

  test('whose law is not in the lake names no source, rather than a wrong one', () => {
    expect(compile(question('q', { citations: [] }))?.item).toMatchObject({ source: '' })
    const [citation] = question('q').citations
    const elsewhere = citation && { ...citation, law: { _type: 'reference' as const, _ref: 'law-missing' } }
    expect(compile(question('q', { citations: elsewhere ? [elsewhere] : [] }))?.item).toMatchObject({
      source: '',
    })
  })
})

describe('an indicator board', () => {
  const board: IndicatorBoard = {
    _rev: 'r1',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    _id: 'b',
    _type: 'indicatorBoard',
    title: '本月法律援助',
    rows: [
      { _type: 'indicator', _key: 'a', label: '受理案件', value: '36', unit: '件' },
      { _type: 'indicator', _key: 'b', label: '满意', value: '98.6%' },
    ],
    asOf: '2026-11-20',
    source: '示例中心',
  }

  test('travels with the day of its figures and their source, which the screen must say', () => {
    expect(compile(board)?.item).toEqual({
      id: 'b',
      kind: 'board',
      title: '本月法律援助',
      rows: [
        { label: '受理案件', value: '36', unit: '件' },
        { label: '满意', value: '98.6%', unit: '' },
      ],
      asOf: '2026-11-20',
      source: '示例中心',
    })
  })

  test('without a day that exists counts as absent, rather than show figures of no day', () => {
    expect(lacks(board)).toBeNull()
    expect(lacks({ ...board, asOf: '2026-02-30' })).toBe('asOf')
    expect(lacks({ ...board, rows: [] })).toBe('rows')
  })
})
