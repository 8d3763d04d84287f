/** @file From a document to what a screen draws: each type, its length, and when it is left out. */
import { describe, expect, test } from 'vitest'
import type { IndicatorBoard } from '../../contracts/documents/index.ts'
import { qrCode } from '../../scheduler/compile/qr.ts'
import { lacks } from '../../scheduler/content/complete.ts'
import { compile } from './item-rig.ts'
import { mural, notice, question, signagePicture, slogan, talk } from './samples.ts'

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
