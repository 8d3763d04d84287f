/** @file What stands around the picture of a poster: rays, corner blocks, plaques, a telephone. Pure. */
import type { Family } from './families.ts'
import type { Box } from './sizes.ts'

export const hues = {
  paper: '#FFFDF8',
  ink: '#1F1B16',
  quiet: '#5C5348',
  cinnabar: '#B3261E',
  green: '#1E5A46',
  ochre: '#8A5A00',
  slate: '#234A7C',
  gold: '#E9A820',
} as const

/** Ground and rays behind a group: four pairs, so that a wall of posters is of one set. */
const grounds = {
  straw: ['#F5D489', '#FAE4B4', '#E7B75C'],
  green: ['#CFE0B8', '#E0EBD0', '#A9C48A'],
  blue: ['#C6DAE0', '#DCE9EB', '#9DBCC6'],
  rose: ['#F3CDBB', '#F9E0D4', '#E0A48C'],
} as const

const groundOf: Readonly<Record<Family, keyof typeof grounds>> = {
  wages: 'blue',
  injury: 'green',
  road: 'straw',
  violence: 'straw',
  elders: 'rose',
  inheritance: 'straw',
  child: 'straw',
  family: 'blue',
  money: 'green',
  land: 'straw',
  neighbours: 'green',
  fraud: 'straw',
  vice: 'blue',
  aid: 'straw',
  lawyer: 'blue',
  fair: 'green',
  law: 'rose',
}

/** The ground of the picture: rays from the middle of its foot, and a low rise to stand on. */
export function rays(box: Box, family: Family): string {
  const [ground, ray, earth] = grounds[groundOf[family]]
  const x = box.x + box.width / 2
  const y = box.y + box.height * 0.72
  const far = box.width
  const count = 18
  const beams = Array.from({ length: count }, (_, i) => {
    const [from, to] = [(i * 2 * Math.PI) / count, ((i + 0.5) * 2 * Math.PI) / count]
    const point = (turn: number) =>
      `${(x + far * Math.cos(turn)).toFixed(0)} ${(y + far * Math.sin(turn)).toFixed(0)}`
    return `M${x} ${y}L${point(from)}L${point(to)}z`
  })
  const top = box.y + box.height - 74
  const bottom = box.y + box.height
  return (
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${ground}"/>` +
    `<path d="${beams.join('')}" fill="${ray}"/>` +
    `<path d="M${box.x - 10} ${top + 22}Q${x} ${top - 22} ${box.x + box.width + 10} ${top + 22}V${bottom + 10}H${box.x - 10}z" ` +
    `fill="${earth}" stroke="${hues.ink}" stroke-width="5"/>`
  )
}

/** An endless knot in a square. */
export const cornerBlock = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y})"><rect x="-34" y="-34" width="68" height="68" fill="${hues.paper}" stroke="${hues.ink}" stroke-width="7"/>` +
  `<g fill="none" stroke-linejoin="round" transform="scale(0.8)"><path d="M-14 -14H14V14H-14ZM-26 -26H4V4M26 26H-4V-4M-4 -26H26V4M4 26H-26V-4" stroke="${hues.cinnabar}" stroke-width="5"/></g></g>`

/** A plaque with cut-in corners: heavy contour, gold line inside. */
export function notched({ x, y, width, height }: Box, notch: number, fill: string): string {
  const outline = (inset: number) => {
    const [left, top] = [x + inset, y + inset]
    const [right, bottom] = [x + width - inset, y + height - inset]
    const r = notch
    return (
      `M${left + r} ${top}H${right - r}A${r} ${r} 0 0 0 ${right} ${top + r}V${bottom - r}` +
      `A${r} ${r} 0 0 0 ${right - r} ${bottom}H${left + r}A${r} ${r} 0 0 0 ${left} ${bottom - r}` +
      `V${top + r}A${r} ${r} 0 0 0 ${left + r} ${top}z`
    )
  }
  return (
    `<path d="${outline(0)}" fill="${fill}" stroke="${hues.ink}" stroke-width="7"/>` +
    `<path d="${outline(Math.min(12, height * 0.12))}" fill="none" stroke="${hues.gold}" stroke-width="2.5"/>`
  )
}

/** Two lines that meet in a lozenge. */
export const divider = (x: number, y: number): string =>
  `<path d="M${x - 150} ${y}H${x - 26}M${x + 26} ${y}H${x + 150}" stroke="${hues.ink}" stroke-width="3"/>` +
  `<path d="M${x} ${y - 9}L${x + 13} ${y}L${x} ${y + 9}L${x - 13} ${y}z" fill="${hues.cinnabar}"/>` +
  `<path d="M${x - 26} ${y - 5}l5 5l-5 5zM${x + 26} ${y - 5}l-5 5l5 5z" fill="${hues.ink}"/>`

/** A receiver, about (x, y), `tall` high. */
export const handset = (x: number, y: number, tall: number): string =>
  `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(tall / 110).toFixed(3)}) rotate(-18)">` +
  `<path d="M-16 -42q-20 42 0 84q4 8 13 6l15 -4q8 -3 6 -11l-4 -15q-2 -8 -11 -7l-7 1q-8 -24 0 -48l7 1q9 1 11 -7l4 -15q2 -8 -6 -11l-15 -4q-9 -2 -13 6z" fill="${hues.paper}"/></g>`

/** Rules to both sides of a name that is `width` wide; none where the name fills its line. */
export function flanks(x: number, y: number, width: number): string {
  const near = width / 2 + 30
  const far = 400
  if (near > far - 60) return ''
  const side = (sign: number) =>
    `<path d="M${x + sign * near} ${y}l${sign * 10} -7l${sign * 10} 7l${sign * -10} 7z" fill="${hues.cinnabar}"/>` +
    `<path d="M${x + sign * (near + 28)} ${y - 3}H${x + sign * far}" stroke="${hues.ink}" stroke-width="4"/>` +
    `<path d="M${x + sign * (near + 28)} ${y + 4}H${x + sign * far}" stroke="${hues.ink}" stroke-width="1.5"/>`
  return side(-1) + side(1)
}
