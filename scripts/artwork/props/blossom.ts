/** @file Flowers and fruit of good omen, and the one flower not to be grown. Origin is the heart. */
import { contour, disc, each, hue, line, place, ribbon, shape } from '../ink.ts'

/** A peony in full bloom; origin at its heart. */
export const peony = (petal: string = hue.rose, inner: string = hue.pink): string =>
  contour(
    each(3, (k) =>
      place(0, 0, shape('M0 -20Q40 -70 78 -58Q64 -16 10 -6Z', hue.green) + line('M12 -14L64 -48', 2), {
        turn: k * 120 + 30,
      }),
    ) +
      each(8, (k) =>
        place(0, 0, shape('M0 0C-34 -22 -26 -58 0 -50C26 -58 34 -22 0 0Z', petal), { turn: k * 45 }),
      ) +
      each(6, (k) =>
        place(0, 0, shape('M0 0C-22 -14 -18 -38 0 -32C18 -38 22 -14 0 0Z', inner), { turn: k * 60 + 20 }),
      ) +
      disc(0, 0, 10, hue.ochre),
    6,
    2.4,
  )

/** A lotus on its leaf; origin at the heart. */
export const lotus = (petal: string = hue.pink): string =>
  contour(
    shape('M-80 26Q0 70 80 26Q40 10 0 14Q-40 10 -80 26Z', hue.green) +
      [-68, 68, -36, 36, 0]
        .map((a) =>
          place(
            0,
            24,
            shape('M0 0C-26 -30 -20 -62 0 -82C20 -62 26 -30 0 0Z', petal) + line('M0 -64V-24', 2, hue.rose),
            { turn: a },
          ),
        )
        .join(''),
    6,
    2.6,
  )

/** A split pomegranate with its leaves, for many children and full houses. */
export const pomegranate = (): string =>
  contour(
    shape('M10 -30Q60 -74 84 -40Q60 -14 16 -20Z', hue.green) +
      shape('M-10 -30Q-60 -74 -84 -40Q-60 -14 -16 -20Z', hue.green) +
      disc(0, 12, 46, hue.cinnabar) +
      shape('M-14 -30L-20 -56L-6 -44L0 -60L6 -44L20 -56L14 -30Z', hue.cinnabar) +
      shape('M-24 8Q0 -18 26 6Q14 42 -4 42Q-22 34 -24 8Z', hue.straw) +
      [
        [-8, 6],
        [8, 4],
        [0, 18],
        [-10, 22],
        [12, 18],
        [2, 32],
      ]
        .map(([x, y]) => disc(x ?? 0, y ?? 0, 6, hue.rose))
        .join(''),
    6,
    2.4,
  )

/** A poppy head and flower. */
export const poppy = (): string =>
  contour(
    shape(
      ribbon([0, 150], [-10, 80], [0, 10], () => 6),
      hue.green,
    ) +
      shape('M-4 100Q-70 90 -76 50Q-40 60 -4 116ZM2 80Q60 70 70 30Q30 44 0 94Z', hue.leaf) +
      each(5, (k) =>
        place(0, 0, shape('M0 6C-56 -10 -46 -72 0 -66C46 -72 56 -10 0 6Z', hue.plum), { turn: k * 72 }),
      ) +
      disc(0, 0, 20, hue.leaf) +
      line('M-12 0h24M0 -12v24', 3),
    7,
    3,
  )
