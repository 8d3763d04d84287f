/** @file A mural: a place, its people and things, the slogan and the frame; and what is said of it. */
import { printBlocks } from '../figure/garment.ts'
import { hue } from '../ink.ts'
import { drawing } from '../raster.ts'
import { banner, type Mount } from './banner.ts'
import { type Border, type Corner, frame, page } from './frame.ts'

/** The dispute kinds shown on village walls. */
export const kinds = {
  neighbours: '邻里相处',
  'elderly-support': '赡养老人',
  marriage: '婚姻彩礼',
  inheritance: '遗产继承',
  'domestic-violence': '反对家暴',
  loans: '民间借贷',
  wages: '劳动报酬',
  land: '土地与宅基地',
  'anti-fraud': '防范诈骗',
  'anti-cult': '反对邪教',
  traffic: '出行安全',
  vice: '禁毒禁赌',
} as const

/** The slug of a kind. */
export type Kind = keyof typeof kinds

/** One mural: the drawing and its words. `scene` is laid within the frame. */
export interface Mural {
  readonly kind: Kind
  readonly banner: string
  readonly title: string
  readonly story: string
  readonly alt: string
  readonly mount: Mount
  readonly scene: () => string
  /** True keeps the scene at its own size: it is composed to fill the page. */
  readonly whole?: boolean
}

const borders: readonly Border[] = ['fret', 'cloud', 'petal', 'coin', 'wave']

const corners: readonly Corner[] = ['peony', 'lotus', 'pomegranate', 'cloud', 'knot']

const bands = [
  { band: hue.cinnabar, mark: hue.straw },
  { band: hue.indigo, mark: hue.straw },
  { band: hue.green, mark: hue.straw },
  { band: hue.ochre, mark: hue.deep },
  { band: hue.deep, mark: hue.pink },
  { band: hue.plum, mark: hue.straw },
] as const

const tones = [
  { ground: hue.cinnabar, letter: hue.cream },
  { ground: hue.cinnabar, letter: hue.straw },
  { ground: hue.deep, letter: hue.cream },
] as const

const pick = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length]
  if (value === undefined) throw new Error('An empty list has nothing to pick from.')
  return value
}

/** Brings the scene nearer where the slogan leaves the sky free. */
function closeUp(mount: Mount): string {
  const zoom = {
    plaque: 1.1,
    scroll: 1.1,
    ribbon: 1.1,
    diamonds: 1.1,
    couplet: 1.2,
    'strip-left': 1.22,
    'strip-right': 1.22,
  }[mount]
  const x = {
    plaque: 800,
    scroll: 800,
    ribbon: 800,
    diamonds: 800,
    couplet: 800,
    'strip-left': 1400,
    'strip-right': 200,
  }[mount]
  return `translate(${x} 912) scale(${zoom}) translate(${-x} -912)`
}

/** The whole page of a mural; `order` (from 0) varies frame and colours. */
export function muralPage(mural: Mural, order: number): string {
  const dress = {
    border: pick(borders, order + Math.floor(order / 4)),
    corner: pick(corners, order * 2 + Math.floor(order / 5)),
    ...pick(bands, order + Math.floor(order / 6)),
  }
  const tone =
    mural.mount === 'scroll'
      ? { ground: hue.cream, letter: pick([hue.ink, hue.deep], order) }
      : pick(tones, order)
  const near = mural.whole === true ? '' : ` transform="${closeUp(mural.mount)}"`
  const body =
    `${printBlocks()}<g${near}>${mural.scene()}` +
    `</g>${frame(dress)}${banner(mural.banner, mural.mount, tone)}`
  return drawing(page.width, page.height, body)
}
