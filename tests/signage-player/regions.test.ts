import { describe, expect, test } from 'vitest'
import type { ScreenProfile, TickerLine } from '../../contracts/manifest.ts'
import { openRegions } from '../../signage-player/composition/regions.ts'
import { stillScene } from '../../signage-player/composition/scene.ts'
import { cornerMark, groundAt } from '../../signage-player/renderers/corner.ts'
import type { Drawing, Frame, Pen } from '../../signage-player/renderers/drawing.ts'
import { drawSlogan } from '../../signage-player/renderers/slogan.ts'
import { tickerSize, tickerStrip } from '../../signage-player/renderers/ticker.ts'
import { screenOf, slogan } from './rig/programme.ts'
import { tools } from './rig/type.ts'

const noon = Date.parse('2026-11-22T12:00:00+08:00')
const second = 1_000

interface Written {
  text: string
  x: number
  y: number
}

/** A pen that remembers what was written and what was filled. */
function notes() {
  const written: Written[] = []
  const filled: number[][] = []
  const paper = {
    font: '',
    fillStyle: '',
    textBaseline: '',
    textAlign: '',
    fillText: (text: string, x: number, y: number) => void written.push({ text, x, y }),
    fillRect: (...box: number[]) => void filled.push(box),
    drawImage: () => undefined,
  }
  return { pen: paper as unknown as Pen, written, filled }
}

describe('the strip at the foot', () => {
  const box = { width: 320, height: 24 }
  const long = ['拖欠工资可以投诉，也可以申请法律援助', '转账之前先核实，不给陌生人验证码']

  /** Where the first line begins at a moment; it may stand twice, before and after the seam. */
  function startsAt(steadyMs: number): number[] {
    const { pen, written } = notes()
    tickerStrip(long, box, tools.measure).draw(pen, 136, steadyMs)
    return written.filter(({ text }) => text === long[0]).map(({ x }) => x)
  }

  test('every frame moves it by the same whole number of pixels, so that it does not tremble', () => {
    const frame = second / 60
    for (let at = 1; at < 300; at++) {
      const [before] = startsAt((at - 0.5) * frame)
      const [after] = startsAt((at + 0.5) * frame)
      if (before === undefined || after === undefined) continue
      expect(before - after).toBe(1)
      expect(Number.isInteger(after)).toBe(true)
    }
  })

  test('the loop has no end: at every moment something stands in it', () => {
    for (let at = 0; at < 60 * second; at += 97) {
      const { pen, written } = notes()
      tickerStrip(long, box, tools.measure).draw(pen, 136, at)
      expect(written.some(({ text, x }) => x < 320 && x + tools.measure(text) * 24 > 0)).toBe(true)
    }
  })

  test('words that fit stand still in the middle', () => {
    const strip = tickerStrip(['法律热线'], box, tools.measure)
    const [first, later] = [notes(), notes()]
    strip.draw(first.pen, 136, 0)
    strip.draw(later.pen, 136, 5 * second)
    expect(strip.moves).toBe(false)
    expect(later.written).toEqual(first.written)
    expect(first.written.map(({ x }) => x)).toEqual([Math.floor((320 - 4 * tickerSize(24)) / 2)])
  })

  test('a strip without words is a black one, not an error', () => {
    const { pen, filled, written } = notes()
    tickerStrip([], box, tools.measure).draw(pen, 136, 0)
    expect(written).toEqual([])
    expect(filled[0]).toEqual([0, 136, 320, 24])
  })

  test('characters are never below what can be read on an LED', () => {
    for (const height of [16, 18, 20, 24, 32, 96]) expect(tickerSize(height)).toBeGreaterThanOrEqual(16)
  })
})

