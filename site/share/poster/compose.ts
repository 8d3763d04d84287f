/**
 * @file Composes one poster as a drawing of paths alone: picture, one sentence, the next step, the code.
 *
 * Pure. In the manner of the New Year print: firm black contour, flat colour, everything about one middle.
 * Invariant: every line of text lies inside its box and every box inside the poster.
 */
import { qrOutline, quietZone } from '../qr.ts'
import { cloud, groupArt, groupSize, peony } from './art.ts'
import type { Family } from './families.ts'
import type { Glyphs, Weight } from './glyphs.ts'
import { cornerBlock, divider, flanks, handset, hues, notched, rays } from './ornament.ts'
import { createSetter, sampleWord, type SetLine } from './setter.ts'
import { plans, unitsWide, type Box, type PosterSize } from './sizes.ts'

export interface PosterContent {
  family: Family
  /** Two to eight characters on the plaque below the picture. */
  kind: string
  headline: string
  sentence: string
  /** The next step, above the number. */
  nextStep: string
  hotline: string
  hours: string
  /** What the code leads to. */
  address: string
  bureau: string
  dated: string
  /** True while the address is none that a phone on the street could open. */
  isSample: boolean
}

export interface Poster {
  svg: string
  lines: readonly SetLine[]
}

/** Set wherever a sentence is cut or joined. */
const always = ' 　……'
const sampleNote = '样张，网址未定，请勿张贴　'

