/** @file What grows and what drifts: trees, crops, flowers, clouds, sun and moon. */
import { brush, contour, disc, each, hue, line, n, oval, place, ribbon, shape } from '../ink.ts'

/** A round-crowned tree with fruit; origin at the foot. */
export function tree(fruit: string = hue.cinnabar, crown: string = hue.green, tall = 420): string {
  const trunk =
    shape(
      ribbon([0, 0], [-34, -tall * 0.3], [8, -tall * 0.62], (t) => 30 - 16 * t),
      hue.wood,
    ) +
    shape(
      ribbon([-8, -tall * 0.36], [60, -tall * 0.46], [90, -tall * 0.62], (t) => 14 - 7 * t),
      hue.wood,
    )
  const puff = [
    [-92, -0.62, 70],
    [92, -0.62, 66],
    [-54, -0.84, 72],
    [58, -0.84, 72],
    [0, -0.7, 80],
    [0, -1, 62],
  ] as const
  const leaves = puff.map(([x, y, r]) => scallop(x, tall * y, r, crown)).join('')
  const fruits = [
    [-104, -0.58],
    [-50, -0.72],
    [0, -0.58],
    [54, -0.74],
    [104, -0.6],
    [-40, -0.94],
    [34, -1],
    [4, -0.82],
  ] as const
  return (
    contour(trunk) +
    contour(leaves, 8, 2.6) +
    contour(
      fruits
        .map(
          ([x, y]) =>
            disc(x, tall * y, 17, fruit) +
            shape(`M${x - 7} ${n(tall * y - 15)}l7 7l7 -7l-2 10h-10Z`, hue.leaf),
        )
        .join(''),
      5,
      2.4,
    )
  )
}

const scallop = (x: number, y: number, r: number, colour: string): string => {
  const petals = 9
  const at = (k: number, d: number) =>
    `${n(x + d * Math.cos((k * 2 * Math.PI) / petals))} ${n(y + d * Math.sin((k * 2 * Math.PI) / petals))}`
  return (
    shape(`M${at(0, r)}${each(petals, (k) => `Q${at(k + 0.5, r * 1.24)} ${at(k + 1, r)}`)}Z`, colour) +
    line(
      `M${n(x - r * 0.4)} ${n(y + r * 0.1)}q${n(r * 0.2)} ${n(-r * 0.3)} ${n(r * 0.4)} 0M${n(x)} ` +
        `${n(y + r * 0.4)}q${n(r * 0.2)} ${n(-r * 0.3)} ${n(r * 0.4)} 0`,
      2.4,
      hue.mint,
    )
  )
}

/** A willow with hanging strands. */
export const willow = (tall = 460): string =>
  contour(
    shape(
      ribbon([0, 0], [30, -tall * 0.4], [-6, -tall * 0.8], (t) => 28 - 14 * t),
      hue.wood,
    ),
  ) +
  each(
    13,
    (i) =>
      brush(
        [(i - 6) * 8, -tall * 0.84],
        [(i - 6) * 36, -tall * 0.98],
        [(i - 6) * 27, -tall * (0.3 + 0.05 * ((i * 5) % 4))],
        19,
        hue.ink,
      ) +
      brush(
        [(i - 6) * 8, -tall * 0.84],
        [(i - 6) * 36, -tall * 0.98],
        [(i - 6) * 27, -tall * (0.31 + 0.05 * ((i * 5) % 4))],
        13,
        i % 2 === 0 ? hue.leaf : hue.green,
      ),
  )

/** A pine, the tree of long life. */
export const pine = (tall = 480): string =>
  contour(
    shape(
      ribbon([0, 0], [-60, -tall * 0.4], [10, -tall * 0.86], (t) => 30 - 20 * t),
      hue.wood,
    ),
  ) +
  contour(
    [
      [-90, -0.5, 1],
      [80, -0.6, 1],
      [-60, -0.76, 0.9],
      [30, -0.92, 1],
    ]
      .map(([x, y, k]) =>
        place(
          x ?? 0,
          tall * (y ?? 0),
          shape(
            'M-92 18Q-84 -20 -46 -18Q-26 -46 0 -26Q28 -48 48 -18Q86 -20 92 18Q40 34 0 22Q-40 34 -92 18Z',
            hue.green,
          ) + each(7, (i) => line(`M${-66 + i * 22} 14l-6 -14M${-66 + i * 22} 14l6 -14`, 2.2, hue.mint)),
          { scale: k ?? 1 },
        ),
      )
      .join(''),
    7,
    3,
  )

/** One ear of wheat, leaning. */
export const ear = (lean = 8): string =>
  line(`M0 0Q${lean * 0.3} -60 ${lean} -110`, 4, hue.earth) +
  each(
    5,
    (i) =>
      oval(lean - 8 + i, -112 - i * 13, 6.5, 9, hue.ochre, ` stroke="${hue.ink}" stroke-width="2"`) +
      oval(lean + 8 + i, -112 - i * 13, 6.5, 9, hue.ochre, ` stroke="${hue.ink}" stroke-width="2"`),
  ) +
  line(`M${lean + 4} -178l-8 -26M${lean + 5} -178l2 -30M${lean + 6} -178l12 -24`, 2, hue.earth)

/** A sheaf of wheat along a width. */
export const wheat = (w: number, count: number): string =>
  each(count, (i) =>
    place(-w / 2 + (i * w) / Math.max(1, count - 1), ((i * 7) % 3) * 6, ear(((i * 5) % 7) * 5 - 14), {
      scale: 0.8 + ((i * 3) % 4) * 0.06,
    }),
  )

/** A maize plant. */
export const maize = (): string =>
  contour(
    shape(
      ribbon([0, 0], [4, -120], [0, -240], () => 8),
      hue.leaf,
    ) +
      [
        [-1, -60],
        [1, -100],
        [-1, -140],
        [1, -180],
      ]
        .map(([s, y]) =>
          shape(
            `M0 ${y}Q${(s ?? 1) * 60} ${(y ?? 0) - 70} ${(s ?? 1) * 96} ${(y ?? 0) + 6}` +
              `Q${(s ?? 1) * 50} ${(y ?? 0) - 30} 0 ${(y ?? 0) + 22}Z`,
            hue.green,
          ),
        )
        .join('') +
      oval(16, -130, 14, 34, hue.ochre),
    6,
    2.6,
  ) + line('M0 -240l-14 -30M0 -240v-36M0 -240l14 -30', 4, hue.earth)

/** A tuft of grass. */
export const tuft = (colour: string = hue.green): string =>
  brush([-4, 0], [-12, -14], [-18, -26], 7, colour) +
  brush([0, 0], [0, -20], [2, -36], 7, colour) +
  brush([4, 0], [14, -12], [20, -22], 7, colour)
