/** @file Animals and wheels of the village. Origin is the middle of the ground line; all face right. */
import { row } from '../glyphs.ts'
import { brush, place, box, contour, disc, each, hue, line, oval, plain, shape } from '../ink.ts'

/** A yellow village dog. */
export const dog = (colour: string = hue.ochre, collar: string = hue.cinnabar): string =>
  contour(
    shape('M-92 -70C-130 -90 -136 -130 -112 -142C-112 -116 -96 -104 -72 -100Z', colour) +
      [-74, -46, 26, 52]
        .map((x) => shape(`M${x - 13} -66h27L${x + 12} 0h-30q-2 -12 10 -14Z`, colour))
        .join('') +
      shape('M-96 -84C-90 -126 -30 -120 20 -122C60 -124 78 -96 66 -62C30 -44 -60 -44 -96 -70Z', colour) +
      shape(
        'M40 -172C22 -150 24 -110 50 -100C70 -86 100 -92 122 -104C134 -112 132 -126 118 -130C108 ' +
          '-162 76 -184 40 -172Z',
        colour,
      ) +
      shape('M44 -172C22 -178 8 -140 22 -118C36 -122 50 -146 60 -166Z', hue.wood) +
      shape('M22 -112Q44 -92 70 -92L66 -78Q36 -80 16 -98Z', collar),
    8,
    3,
  ) +
  disc(88, -140, 6, hue.ink, plain) +
  oval(126, -120, 8, 6, hue.ink, plain) +
  line('M120 -108Q106 -98 92 -104', 3) +
  oval(-20, -84, 26, 14, hue.cream, plain)

/** A cock crowing. */
export const cock = (): string =>
  contour(
    shape(
      'M-50 -80C-110 -170 -150 -120 -130 -70C-150 -80 -160 -40 -120 -30C-90 -10 -60 -40 -50 -60Z',
      hue.green,
    ) +
      shape(
        'M-70 -60C-60 -10 20 0 40 -50C52 -80 50 -110 60 -130C70 -156 40 -170 24 -146C10 -110 -30 ' +
          '-100 -70 -60Z',
        hue.cinnabar,
      ) +
      shape('M-46 -62Q-10 -90 20 -60Q-6 -30 -46 -62Z', hue.ochre) +
      shape('M30 -156q-6 -26 10 -22q4 -18 16 -6q16 -10 12 14Z', hue.rose) +
      shape('M64 -142l26 8l-26 8Z', hue.ochre),
    7,
    3,
  ) +
  disc(52, -142, 5, hue.ink, plain) +
  line('M-16 -10V20M10 -12V20M-28 20h24M0 20h24', 5, hue.ochre)

/** A magpie, the bringer of good news. */
export const magpie = (): string =>
  contour(
    shape('M-40 0C-80 10 -130 30 -150 50C-110 50 -70 40 -30 24Z', hue.ink) +
      shape('M-50 6C-30 -40 30 -50 50 -26C74 -20 80 -8 56 -6C50 30 -10 40 -50 6Z', hue.ink) +
      shape('M-20 18C0 30 30 26 44 2C20 -6 -6 0 -20 18Z', hue.white) +
      shape('M-40 4Q0 -26 20 -8Q-10 14 -40 4Z', hue.indigo),
    5,
    2,
  ) + disc(48, -20, 4.5, hue.white, plain)

/** A donkey with a pack of grain. */
export const donkey = (): string =>
  contour(
    [-100, -64, 50, 84].map((x) => shape(`M${x - 14} -110h28L${x + 11} 0h-22Z`, '#8C8478')).join('') +
      shape(
        'M-128 -170C-120 -214 60 -220 110 -200C120 -150 110 -104 96 -96C20 -84 -80 -84 -120 -104Z',
        '#A49A8B',
      ) +
      shape(
        'M78 -200C96 -262 120 -290 150 -290L160 -330L172 -290C200 -284 226 -240 238 -206C232 -188 ' +
          '208 -184 196 -196C176 -214 160 -216 150 -196C140 -160 120 -140 100 -130Z',
        '#A49A8B',
      ) +
      shape('M148 -290L132 -340L168 -300Z', '#8C8478') +
      shape('M-128 -170C-150 -140 -146 -100 -138 -84L-128 -84C-132 -110 -126 -130 -118 -150Z', '#5E574E') +
      shape('M-78 -214C-80 -262 60 -266 64 -214L60 -150H-70Z', hue.straw) +
      line('M-76 -190H64', 6, hue.cinnabar),
    8,
    3,
  ) +
  disc(184, -256, 6, hue.ink, plain) +
  line('M226 -200l-12 8', 3)