const spokenAddress = (address: string) => address.replace(/^https?:\/\//, '')
const footText = ({ bureau, dated, isSample }: PosterContent) =>
  `${isSample ? sampleNote : ''}${[bureau, dated].filter(Boolean).join('　')}`

/** Every character that `compose` sets, by weight. */
export function textsOf(content: PosterContent): Readonly<Record<Weight, string>> {
  const { kind, headline, hotline, address, sentence, nextStep, hours, bureau } = content
  return {
    heavy: [
      kind,
      headline,
      hotline,
      spokenAddress(address),
      nextStep,
      bureau,
      sampleWord,
      '网址',
      always,
    ].join(''),
    plain: [sentence, hours, footText(content), '扫码看详情', always].join(''),
  }
}

export function compose(content: PosterContent, size: PosterSize, glyphs: Glyphs): Poster {
  const plan = plans[size]
  const { lines, widthOf, line, block, watermark } = createSetter(glyphs)

  const { panel, call, qr } = plan
  // A slogan says it all by itself, and takes the room of both.
  const headline =
    content.sentence === ''
      ? {
          ...plan.headline,
          height: plan.sentence.y + plan.sentence.height - plan.headline.y,
          sizeMax: Math.round(plan.headline.sizeMax * 1.3),
        }
      : plan.headline
  const middle = unitsWide / 2
  const scale = Math.min((panel.width / groupSize.width) * 1.02, (panel.height - 26) / groupSize.height)
  const group = [
    `translate(${middle - (groupSize.width / 2) * scale} ${panel.y + panel.height - 16 - groupSize.floor * scale})`,
    `scale(${scale.toFixed(4)})`,
  ].join(' ')
  const put = (art: string, x: number, y: number, by: number) =>
    `<g transform="translate(${x} ${y}) scale(${by})">${art}</g>`
  const picture =
    `<clipPath id="panel"><rect x="${panel.x}" y="${panel.y}" width="${panel.width}" height="${panel.height}"/>` +
    `</clipPath><g clip-path="url(#panel)">${rays(panel, content.family)}` +
    put(cloud, panel.x + 118, panel.y + 62, 0.72) +
    put(cloud, panel.x + panel.width - 118, panel.y + 62, 0.72) +
    `<g transform="${group}">${groupArt(content.family)}</g>` +
    put(peony, panel.x + 46, panel.y + panel.height - 34, 0.6) +
    put(peony, panel.x + panel.width - 46, panel.y + panel.height - 34, 0.6) +
    '</g>' +
    `<rect x="${panel.x}" y="${panel.y}" width="${panel.width}" height="${panel.height}" fill="none" ` +
    `stroke="${hues.ink}" stroke-width="8"/>`

  const kindWidth = widthOf(content.kind, 'heavy', 38) + 76
  const plaque = { x: middle - kindWidth / 2, y: panel.y + panel.height - 32, width: kindWidth, height: 62 }
  const inner = (box: Box, by: number): Box => ({
    x: box.x + by,
    y: box.y + by,
    width: box.width - 2 * by,
    height: box.height - 2 * by,
  })
  const callRoom = inner(call, 24)
  // A number with an area code is longer; the receiver stands beside it.
  const numberRoom = (callRoom.width - 120) / widthOf(content.hotline, 'heavy', 1)
  const numberSize = Math.min(callRoom.height * 0.58, 124, numberRoom)
  const numberAt = callRoom.y + callRoom.height * 0.56
  const code = qrOutline(content.address, 'Q')
  const unit = qr.width / (code.size + 2 * quietZone)

  const drawn = [
    `<rect width="${unitsWide}" height="${plan.height}" fill="${hues.paper}"/>`,
    `<rect x="24" y="24" width="${unitsWide - 48}" height="${plan.height - 48}" fill="none" stroke="${hues.ink}" stroke-width="10"/>`,
    `<rect x="40" y="40" width="${unitsWide - 80}" height="${plan.height - 80}" fill="none" stroke="${hues.ink}" stroke-width="3"/>`,
    ...[
      [58, 58],
      [unitsWide - 58, 58],
      [58, plan.height - 58],
      [unitsWide - 58, plan.height - 58],
    ].map(([x = 0, y = 0]) => cornerBlock(x, y)),
    flanks(middle, plan.masthead.y + plan.masthead.height / 2, widthOf(content.bureau, 'heavy', 38)),
    block(content.bureau, plan.masthead, { weight: 'heavy', fill: hues.ink, sizeMax: 38, linesMax: 1 }),
    picture,
    notched(plaque, 10, hues.cinnabar),
    line(content.kind, middle, plaque.y + plaque.height / 2, 38, 'heavy', hues.paper),
    block(content.headline, headline, {
      weight: 'heavy',
      fill: hues.ink,
      sizeMax: headline.sizeMax,
      linesMax: 3,
      leading: 1.22,
    }),
    content.sentence === '' ? '' : divider(middle, (headline.y + headline.height + plan.sentence.y) / 2),
    block(content.sentence, plan.sentence, {
      weight: 'plain',
      fill: hues.ink,
      sizeMax: plan.sentence.sizeMax,
      linesMax: 3,
    }),
    notched(call, 16, hues.cinnabar),
    block(
      content.nextStep,
      { ...callRoom, height: callRoom.height * 0.22 },
      { weight: 'heavy', fill: hues.paper, sizeMax: 34, linesMax: 1 },
    ),
    handset(
      call.x + call.width / 2 - widthOf(content.hotline, 'heavy', numberSize) / 2 - 22,
      numberAt,
      numberSize * 0.84,
    ),
    line(content.hotline, call.x + call.width / 2 + 26, numberAt, numberSize, 'heavy', hues.paper),
    block(
      content.hours === '' ? '扫码看详情' : content.hours,
      { ...callRoom, y: callRoom.y + callRoom.height * 0.84, height: callRoom.height * 0.2 },
      { weight: 'plain', fill: hues.paper, sizeMax: 26, linesMax: 1 },
    ),
    `<rect x="${qr.x - 6}" y="${qr.y - 6}" width="${qr.width + 12}" height="${qr.height + 12}" fill="#fff" stroke="${hues.ink}" stroke-width="6"/>`,
    `<path transform="translate(${qr.x + unit * quietZone} ${qr.y + unit * quietZone}) scale(${unit})" d="${code.path}" fill="#000" shape-rendering="crispEdges"/>`,
    block(`网址 ${spokenAddress(content.address)}`, plan.address, {
      weight: 'heavy',
      fill: hues.ink,
      sizeMax: 30,
      linesMax: 1,
    }),
    block(footText(content), plan.foot, { weight: 'plain', fill: hues.quiet, sizeMax: 24, linesMax: 1 }),
  ]
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${unitsWide}" height="${plan.height}" ` +
    `viewBox="0 0 ${unitsWide} ${plan.height}">${drawn.join('')}${content.isSample ? watermark(plan.height) : ''}</svg>`
  return { svg, lines }
}
