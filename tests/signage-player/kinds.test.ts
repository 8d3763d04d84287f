/** @file What every kind keeps to at every size: the size of characters, the edges, colours, line breaks. */
import { describe, expect, test } from 'vitest'
import type { Item } from '../../contracts/schedule/index.ts'
import { makeScene } from '../../signage-player/composition/make-scene.ts'
import type { Scene, SceneWorld } from '../../signage-player/composition/scene.ts'
import type { Frame } from '../../signage-player/renderers/drawing.ts'
import { signs, wordy } from './rig/kinds.ts'
import { linesOf, noted } from './rig/pen.ts'
import { tools } from './rig/type.ts'

const morning = Date.parse('2026-11-22T08:00:00+08:00')
const shares = [0, 0.13, 0.26, 0.39, 0.52, 0.65, 0.78, 0.91, 0.999]
const world: SceneWorld = {
  tools,
  decodePicture: () => Promise.reject(new Error('no picture is drawn here')),
  openFilm: () => Promise.reject(new Error('no film is shown here')),
  openLive: () => Promise.reject(new Error('no broadcast is shown here')),
}

interface Look {
  scene: Scene
  frame: Frame
  item: Item
}

async function look(item: Item, seconds: number, frame: Partial<Frame>): Promise<Look> {
  const whole = { width: 192, height: 96, seconds, zone: 'Asia/Shanghai', ...frame }
  return { scene: await makeScene(item, whole, 0, world), frame: whole, item }
}

const at = ({ scene, frame }: Look, share: number) =>
  noted(scene.drawing, share * frame.seconds * 1_000, morning)

const everywhere = signs.flatMap(([width, height]) =>
  wordy.map(([item, seconds]) => ({ id: item.id, item, seconds, width, height })),
)
const still = everywhere.filter(({ id }) => id !== 'slogan-marquee' && id !== 'test-pattern')

describe.each(everywhere)('$id at $width×$height', ({ item, seconds, width, height }) => {
  test('no character is smaller than sixteen pixels', async () => {
    const seen = await look(item, seconds, { width, height })
    for (const share of shares)
      // A seal's character is a mark and is not read.
      for (const { text, size } of at(seen, share).written.filter((one) => !/^[告说问]$/u.test(one.text)))
        expect(size, text).toBeGreaterThanOrEqual(16)
  })

  test('no line begins with a mark that closes', async () => {
    const seen = await look(item, seconds, { width, height })
    for (const share of shares)
      for (const line of linesOf(at(seen, share))) expect(line).not.toMatch(/^[，。、；：？！）》」』”’…％]/u)
  })

  test('covers the picture from the first pixel to the last', async () => {
    const seen = await look(item, seconds, { width, height })
    for (const share of shares) expect(at(seen, share).fills[0]).toMatchObject({ x: 0, y: 0, width, height })
  })
})

describe.each(still)('$id at $width×$height', ({ item, seconds, width, height }) => {
  test('nothing is cut off: all that is written stands within the picture', async () => {
    const seen = await look(item, seconds, { width, height })
    for (const share of shares)
      for (const { text, x, baseline, size, width: wide } of at(seen, share).written) {
        // Figures have no descenders, so only their ink must be inside.
        const [rise, fall] = /^[\d:.,]+$/u.test(text) ? [0.74, 0] : [0.88, 0.12]
        expect(x, text).toBeGreaterThanOrEqual(0)
        expect(x + wide, text).toBeLessThanOrEqual(width + 1)
        expect(baseline - rise * size, text).toBeGreaterThanOrEqual(-1)
        expect(baseline + fall * size, text).toBeLessThanOrEqual(height + 1)
      }
  })

  test('three colours are enough, on a ground that is dark', async () => {
    const seen = await look(item, seconds, { width, height })
    for (const share of shares) {
      const colours = [...at(seen, share).colours].filter((colour) => colour !== '#000000')
      expect(colours.length, colours.join()).toBeLessThanOrEqual(3)
    }
  })
})

