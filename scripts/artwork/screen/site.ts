/** @file The pictures of the site's home: a wide one and a square one, without frame or words to read. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printBlocks } from '../figure/garment.ts'
import { box, each, hue, place, plain, shape } from '../ink.ts'
import { fields } from '../page/ground.ts'
import { cock } from '../props/beasts.ts'
import { lotus, peony } from '../props/blossom.ts'
import { pine, willow } from '../props/growth.ts'
import { table } from '../props/home.ts'
import { gate, house } from '../props/house.ts'
import { sheet } from '../props/papers.ts'
import { cloud, sun } from '../props/sky.ts'
import { briefcase, handset } from '../props/tokens.ts'
import { drawing, writeWebp } from '../raster.ts'
import { holding, open, palm, put, stand } from '../scenes/stage.ts'
import { emblem, favicon, iconFile, icons } from './marks.ts'

/** The village street with the legal desk set out, 1600 × 700. */
function wide(): string {
  const back = `<g transform="translate(0 -222)">${fields({ sunX: 800, near: '#E3C88E' })}</g>`
  const homes =
    put(190, 520, house(430, { roof: '#7C8A8C' }), { scale: 0.86 }) +
    put(1430, 520, house(430, { wall: '#D5DDC6' }), { scale: 0.86 }) +
    put(800, 505, gate(), { scale: 0.92 }) +
    put(420, 530, willow(), { scale: 0.8 }) +
    put(1190, 530, pine(), { scale: 0.78 })
  const people =
    stand(
      'counsel',
      720,
      655,
      { stance: 'none', turn: -0.4, mood: 'smile', left: palm(-96, -168), right: 'belly' },
      0.96,
    ) +
    stand(
      'lawyer',
      910,
      655,
      { stance: 'none', turn: 0.4, mood: 'smile', right: palm(96, -168), left: 'belly' },
      0.96,
    ) +
    put(812, 672, table(520, 150, hue.cinnabar, '12348'), { scale: 0.92 }) +
    stand('grandma', 500, 668, { turn: 0.6, mood: 'laugh', right: palm(96, -196), left: 'belly' }, 1) +
    stand('girl', 385, 674, { turn: 0.5, mood: 'laugh', left: { at: 'raise', hand: 'open' } }, 1) +
    stand(
      'worker',
      260,
      668,
      { turn: 0.6, mood: 'smile', right: holding('chest', sheet('申请', 74, 92)), left: 'down' },
      1,
    ) +
    stand(
      'farmer',
      1130,
      668,
      { turn: -0.6, mood: 'laugh', left: holding([-90, -196], sheet('合同', 78, 96)), right: 'down' },
      1,
    ) +
    stand('mediator', 1310, 668, { turn: -0.5, mood: 'smile', left: open(-84, -180), right: 'hip' }, 1) +
    stand('boy', 1430, 674, { turn: -0.5, mood: 'laugh', left: { at: 'raise', hand: 'open' } }, 1)
  return drawing(
    1600,
    700,
    printBlocks() +
      back +
      homes +
      people +
      put(110, 676, cock(), { scale: 0.5 }) +
      put(1540, 690, peony(), { scale: 0.5 }),
  )
}

/** A lawyer answers, an old woman listens: 800 × 800. */
function square(): string {
  const rays = each(16, (i) =>
    place(400, 380, shape('M0 0L-56 -800L56 -800Z', '#F8DC8C', plain), { turn: i * 22.5 }),
  )
  const low = shape('M0 690Q400 620 800 690V800H0Z', '#D98C6A', ` stroke="${hue.ink}" stroke-width="6"`)
  const people =
    stand(
      'counsel',
      560,
      770,
      {
        turn: -0.5,
        mood: 'smile',
        left: open(-104, -210),
        right: holding([70, -150], put(0, 70, briefcase(), { scale: 0.8 })),
      },
      1.34,
    ) +
    stand(
      'grandma',
      230,
      772,
      { turn: 0.6, mood: 'laugh', left: holding([-72, -300], put(0, -8, handset())), right: palm(90, -190) },
      1.32,
    ) +
    stand('girl', 396, 784, { turn: -0.2, mood: 'laugh', right: { at: 'raise', hand: 'open' } }, 1.02)
  return drawing(
    800,
    800,
    printBlocks() +
      box(0, 0, 800, 800, '#F4C64E') +
      rays +
      put(400, 150, sun(64)) +
      put(140, 130, cloud()) +
      put(660, 150, cloud(), { mirror: true }) +
      low +
      people +
      put(60, 770, lotus(), { scale: 0.7 }) +
      put(740, 772, lotus(), { scale: 0.7 }),
  )
}

/** The home pictures in words, for those who do not see them. */
const described = [
  {
    file: 'site/home-wide.webp',
    alt: '年画风格的村口法律服务台：两位律师坐在写着12348的红桌后，工人、奶奶、农民、调解员和孩子们围在两旁，身后是青瓦院落和麦田红日。',
    width: 1600,
    height: 700,
  },
  {
    file: 'site/home-square.webp',
    alt: '年画风格：戴眼镜的女律师提着公文包，与打电话的奶奶和小姑娘站在红日光芒前，脚边开着莲花。',
    width: 800,
    height: 800,
  },
  { file: 'site/emblem.webp', alt: '普法徽记：朱红方印中的独角獬豸。', width: 512, height: 512 },
] as const

/** Draws the home pictures into `folder`/site and the marks into `publicFolder`. */
export async function drawSite(folder: string, publicFolder: string): Promise<void> {
  const target = join(folder, 'site')
  await mkdir(target, { recursive: true })
  await mkdir(join(publicFolder, 'icons'), { recursive: true })
  await writeWebp(join(target, 'home-wide.webp'), wide(), 130_000)
  await writeWebp(join(target, 'home-square.webp'), square(), 90_000)
  await writeWebp(join(target, 'emblem.webp'), emblem(), 20_000, 512)
  await writeFile(join(folder, 'site.json'), `${JSON.stringify(described, null, 2)}\n`)
  await writeFile(join(publicFolder, 'emblem.svg'), emblem())
  await writeFile(join(publicFolder, 'favicon.svg'), favicon())
  for (const [name, inside] of Object.entries(icons))
    await writeFile(join(publicFolder, 'icons', `${name}.svg`), iconFile(inside))
}
