/** @file Posters: the code is read, nothing leaves its place, no character is lost, samples say so. */
import jsQR from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { shareItem } from '../../site/share/item.ts'
import { compose, textsOf, type PosterContent } from '../../site/share/poster/compose.ts'
import { posterContent } from '../../site/share/poster/content.ts'
import { posterFile } from '../../site/share/poster/draw.ts'
import { families, familyOf } from '../../site/share/poster/families.ts'
import { geta, loadGlyphs } from '../../site/share/poster/glyphs.ts'
import { breakLines, fitText, pieces } from '../../site/share/poster/lines.ts'
import { plans, posterSizes, unitsWide } from '../../site/share/poster/sizes.ts'
import { demonstrationSources } from '../support/share-sources.ts'

const settings = { bureau: '某市司法局', hotline: '12348', hours: '每天 8:30—22:00', code: '63R7FTG' }
const origin = 'https://pufa.example.gov.cn'
const contents = demonstrationSources.map((source) =>
  posterContent(shareItem(source), { ...settings, origin }),
)
const [first] = contents
if (!first) throw new Error('the demonstration has nothing to draw')
const sample: PosterContent = { ...first, address: 'http://localhost/s/63R7FTG', isSample: true }

async function readCode(file: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe.each(posterSizes)('%s', (size) => {
  test('the code on it leads to exactly the short address, sample or not, and the file has its size', async () => {
    for (const content of [first, sample]) {
      const from = performance.now()
      const file = await posterFile(content, size)
      const ms = Math.round(performance.now() - from)
      process.stdout.write(
        `poster ${size}${content.isSample ? ' 样张' : ''}: ${ms} ms, ${file.byteLength} bytes\n`,
      )
      expect(await readCode(file)).toBe(content.address)
      const { width, height, format } = await sharp(file).metadata()
      expect({ width, height, format }).toEqual({ ...plans[size].pixels, format: 'png' })
      expect(file.byteLength, 'light enough to send on a village line').toBeLessThanOrEqual(600_000)
    }
  })

  test('no line of any item leaves the frame or lies over another', async () => {
    const plan = plans[size]
    const worst: PosterContent = {
      ...first,
      hotline: '0318-1234567',
      headline: '很长的标题'.repeat(12),
      sentence: '很长的一句话，'.repeat(20),
      bureau: '某某自治州某某自治县司法局公共法律服务管理办公室'.repeat(2),
      hours: '工作日八点到十二点'.repeat(6),
    }
    for (const content of [...contents, worst]) {
      const { lines } = compose(content, size, await loadGlyphs(textsOf(content)))
      for (const [index, { text, x, y, width, height }] of lines.entries()) {
        const name = `${content.headline}: ${text}`
        expect(x, name).toBeGreaterThanOrEqual(44)
        expect(x + width, name).toBeLessThanOrEqual(unitsWide - 44)
        expect(y, name).toBeGreaterThanOrEqual(40)
        expect(y + height, name).toBeLessThanOrEqual(plan.height - 40)
        const over = lines
          .slice(index + 1)
          .find(
            (other) =>
              other.y < y + height - 1 &&
              y < other.y + other.height - 1 &&
              other.x < x + width &&
              x < other.x + other.width,
          )
        expect(over?.text, `over ${name}`).toBeUndefined()
        // Words over the code would make it unreadable.
        const meets =
          x + width > plan.qr.x &&
          x < plan.qr.x + plan.qr.width &&
          y + height > plan.qr.y &&
          y < plan.qr.y + plan.qr.height
        expect(meets, name).toBe(false)
      }
    }
  })
})

test('on paper the code is at least 25 mm wide', () => {
  expect((plans.a4.qr.width / unitsWide) * 210).toBeGreaterThanOrEqual(25)
})

test('a sample says so across the picture, and what has a public address does not', async () => {
  const glyphs = await loadGlyphs(textsOf(sample))
  const mark = glyphs.of('样', 'heavy').path
  expect(compose(sample, 'a4', glyphs).svg.split(mark).length - 1).toBeGreaterThan(8)
  expect(compose(first, 'a4', await loadGlyphs(textsOf(first))).svg).not.toContain(mark)
  const at = (given: string) => {
    const [source] = demonstrationSources
    if (!source) throw new Error('the demonstration is empty')
    return posterContent(shareItem(source), { ...settings, origin: given })
  }
  expect([
    at('http://pufa.local').isSample,
    at('http://localhost:8080').isSample,
    at(origin).isSample,
  ]).toEqual([true, true, false])
})

describe('characters', () => {
  test('one that the face lacks is set as 〓 and reported, never left out', async () => {
    const glyphs = await loadGlyphs({ heavy: '法\u{13000}', plain: geta })
    expect(glyphs.missing).toEqual(['\u{13000}'])
    expect(glyphs.of('\u{13000}', 'heavy')).toEqual(glyphs.of(geta, 'heavy'))
    expect(glyphs.of('法', 'heavy')).not.toEqual(glyphs.of(geta, 'heavy'))
  })

  test('no item of the demonstration has one', async () => {
    const heavy = contents.map((content) => textsOf(content).heavy).join('')
    const plain = contents.map((content) => textsOf(content).plain).join('')
    expect((await loadGlyphs({ heavy, plain })).missing).toEqual([])
  })

  test('a blank has no outline and yet is no missing character', async () => {
    const glyphs = await loadGlyphs({ heavy: ' 　', plain: '' })
    expect(glyphs.missing).toEqual([])
    expect(glyphs.of('　', 'heavy').advance).toBeGreaterThan(0.5)
  })
})

describe('lines', () => {
  const em = () => 1
  const room = { width: 200, height: 100, sizeMax: 40, sizeMin: 10, linesMax: 3, leading: 1.3 }

  test('no line begins with a closing mark or ends with an opening one', () => {
    for (const { sentence, headline } of contents)
      for (let width = 5; width <= 24; width += 1)
        for (const line of breakLines(`${headline}\n${sentence}`, width, em)?.lines ?? []) {
          expect(line).not.toMatch(/^[，。、；：？！）》”]/)
          expect(line).not.toMatch(/[（《“]$/)
          expect([...line].length).toBeLessThanOrEqual(width)
        }
  })

  test.each([
    ['numbers stay whole', '请拨打12348问一问', '12348'],
    ['a time of day stays whole', '每天8:30开门', '8:30'],
    ['a mark stays with the word before it', '你好，世界', '好，'],
    ['an opening mark stays with the word after it', '看《民法典》', '《民'],
  ])('%s', (_rule, text, piece) => {
    expect(pieces(text)).toContain(piece)
  })

  test('a comma is the first choice for a break', () => {
    expect(breakLines('先去县里投诉，也可以去仲裁', 9, em)?.lines).toEqual(['先去县里投诉，', '也可以去仲裁'])
  })

  test('whatever its length, a text fits its room: it shrinks, and at last is cut with ……', () => {
    for (const text of [
      '短',
      '字'.repeat(30),
      '字'.repeat(500),
      '一二三，'.repeat(60),
      'a'.repeat(300),
      '12348'.repeat(40),
    ]) {
      const { lines, size } = fitText(text, room, em)
      expect(((lines.length - 1) * room.leading + 1) * size).toBeLessThanOrEqual(room.height)
      for (const line of lines) expect([...line].length * size).toBeLessThanOrEqual(room.width)
      if ([...text].length > 60) expect(lines.at(-1)).toMatch(/……$/)
    }
  })
})

test.each([
  ['legalQuestion', ['拖欠工资'], '', 'wages'],
  ['legalQuestion', ['抚养和探望'], '', 'child'],
  ['legalQuestion', ['没有听说过的事'], '', 'law'],
  ['slogan', ['反邪教'], '', 'vice'],
  ['lawyer', ['拖欠工资'], '', 'lawyer'],
  ['activity', [], '法律大集', 'fair'],
] as const)('%s about %s %s is drawn as %s %s', (type, topics, title, family) => {
  expect(familyOf(type, topics, title)).toBe(family)
})

test('every family has its picture', async () => {
  const glyphs = await loadGlyphs(textsOf(first))
  const pictures = families.map((family) => compose({ ...first, family }, 'tall', glyphs).svg.length)
  expect(new Set(pictures).size).toBe(families.length)
})
