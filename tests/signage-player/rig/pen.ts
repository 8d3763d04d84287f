/** @file A pen that notes what is drawn instead of drawing it. */
import type { Drawing, Pen } from '../../../signage-player/renderers/drawing.ts'
import { tools } from './type.ts'

export interface Written {
  text: string
  x: number
  baseline: number
  size: number
  colour: string
  width: number
}

export interface Noted {
  written: Written[]
  colours: Set<string>
  images: { source: unknown; at: number[]; alpha: number }[]
  fills: { colour: string; x: number; y: number; width: number; height: number }[]
}

/** What the drawing puts on the canvas at a moment. */
export function noted(drawing: Drawing, elapsedMs: number, instant = 0): Noted {
  const all: Noted = { written: [], colours: new Set(), images: [], fills: [] }
  const pen = {
    fillStyle: '',
    font: '',
    textBaseline: 'alphabetic',
    textAlign: 'left',
    globalAlpha: 1,
    fillRect(x: number, y: number, width: number, height: number) {
      all.colours.add(pen.fillStyle)
      all.fills.push({ colour: pen.fillStyle, x, y, width, height })
    },
    fillText(text: string, x: number, baseline: number) {
      const size = Number(/(\d+(?:\.\d+)?)px/u.exec(pen.font)?.[1])
      if (text.trim() === '') return
      all.colours.add(pen.fillStyle)
      all.written.push({ text, x, baseline, size, colour: pen.fillStyle, width: tools.measure(text) * size })
    },
    drawImage(source: unknown, ...at: number[]) {
      all.images.push({ source, at, alpha: pen.globalAlpha })
    },
  }
  drawing.draw(pen as unknown as Pen, { elapsedMs, instant })
  return all
}

/** Runs that stand on one line at one size, put together from left to right. */
export function linesOf({ written }: Noted): string[] {
  const lines = new Map<string, Written[]>()
  for (const one of written) {
    const key = `${one.baseline} ${one.size}`
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  return [...lines.values()].map((runs) =>
    runs
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(''),
  )
}