describe('where people stand far away', () => {
  /** What may be smaller than the message: who says it, and until when. */
  const quiet = (item: Item): string =>
    JSON.stringify([
      'issuer' in item && item.issuer,
      'speaker' in item && item.speaker,
      'source' in item && item.source,
      'signature' in item && item.signature,
      'hours' in item && item.hours,
      'asOf' in item && `截至2026年11月20日${item.source}`,
      '告说问',
    ]).replace(/\s/gu, '')

  test.each(still.filter(({ width, height }) => width >= 320 && height >= 160))(
    '$id at $width×$height is set no smaller than it must be there',
    async ({ item, seconds, width, height }) => {
      const seen = await look(item, seconds * 3, { width, height, minCharacterPx: 34 })
      const small = shares
        .flatMap((share) => at(seen, share).written)
        .filter(({ size, text }) => size < 34 && !quiet(item).includes(text.trim().replace(/\s/gu, '')))
      expect(small.map(({ text, size }) => `${text} ${size}`)).toEqual([])
    },
  )
})

test('a board of many rows shows each of them, and says of which day they are and whose', async () => {
  for (const { item, seconds, width, height } of still) {
    if (item.kind !== 'board') continue
    const seen = await look(item, seconds, { width, height })
    const read = new Set<string>()
    for (let share = 0; share < 1; share += 0.004)
      for (const line of linesOf(at(seen, share))) read.add(line.replace(/\s/gu, ''))
    const all = [...read].join('|')
    for (const { value } of item.rows) expect(all, `${value} at ${width}×${height}`).toContain(value)
    expect(all.replaceAll('|', '')).toMatch(/截至.*2026年.*11月20日/u)
    expect(all).toContain('示例')
  }
})

describe('a countdown', () => {
  const item = {
    kind: 'countdown',
    id: 'c',
    title: '国家宪法日',
    day: '2026-12-04',
    note: '',
    validUntil: '2026-12-05T00:00',
  } as const
  const numberAt = async (iso: string, zone = 'Asia/Shanghai') => {
    const seen = await look(item, 8, { zone })
    return noted(seen.scene.drawing, 0, Date.parse(iso)).written.find(({ text }) => /^\d+$/u.test(text))?.text
  }

  test('counts by the calendar of the screen, so the number changes at its midnight', async () => {
    expect(await numberAt('2026-12-02T23:59:59+08:00')).toBe('2')
    expect(await numberAt('2026-12-03T00:00:00+08:00')).toBe('1')
    expect(await numberAt('2026-12-03T00:00:00+08:00', 'UTC')).toBe('2')
  })

  test('draws again at that midnight by itself', async () => {
    const { scene } = await look(item, 3_600, {})
    const instant = Date.parse('2026-12-02T23:59:50+08:00')
    expect(scene.drawing.changesIn({ elapsedMs: 0, instant })).toBe(10_000)
  })

  test('has nothing to count on the day itself, and names it instead', async () => {
    expect(await numberAt('2026-12-04T09:00:00+08:00')).toBeUndefined()
    const seen = await look(item, 8, {})
    const lines = linesOf(noted(seen.scene.drawing, 0, Date.parse('2026-12-04T09:00:00+08:00')))
    expect(lines.join('')).toBe('今天是国家宪法日')
  })

  test('has its number as the largest thing on the screen', async () => {
    for (const [width, height] of signs) {
      const seen = await look(item, 8, { width, height })
      const { written } = noted(seen.scene.drawing, 0, Date.parse('2026-11-22T09:00:00+08:00'))
      const number = written.find(({ text }) => text === '12')
      expect(number?.size).toBe(Math.max(...written.map(({ size }) => size)))
    }
  })
})

test('the test pattern lights the outermost pixels, and nothing else tells which screen it is', async () => {
  for (const [width, height] of signs) {
    const screen = { id: 'screen-taocheng-qingfeng', title: '清风村村口屏（示例）' }
    const seen = await look({ kind: 'testPattern', id: 't', title: '测试图' }, 60, { width, height, screen })
    const { fills } = at(seen, 0)
    expect(fills).toContainEqual(expect.objectContaining({ x: 0, y: height - 1, width, height: 1 }))
    expect(fills).toContainEqual(expect.objectContaining({ x: width - 1, y: 0, width: 1, height }))
    for (const x of [0, width - 1])
      for (const y of [0, height - 1])
        expect(fills).toContainEqual({ colour: '#FF0000', x, y, width: 1, height: 1 })
    const read = new Set(Array.from({ length: 300 }, (_, step) => linesOf(at(seen, step / 300))).flat())
    const all = [...read].join('')
    expect(all).toContain(`${width}×${height}`)
    expect([...screen.id].every((letter) => all.includes(letter))).toBe(true)
  }
})