const wheel = (x: number, r: number): string =>
  disc(x, -r, r, '#3A3835') + disc(x, -r, r * 0.55, hue.ash) + disc(x, -r, r * 0.2, hue.cinnabar)

/** A red field tractor. */
export const tractor = (): string =>
  contour(
    box(-150, -300, 16, 170, hue.ink) +
      box(10, -290, 14, 130, hue.ink) +
      shape('M-170 -306H40Q52 -306 52 -290H-184Q-184 -306 -170 -306Z', hue.cinnabar) +
      shape('M-170 -90V-160H-20L0 -196H170Q190 -196 190 -170V-80H-170Z', hue.cinnabar) +
      box(120, -270, 14, 76, hue.ink) +
      box(150, -178, 36, 60, hue.ash, 4) +
      line('M40 -170H110M40 -150H110M40 -130H110', 4) +
      wheel(-100, 92) +
      wheel(140, 56),
    8,
    3,
  ) +
  each(10, (i) => disc(-100 + 76 * Math.cos(i * 0.628), -92 + 76 * Math.sin(i * 0.628), 5, hue.grey, plain))

/** A motor tricycle with an open box; `words` are painted on the box. */
export const tricycle = (words = ''): string =>
  contour(
    shape('M-220 -190H10V-80H-220Z', hue.green) +
      box(-228, -204, 246, 20, hue.leaf, 4) +
      shape('M10 -110H60L100 -60H150L120 -210H96L112 -130L70 -140H10Z', hue.cinnabar) +
      shape('M84 -214h60v14h-60Z', hue.ink) +
      box(24, -164, 70, 24, hue.ink, 10) +
      wheel(-130, 58) +
      wheel(140, 52),
    8,
    3,
  ) + (words === '' ? '' : row(words, -105, -136, 46, { colour: hue.straw }))

/** An electric motorbike. */
export const motorbike = (colour: string = hue.indigo): string =>
  contour(
    wheel(-110, 56) +
      wheel(120, 56) +
      shape(
        'M-150 -96Q-120 -150 -60 -140L-40 -96H30L60 -190H100L130 -90Q110 -110 90 -96L66 -60H-60' +
          'Q-90 -110 -150 -80Z',
        colour,
      ) +
      box(-110, -158, 110, 26, hue.ink, 12) +
      shape('M48 -208h66v16h-66Z', hue.ink) +
      disc(106, -170, 14, hue.straw),
    8,
    3,
  )

/** A wolf's head, the voice behind the strange call. */
export function wolf(): string {
  const head = shape(
    'M-90 -40L-74 -140L-30 -92H30L74 -140L90 -40C104 10 50 40 30 84Q0 104 -30 84C-50 40 -104 10 -90 -40Z',
    '#7D7F86',
  )
  const muzzle = shape('M-34 6Q0 -20 34 6C40 40 22 84 0 88C-22 84 -40 40 -34 6Z', hue.ash)
  const eyes = [-1, 1]
    .map(
      (s) =>
        shape(`M${s * 62} -34Q${s * 40} -56 ${s * 18} -22Q${s * 40} -14 ${s * 62} -34Z`, hue.straw) +
        disc(s * 38, -32, 7, hue.ink),
    )
    .join('')
  const teeth = each(4, (i) => shape(`M${-22 + i * 12} 54l6 14l6 -14Z`, hue.white))
  return place(
    0,
    0,
    contour(head + muzzle + eyes + shape('M-16 4H16Q10 24 0 26Q-10 24 -16 4Z', hue.ink), 8, 3.4) +
      brush([-30, 50], [0, 66], [30, 50], 6) +
      teeth +
      brush([-66, -56], [-44, -74], [-16, -40], 7) +
      brush([66, -56], [44, -74], [16, -40], 7) +
      line('M-50 10l-30 4M50 10l30 4', 3),
  )
}
