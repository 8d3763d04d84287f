/** @file Faces: a round head turned a little to either side. Origin is the middle of the head. */
import { brush, disc, hue, line, oval, plain, ribbon, shape } from '../ink.ts'
import { eye, type Mood, moods, mouth } from './mood.ts'

/** The lasting features of one face. */
export interface Face {
  readonly skin: string
  readonly age: 'child' | 'young' | 'grown' | 'old'
  readonly woman: boolean
  readonly hairColour: string
  readonly pale?: boolean
  readonly glasses?: boolean
  readonly beard?: 'goatee' | 'moustache'
}

function beard(kind: Face['beard'], x: number, colour: string): string {
  if (kind === undefined) return ''
  const lip = shape(
    `M${x} 28C${x - 12} 22 ${x - 24} 30 ${x - 34} 42C${x - 20} 40 ${x - 8} 38 ${x} 32C${x + 8} 38 ` +
      `${x + 20} 40 ${x + 34} 42C${x + 24} 30 ${x + 12} 22 ${x} 28Z`,
    colour,
    ` stroke="${hue.ink}" stroke-width="2.4"`,
  )
  if (kind === 'moustache') return lip
  const hang = shape(
    `M${x - 22} 52C${x - 24} 80 ${x - 10} 104 ${x + 2} 120C${x + 12} 104 ${x + 24} 80 ${x + 22} 52` +
      `C${x + 8} 62 ${x - 8} 62 ${x - 22} 52Z`,
    colour,
  )
  return hang + line(`M${x - 8} 66Q${x - 6} 86 ${x} 104M${x + 8} 66Q${x + 8} 84 ${x + 4} 98`, 2) + lip
}

/** The bare head, without hair. `turn` runs from −1 (left) to 1 (right). */
export function head(face: Face, mood: Mood, turn: number): string {
  const child = face.age === 'child'
  const dx = turn * 13
  const wide = child ? 62 : face.woman ? 54 : 56
  const low = child ? 54 : 60
  const shade = face.skin
  const skull =
    `M${-wide + 2} -22C${-wide - 5} 14 ${-wide + 4} 38 ${-30 + dx * 0.5} ${low - 5}` +
    `C${-12 + dx * 0.6} ${low + 7} ${12 + dx * 0.6} ${low + 7} ${30 + dx * 0.5} ${low - 5}` +
    `C${wide - 4} 38 ${wide + 5} 14 ${wide - 2} -22C${wide - 6} -76 ${-wide + 6} -76 ${-wide + 2} ` +
    '-22Z'
  const ear = (side: number) =>
    side * turn > 0.75
      ? ''
      : shape(
          `M${side * (wide - 3) - turn * 5} -6C${side * (wide + 15) - turn * 5} -16 ` +
            `${side * (wide + 17) - turn * 5} 14 ${side * (wide + 6) - turn * 5} 20` +
            `C${side * (wide + 5) - turn * 5} 28 ${side * (wide - 4) - turn * 5} 28 ` +
            `${side * (wide - 6) - turn * 5} 16Z`,
          shade,
        )
  const form = moods[mood]
  const gap = child ? 27 : 25
  const eyeY = child ? 6 : 0
  const near = (side: number) => dx + side * (gap - Math.abs(turn) * (side * turn > 0 ? 5 : 0))
  const brow = (side: number) => {
    const x = near(side)
    const y = eyeY - (child ? 21 : 20)
    const heavy = face.woman || child ? 4.6 : face.age === 'old' ? 8 : 7.5
    const colour = face.age === 'old' ? hue.grey : hue.ink
    return brush(
      [x - side * 14, y + form.inner],
      [x + side, y - 9 + (form.inner + form.outer) / 4],
      [x + side * 18, y + form.outer],
      heavy,
      colour,
    )
  }
  const cheeks =
    face.pale === true
      ? ''
      : [-1, 1]
          .map((side) =>
            oval(
              dx * 0.9 + side * (wide - 20) - (side * turn > 0 ? turn * 6 : 0),
              24,
              child ? 15 : 13,
              child ? 13 : 11,
              hue.blush,
              `${plain} opacity="0.72"`,
            ),
          )
          .join('')
  const nx = dx * 1.25
  const flip = turn < 0 ? -1 : 1
  const nose = child
    ? line(`M${nx - 4} 19Q${nx} 24 ${nx + 5} 19`, 2.8)
    : line(`M${nx + flip * 2} 4Q${nx + flip * 10} 17 ${nx + flip * 7} 20Q${nx} 25 ${nx - flip * 7} 19`, 2.8)
  const years =
    face.age === 'old'
      ? line(
          `M${dx - 22} 26Q${dx - 27} 35 ${dx - 23} 42M${dx + 22} 26Q${dx + 27} 35 ${dx + 23} 42` +
            `M${dx - 20} -38Q${dx} -43 ${dx + 20} -38M${dx - 15} -46Q${dx} -50 ${dx + 15} -46`,
          1.8,
        )
      : ''
  const rims =
    face.glasses === true
      ? [-1, 1].map((side) => disc(near(side), eyeY, 18, 'none', ` stroke-width="3.2"`)).join('') +
        line(`M${near(-1) + 18} ${eyeY - 3}Q${dx} ${eyeY - 8} ${near(1) - 18} ${eyeY - 3}`, 3)
      : ''
  const tears =
    mood === 'sad'
      ? shape(
          ribbon([near(1) + 8, 12], [near(1) + 12, 24], [near(1) + 9, 36], (t) => 0.6 + 4.4 * t),
          hue.sky,
          ` stroke="${hue.ink}" stroke-width="1.6"`,
        )
      : ''
  return (
    ear(-1) +
    ear(1) +
    shape(skull, shade) +
    cheeks +
    brow(-1) +
    brow(1) +
    eye(near(-1), eyeY, -1, turn, form.eyes, child) +
    eye(near(1), eyeY, 1, turn, form.eyes, child) +
    years +
    nose +
    mouth(dx * 1.1, mood, face.woman) +
    beard(face.beard, dx, face.hairColour) +
    rims +
    tears
  )
}