describe('the mark in the corner', () => {
  const corner = { number: '12348', text: '法律热线' }
  const frame = { width: 320, height: 160, seconds: 10, zone: 'Asia/Shanghai' }
  const mark = cornerMark(corner, frame, tools.measure)
  const ground = (drawing: Drawing) =>
    mark && groundAt(mark.place, drawing, { seconds: 10 }, noon, tools.measure)
  const drawing = (draw: Drawing['draw'], changes = Infinity): Drawing => ({ draw, changesIn: () => changes })

  test.each([
    [191, 96],
    [192, 95],
    [512, 64],
  ])('there is none at %i×%i: it would take too much of the picture', (width, height) => {
    expect(cornerMark(corner, { width, height }, tools.measure)).toBeNull()
  })

  test('on a narrow picture the number stands alone, for it is what people take along', () => {
    const { pen, written } = notes()
    cornerMark(corner, { width: 192, height: 96 }, tools.measure)?.draw(pen, false)
    expect(written.map(({ text }) => text)).toEqual(['12348'])
  })

  test('it lies within the picture, whatever the size', () => {
    for (const [width, height] of [
      [192, 96],
      [192, 384],
      [1920, 1080],
      [4096, 100],
    ] as const) {
      const place = cornerMark(corner, { width, height }, tools.measure)?.place
      expect(place && place.x > 0 && place.x + place.width <= width, `${width}×${height}`).toBe(true)
    }
  })

  test('a page that comes later and writes there keeps it away from the first one too', () => {
    const late = drawing((pen, { elapsedMs }) => {
      pen.fillRect(0, 0, 320, 160)
      pen.font = '700 30px x'
      if (elapsedMs >= 4_000) pen.fillText('满行的文字一直写到右边', 0, 28)
    }, 4_000)
    expect(ground(late)).toBe('taken')
  })

  test('a field of colour under all of it is a ground, a stroke through it is not', () => {
    const over = (draw: (pen: Pen) => void) =>
      drawing((pen) => (draw(pen), (pen.font = '700 30px x'), pen.fillText('字', 20, 100)))
    expect(ground(over((pen) => pen.fillRect(0, 0, 320, 160)))).toBe('free')
    expect(ground(over((pen) => pen.fillRect((mark?.place.x ?? 0) - 4, 0, 2, 160)))).toBe('free')
    expect(ground(over((pen) => pen.fillRect((mark?.place.x ?? 0) + 5, 0, 2, 160)))).toBe('taken')
  })

  test('a picture that says nothing is a screen at rest: no mark shines on it at night', () => {
    expect(ground(drawing((pen) => pen.fillRect(0, 0, 320, 160)))).toBe('taken')
  })

  test('pictures and films carry it on a plate', () => {
    const film = drawing((pen) => pen.drawImage({} as CanvasImageSource, 0, 0, 320, 160), 0)
    expect(ground(film)).toBe('picture')
    const part = (x: number) =>
      drawing((pen) => pen.drawImage({} as CanvasImageSource, 0, 0, 9, 9, x, 0, 100, 160))
    expect(ground(part(0))).toBe('free')
    expect(ground(part(220))).toBe('picture')
  })

  test('what needs more than a plain pen has no mark, as nobody knows what it covers', () => {
    const odd = drawing((pen) => (pen as unknown as CanvasRenderingContext2D).clip())
    expect(ground(odd)).toBe('taken')
  })

  test('a short slogan leaves room for it', () => {
    expect(ground(drawSlogan(slogan('a', ['转账多核实']), frame, tools))).toBe('free')
  })
})

