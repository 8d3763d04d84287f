/**
 * @file Still pictures for LED screens: 640 × 320, black ground, few and large characters.
 *
 * Drawn to hold at 320 × 160: no character under 48 units, no stroke under 6, at most three colours.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { row } from '../glyphs.ts'
import { box, each, place, plain, shape } from '../ink.ts'
import { drawing, writeWebp } from '../raster.ts'
import { icons } from './marks.ts'

const warm = '#FFF3D6'

const gold = '#FFC83D'

const light = '#9BE28A'

interface Line {
  readonly words: string
  readonly y: number
  readonly size: number
  readonly colour: string
}

/** One still: ground, lines of words, and an icon with its colour and place. */
interface Still {
  readonly slug: string
  readonly title: string
  readonly alt: string
  readonly ground: string
  readonly x: number
  readonly lines: readonly Line[]
  readonly icon?: {
    readonly name: keyof typeof icons | 'shield' | 'bowl' | 'house'
    readonly colour: string
    readonly size: number
    readonly x: number
    readonly y: number
  }
}

const extra = {
  shield:
    '<path d="M24 4C30 8 36 8 42 8c1 16-4 28-18 37C10 36 5 24 6 8c6 0 12 0 18-4Z"/><path d="M15 24' +
    'l7 7l12-14" stroke-width="5"/>',
  bowl:
    '<path d="M5 24h38c-1 11-8 17-13 18v2H18v-2C13 41 6 35 5 24Z" fill="currentColor"/><path d="M16 ' +
    '17c-3-4 3-6 0-11M24 17c-3-4 3-6 0-11M32 17c-3-4 3-6 0-11"/>',
  house:
    '<path d="M4 24L24 7l20 17"/><path d="M10 22v20h28V22"/><path d="M24 37c-9-6-7-13 0-9c7-4 9 3 ' +
    '0 9Z" fill="currentColor"/>',
} as const

const stills: readonly Still[] = [
  {
    slug: 'hotline-12348',
    title: '法律服务热线',
    alt: '黑底黄字：有事问法，12348，旁有电话图形。',
    ground: '#000',
    x: 384,
    lines: [
      { words: '有事问法', y: 92, size: 104, colour: warm },
      { words: '12348', y: 222, size: 150, colour: gold },
    ],
    icon: { name: 'phone', colour: gold, size: 118, x: 82, y: 96 },
  },
  {
    slug: 'wages',
    title: '讨薪走法律',
    alt: '黑底：干活有凭据，讨薪走法律，旁有天平图形。',
    ground: '#000',
    x: 400,
    lines: [
      { words: '干活有凭据', y: 94, size: 88, colour: warm },
      { words: '讨薪走法律', y: 224, size: 88, colour: gold },
    ],
    icon: { name: 'law', colour: gold, size: 134, x: 92, y: 160 },
  },
  {
    slug: 'anti-fraud-96110',
    title: '转账前先打96110',
    alt: '黑底：先别转账，96110，旁有绿色盾牌。',
    ground: '#000',
    x: 384,
    lines: [
      { words: '先别转账', y: 92, size: 104, colour: warm },
      { words: '96110', y: 222, size: 150, colour: light },
    ],
    icon: { name: 'shield', colour: light, size: 118, x: 82, y: 96 },
  },
  {
    slug: 'elderly-support',
    title: '赡养父母',
    alt: '黑底：赡养父母，法定义务，旁有一碗热汤。',
    ground: '#000',
    x: 404,
    lines: [
      { words: '赡养父母', y: 96, size: 106, colour: gold },
      { words: '法定义务', y: 226, size: 106, colour: warm },
    ],
    icon: { name: 'bowl', colour: gold, size: 136, x: 92, y: 160 },
  },
  {
    slug: 'domestic-violence',
    title: '家暴不是家务事',
    alt: '黑底：家暴不是家务事，报警110。',
    ground: '#000',
    x: 320,
    lines: [
      { words: '家暴不是家务事', y: 100, size: 84, colour: warm },
      { words: '报警 110', y: 224, size: 132, colour: gold },
    ],
  },
  {
    slug: 'constitution-day',
    title: '国家宪法日',
    alt: '深红底：十二月四日，国家宪法日，下有光芒。',
    ground: '#6E100C',
    x: 320,
    lines: [
      { words: '12月4日', y: 90, size: 104, colour: warm },
      { words: '国家宪法日', y: 222, size: 116, colour: gold },
    ],
  },
]

function markup(still: Still): string {
  const ray =
    still.ground === '#000'
      ? ''
      : each(13, (i) =>
          place(320, 420, shape('M0 0L-18 -560L18 -560Z', '#8C1A12', plain), { turn: (i - 6) * 13 }),
        )
  const words = still.lines
    .map((l) => row(l.words, still.x, l.y, l.size, { face: 'hei', colour: l.colour, weight: 2.4, gap: 0.04 }))
    .join('')
  const { icon } = still
  const inside =
    icon === undefined
      ? ''
      : icon.name in extra
        ? extra[icon.name as keyof typeof extra]
        : icons[icon.name as keyof typeof icons]
  const mark =
    icon === undefined
      ? ''
      : `<g transform="translate(${icon.x - icon.size / 2} ${icon.y - icon.size / 2}) ` +
        `scale(${icon.size / 48})" color="${icon.colour}" fill="none" stroke="currentColor" ` +
        `stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round">${inside}</g>`
  return box(0, 0, 640, 320, still.ground) + ray + mark + words
}

/** Draws the stills into `folder`/led with their list. */
export async function drawLed(folder: string): Promise<void> {
  const target = join(folder, 'led')
  await mkdir(target, { recursive: true })
  for (const still of stills)
    await writeWebp(join(target, `${still.slug}.webp`), drawing(640, 320, markup(still)), 30_000)
  const list = stills.map(({ slug, title, alt }) => ({
    file: `led/${slug}.webp`,
    title,
    alt,
    width: 640,
    height: 320,
  }))
  await writeFile(join(folder, 'led.json'), `${JSON.stringify(list, null, 2)}\n`)
}
