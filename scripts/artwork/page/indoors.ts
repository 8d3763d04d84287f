/** @file Rooms a scene is set in: farmhouse, hall of aid, courtroom; and their paving. */
import { box, contour, each, hue, line, n, place } from '../ink.ts'
import { lantern } from '../props/festival.ts'
import { lattice } from '../props/house.ts'
import { plate } from '../props/papers.ts'

const W = 1600

const H = 1000

export const paving = (top: number, colour: string): string =>
  box(0, top, W, H - top, colour, 0, ` stroke="${hue.ink}" stroke-width="6"`) +
  each(4, (r) => line(`M0 ${n(top + 30 + r * r * 16 + r * 26)}H1600`, 2.4)) +
  each(17, (i) => line(`M${n(800 + (i - 8) * 96)} ${top}L${n(800 + (i - 8) * 170)} ${H}`, 2.4))

/** A room of a farmhouse, window and paper-cuts. */
export const room = ({ wallColour = '#F3DDB0', floor = '#B98B5E', cut = '和' } = {}): string =>
  box(0, 0, W, H, wallColour) +
  each(14, (i) =>
    each(5, (r) =>
      place(110 + i * 108 + (r % 2) * 54, 130 + r * 120, line('M-9 0L0 -9L9 0L0 9Z', 2, '#D9B877')),
    ),
  ) +
  place(800, 420, lattice(420, 280, cut)) +
  place(395, 300, lantern(), { scale: 0.8 }) +
  place(1205, 300, lantern(), { scale: 0.8 }) +
  box(0, 640, W, 60, '#A9764A', 0, ` stroke="${hue.ink}" stroke-width="5"`) +
  paving(698, floor)

/** A hall for mediation or aid, with its plate. */
export const hall = (name: string, { wallColour = '#E6E2CC', floor = '#B7A98C' } = {}): string =>
  box(0, 0, W, H, wallColour) +
  box(0, 610, W, 90, '#8FA79A', 0, ` stroke="${hue.ink}" stroke-width="5"`) +
  each(6, (i) =>
    contour(box(90 + i * 272, 240, 34, 460, '#B5533C') + box(80 + i * 272, 676, 54, 26, '#A9A294'), 6, 3),
  ) +
  place(800, 356, plate(name, 50, hue.indigo)) +
  paving(698, floor)

/** A courtroom. */
export const court = (): string =>
  box(0, 0, W, H, '#EADFC4') +
  each(4, (i) =>
    contour(
      box(120 + i * 420, 230, 100, 470, '#C9B58C') +
        box(104 + i * 420, 230, 132, 30, '#A98F60') +
        box(104 + i * 420, 672, 132, 30, '#A98F60') +
        line(`M${150 + i * 420} 264V668M${170 + i * 420} 264V668M${190 + i * 420} 264V668`, 2.4),
      6,
      3,
    ),
  ) +
  box(0, 650, W, 50, '#7B4A26', 0, ` stroke="${hue.ink}" stroke-width="5"`) +
  paving(698, '#C49A6C')
