/**
 * @file Chinese characters as outlines, so that a poster looks the same whatever the machine has installed.
 *
 * The face comes in about a hundred slices; a slice is unpacked when one of its characters is first wanted.
 * Slices and outlines stay in memory, each up to a bound, the longest unused give way. A character that no
 * slice has is drawn as 〓 and reported: it is never left out in silence.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import wawoff2 from 'wawoff2'
import { faceTable, mayHave, sliceFile, slicesIn, type FaceSlice } from '../../../contracts/face.ts'

export type Weight = 'heavy' | 'plain'

export interface Outline {
  /** In thousandths of an em, y upwards, from the baseline. */
  path: string
  /** In ems. */
  advance: number
}

export interface Glyphs {
  /** @throws when the character was not among those asked for */
  of(character: string, weight: Weight): Outline
  /** Characters that the face does not have, each once. */
  missing: readonly string[]
}

const weights: Readonly<Record<Weight, number>> = { heavy: 850, plain: 540 }
/** 〓, what printers set where a sort was missing. */
export const geta = '\u3013'

const slicesMax = 40
const outlinesMax = 6_000

/** Keeps what was used last. */
function createKept<Value>(countMax: number) {
  const kept = new Map<string, Value>()
  return {
    get(key: string): Value | undefined {
      const value = kept.get(key)
      if (value !== undefined) {
        kept.delete(key)
        kept.set(key, value)
      }
      return value
    },
    set(key: string, value: Value): void {
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= countMax) break
        kept.delete(oldest)
      }
    },
    delete: (key: string): boolean => kept.delete(key),
  }
}

const require = createRequire(import.meta.url)
const slices = createKept<Promise<Readonly<Record<Weight, Font>>>>(slicesMax)
const outlines = createKept<Outline>(outlinesMax)
let ranges: Promise<readonly FaceSlice[]> | null = null

const readRanges = async () => slicesIn(await readFile(require.resolve(faceTable), 'utf8'))

async function openSlice(name: string): Promise<Readonly<Record<Weight, Font>>> {
  const packed = await readFile(require.resolve(sliceFile(name)))
  // The outlines of a packed file cannot be varied; those of an unpacked one can.
  const font = create(Buffer.from(await wawoff2.decompress(packed)))
  if (!('getVariation' in font)) throw new Error(`slice ${name} holds several faces`)
  const at = (weight: Weight) => font.getVariation({ wght: weights[weight] })
  return { heavy: at('heavy'), plain: at('plain') }
}

/** A slice that could not be read is tried again the next time. */
function sliceOf(name: string): Promise<Readonly<Record<Weight, Font>>> {
  const known = slices.get(name)
  if (known) return known
  const opening = openSlice(name)
  slices.set(name, opening)
  opening.catch(() => slices.delete(name))
  return opening
}

async function find(character: string, weight: Weight): Promise<Outline | null> {
  const key = weight + character
  const known = outlines.get(key)
  if (known) return known
  const point = character.codePointAt(0) ?? 0
  ranges ??= readRanges()
  ranges.catch(() => {
    ranges = null
  })
  for (const slice of await ranges) {
    if (!mayHave(slice, point)) continue
    const font = (await sliceOf(slice.name))[weight]
    if (!font.hasGlyphForCodePoint(point)) continue
    const glyph = font.glyphForCodePoint(point)
    const outline = { path: glyph.path.toSVG(), advance: glyph.advanceWidth / font.unitsPerEm }
    // A character in the map with nothing drawn for it would leave a hole in a sentence.
    if (outline.path === '' && character.trim() !== '') continue
    outlines.set(key, outline)
    return outline
  }
  return null
}

/** @param texts all that will be set in each weight */
export async function loadGlyphs(texts: Readonly<Record<Weight, string>>): Promise<Glyphs> {
  const loaded = new Map<string, Outline>()
  const missing = new Set<string>()
  for (const weight of ['heavy', 'plain'] as const) {
    const instead = await find(geta, weight)
    if (!instead) throw new Error(`the bundled face has no ${geta}`)
    loaded.set(weight + geta, instead)
    for (const character of new Set(texts[weight])) {
      if (character === '\n') continue
      const outline = await find(character, weight)
      if (!outline) missing.add(character)
      loaded.set(weight + character, outline ?? instead)
    }
  }
  return {
    missing: [...missing],
    of(character, weight) {
      const outline = loaded.get(weight + character)
      if (!outline) throw new Error(`“${character}” was not loaded`)
      return outline
    },
  }
}
