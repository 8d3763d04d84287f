/**
 * @file The face that is bundled, Noto Sans SC (SIL Open Font License 1.1): in which of its slices a character
 * is to be looked for. Pure: the table is handed in by whoever read it.
 *
 * Posters and screens' fonts look in the same order, so a character has one shape on paper and on a sign.
 */

const bundled = '@fontsource-variable/noto-sans-sc'

/** Names of the package's files, as a module resolver takes them. */
export const faceTable = `${bundled}/unicode.json`
export const sliceFile = (slice: string): string => `${bundled}/files/noto-sans-sc-${slice}-wght-normal.woff2`

export interface FaceSlice {
  name: string
  /** Both ends are in it. */
  spans: readonly (readonly [number, number])[]
}

const western = ['latin', 'latin-ext']

/**
 * @param table text of the package's table: slice → `U+4e00-4e0f,U+4e11`
 * @returns slices in the order in which to look: the numbered ones first, since the punctuation in the western
 * ones is too narrow for Chinese
 */
export function slicesIn(table: string): FaceSlice[] {
  const named = Object.entries(JSON.parse(table) as Record<string, string>).map(([key, text]) => ({
    name: key.replaceAll(/[[\]]/g, ''),
    spans: text.split(',').map((span) => {
      const [from = '0', to = from] = span.trim().replace(/^U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    }),
  }))
  const isNumbered = ({ name }: FaceSlice) => /^\d+$/.test(name)
  return [...named.filter(isNumbered), ...named.filter(({ name }) => western.includes(name))]
}

/** Whether the slice is said to have the character; the slice itself has the last word. */
export const mayHave = ({ spans }: FaceSlice, point: number): boolean =>
  spans.some(([from, to]) => point >= from && point <= to)
