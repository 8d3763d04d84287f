import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitOnePage,
  fitOnePerPage,
  flow,
  joined,
  sizeMin,
  type Fitted,
} from '../../signage-player/text/fitting.ts'
import { pageAt, pageChangesIn, pageEnds, pagesIn } from '../../signage-player/text/reading.ts'
import { pageSecondsMin } from '../../contracts/legibility.ts'
import { tools } from './rig/type.ts'

const box = { width: 192, height: 96 }

function inside(fitted: Fitted, { width, height }: typeof box): boolean {
  const wide = fitted.pages.flat().every((line) => tools.measure(line) * fitted.size <= width)
  return wide && fitted.pages.every((lines) => fitted.size + (lines.length - 1) * fitted.pitch <= height)
}

describe('fitting', () => {
  test('lines that the writer parted by meaning stay whole where they fit', () => {
    const fitted = fitOnePage(['遇事找法', '解决问题靠法'], box, tools, sizeMin, 70)
    expect(fitted?.pages).toEqual([['遇事找法', '解决问题靠法']])
    expect(fitted?.size).toBe(32)
  })

  test('on a low screen two lines are joined: one large row reads better than two small ones', () => {
    const fitted = fitOnePage(['遇事找法', '解决问题靠法'], { width: 640, height: 64 }, tools, sizeMin, 46)
    expect(fitted?.pages).toEqual([['遇事找法　解决问题靠法']])
  })

  test('joined lines get a blank only where no punctuation parts them', () => {
    expect(joined(['遇事找法', '找法，', '靠法'])).toBe('遇事找法　找法，靠法')
  })

  test('what would be smaller than the least size is refused and not shrunk', () => {
    expect(fitOnePage(['法'.repeat(100)], { width: 96, height: 48 }, tools, sizeMin, 40)).toBeNull()
  })

  test('a larger size is taken as long as there is time for its pages', () => {
    const text = [
      '婚姻家庭受国家保护，实行婚姻自由、一夫一妻、男女平等的婚姻制度；保护妇女、老年人的合法权益。',
    ]
    const hurried = flow(text, box, tools, sizeMin, 32, 1)
    const calm = flow(text, box, tools, sizeMin, 32, 8)
    expect(calm.size).toBeGreaterThan(hurried.size)
    expect(hurried.pages.length).toBeLessThan(calm.pages.length)
  })

  test('every line has a page of its own where pages are asked for', () => {
    const fitted = fitOnePerPage(['陌生链接不点', '转账多核实'], box, tools, sizeMin, 60)
    expect(fitted.pages).toEqual([['陌生链接不点'], ['转账多核实']])
  })

  const word = fc.constantFrom('法律', '援助', '12348', '，', '。', '免费', '公平正义')
  const paragraphs = fc.array(
    fc
      .array(word, { minLength: 1, maxLength: 30 })
      // Marks are never parted from the word before them, so a row of them could be wider than any sign.
      .map((words) => words.join('').replace(/([，。、；：！？]{3})[，。、；：！？]+/gu, '$1')),
    { minLength: 1, maxLength: 4 },
  )
  const boxes = fc.constantFrom(
    box,
    { width: 96, height: 48 },
    { width: 320, height: 160 },
    { width: 512, height: 256 },
  )

  test('nothing is below the least size, and nothing stands outside its box', () => {
    fc.assert(
      fc.property(paragraphs, boxes, fc.integer({ min: 1, max: 12 }), (texts, room, pages) => {
        const fitted = flow(texts, room, tools, sizeMin, room.height / 3, pages)
        expect(fitted.size).toBeGreaterThanOrEqual(sizeMin)
        expect(inside(fitted, room)).toBe(true)
        const one = fitOnePage(texts, room, tools, sizeMin, room.height)
        if (one) expect(inside(one, room)).toBe(true)
      }),
    )
  })
})

describe('reading', () => {
  const pages = [['遇事找法'], ['解决问题要靠法，办事要依法，化解矛盾用法']]

  test('a longer page stays longer, and the last ends with the item', () => {
    const [first = 0, last = 0] = pageEnds(pages, 12)
    expect(first).toBeLessThan(last - first)
    expect(last).toBe(12_000)
  })

  test('a page excludes its end, and the last one stays after it', () => {
    const ends = [4_000, 12_000]
    expect([3_999, 4_000, 11_999, 99_000].map((at) => pageAt(ends, at))).toEqual([0, 1, 1, 1])
  })

  test('the picture is drawn again exactly when the page changes', () => {
    expect(pageChangesIn([4_000, 12_000], 1_500)).toBe(2_500)
    expect(pageChangesIn([4_000, 12_000], 5_000)).toBe(Infinity)
  })

  test('there are never more pages than can be read, and always one', () => {
    expect(pagesIn(10)).toBe(Math.floor(10 / pageSecondsMin))
    expect(pagesIn(1)).toBe(1)
  })
})