describe('regions', () => {
  function rig(lines: readonly TickerLine[], more: Partial<ScreenProfile> = {}, type = tools) {
    const clock = { steady: 0, now: noon }
    const { pen, written, filled } = notes()
    let frame: (() => void) | null = null
    const canvas = { width: 320, height: 160, getContext: () => pen } as unknown as HTMLCanvasElement
    const strip = lines.length > 0 ? { ticker: { height: 24, lines } } : {}
    const profile = screenOf('s', { width: 320, height: 160, ...strip, ...more })
    const regions = openRegions(profile, canvas, type, {
      now: () => clock.now,
      steady: () => clock.steady,
      nextFrame(run) {
        frame = run
        return () => void (frame = null)
      },
    })
    const pass = (ms: number) => {
      clock.steady += ms
      clock.now += ms
      written.length = filled.length = 0
      const due = frame
      frame = null
      due?.()
    }
    const texts = () => new Set(written.map(({ text }) => text))
    return { regions, pass, texts, written, filled, waits: () => frame !== null }
  }
  const above = stillScene({ draw: () => undefined, changesIn: () => Infinity }, { width: 320, height: 136 })
  const whole = stillScene({ draw: () => undefined, changesIn: () => Infinity }, { width: 320, height: 160 })

  test('a line leaves at its second, without a network', () => {
    const { regions, pass, texts } = rig([
      { text: '有事找法' },
      { text: '今天停电', validUntil: '2026-11-22T12:00:10' },
    ])
    regions.lay(above)
    pass(9_000)
    expect(texts()).toContain('今天停电')
    pass(1_000)
    expect(texts()).toEqual(new Set(['有事找法']))
  })

  test('a line whose limit cannot be read is not shown: better silent than wrong', () => {
    const { regions, texts } = rig([{ text: '有事找法' }, { text: '旧通知', validUntil: '下周' }])
    regions.lay(above)
    expect(texts()).toEqual(new Set(['有事找法']))
  })

  test('the strip moves between the frames of the item above', () => {
    const { regions, pass, written } = rig([{ text: '一行很长很长的话'.repeat(4) }])
    regions.lay(above)
    const first = written.map(({ x }) => x)
    pass(100)
    expect(written.map(({ x }) => x)).not.toEqual(first)
  })

  test('an item that shows the panel itself has it whole, and the strip comes back after it', () => {
    const { regions, pass, written, filled } = rig([{ text: '有事找法' }])
    regions.lay(above)
    regions.lay(whole)
    pass(2_000)
    expect([...written, ...filled]).toEqual([])
    regions.lay(above)
    expect(written.length).toBeGreaterThan(0)
  })

  test('an order and a scene that says so stand alone: the mark is beside neither', () => {
    const { regions, written } = rig([], { corner: { number: '12348', text: '法律热线' } })
    const frame: Frame = { width: 320, height: 160, seconds: 10, zone: 'Asia/Shanghai' }
    const order: Frame = { ...frame, alone: true }
    const card = drawSlogan(slogan('a', ['转账多核实']), frame, tools)
    regions.lay({ ...stillScene(card, frame), alone: true })
    regions.lay(stillScene(card, order))
    expect(written).toEqual([])
    regions.lay(stillScene(card, frame))
    expect(written.map(({ text }) => text)).toContain('12348')
  })

  test('strip and mark are laid out anew when a font has come, for their widths are others', () => {
    let wide = 1
    const grown = { ...tools, measure: (text: string) => tools.measure(text) * wide }
    const corner = { number: '12348', text: '法律热线' }
    const { regions, written } = rig([{ text: '有事找法' }], { corner }, grown)
    const frame: Frame = { width: 320, height: 136, seconds: 10, zone: 'Asia/Shanghai' }
    const card = stillScene(drawSlogan(slogan('a', ['转账多核实']), frame, tools), frame)
    const placed = () => {
      written.length = 0
      regions.lay(card)
      return written.map(({ x }) => x)
    }
    const before = placed()
    expect(placed()).toEqual(before)
    wide = 1.1
    const after = placed()
    expect(after.map((x, at) => x === before[at])).not.toContain(true)
  })

  test('closed, it asks for no more frames', () => {
    const { regions, waits } = rig([{ text: '有事找法' }])
    regions.lay(above)
    expect(waits()).toBe(true)
    regions.close()
    expect(waits()).toBe(false)
  })
})
