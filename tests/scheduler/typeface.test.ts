/** @file The font that is written holds the letters that were asked for, as the typeface draws them. */
import { create, type Font } from 'fontkit'
import { expect, test } from 'vitest'
import { fontWeight, outlinesOf } from '../../scheduler/assets/outlines.ts'
import { fontThread } from '../../scheduler/assets/font-thread.ts'
import { writeTypeface } from '../../scheduler/assets/typeface.ts'
import { ownLetters } from '../../scheduler/compile/letters.ts'
import wawoff2 from 'wawoff2'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const letters = Array.from('依法治国12348，。Ag 爨')
const facts = { family: 'Pufa Sans', weight: fontWeight, license: 'SIL Open Font License' }

async function written(wanted: readonly string[]) {
  const { letters: outlines, missing, ...face } = await outlinesOf(wanted)
  return { font: create(writeTypeface({ ...face, ...facts }, outlines)) as Font, missing }
}

/** The first slice of the package that has the letter, as it is, and varied by fontkit itself. */
async function original(letter: string): Promise<Font> {
  const require = createRequire(import.meta.url)
  for (let slice = 119; slice > 3; slice--) {
    const name = `@fontsource-variable/noto-sans-sc/files/noto-sans-sc-${slice}-wght-normal.woff2`
    const packed = await readFile(require.resolve(name)).catch(() => null)
    const font = packed && (create(Buffer.from(await wawoff2.decompress(packed))) as Font)
    if (font?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) return font.getVariation({ wght: fontWeight })
  }
  throw new Error(`no slice has ${letter}`)
}

test('it has each letter that was asked for, and none besides', async () => {
  const { font, missing } = await written(letters)
  expect(missing).toEqual([])
  expect(font.characterSet.map((point) => String.fromCodePoint(point)).sort()).toEqual(
    [...new Set(letters)].sort(),
  )
})

test('a letter has the outline and the width of the heavy weight, to a unit of a thousand', async () => {
  const { font } = await written(['法', '，'])
  for (const letter of ['法', '，']) {
    const point = letter.codePointAt(0) ?? 0
    const [made, meant] = [font.glyphForCodePoint(point), (await original(letter)).glyphForCodePoint(point)]
    expect(Math.abs(made.advanceWidth - meant.advanceWidth)).toBeLessThanOrEqual(1)
    for (const side of ['minX', 'minY', 'maxX', 'maxY'] as const)
      expect(Math.abs(made.path.bbox[side] - meant.path.bbox[side]), side).toBeLessThanOrEqual(1)
  }
})

test('it stands under the licence of its typeface, under a name of its own', async () => {
  const { font } = await written(['法'])
  expect(font.familyName).toBe('Pufa Sans')
  expect(font.copyright).toContain('Adobe')
  expect(font.familyName).not.toContain('Source')
})

test('a letter that the typeface lacks is named, and the others are there', async () => {
  const { font, missing } = await written(['法', '\u{10ffff}'])
  expect(missing).toEqual(['\u{10ffff}'])
  expect(font.characterSet).toEqual(['法'.codePointAt(0)])
})

test('what the player writes by itself is in the typeface, all of it', async () => {
  expect((await outlinesOf([...new Set(ownLetters)])).missing).toEqual([])
})

test('a thread makes it small, and an order that fails does not hold up the next', async () => {
  const thread = fontThread()
  try {
    await expect(thread.make({ family: 'Pufa Sans', letters: null as unknown as string })).rejects.toThrow()
    const made = await thread.make({ family: 'Pufa Sans', letters: '依法治国' })
    expect(Buffer.from(made.subarray(0, 4)).toString()).toBe('wOF2')
    expect(made.length).toBeLessThan(3_000)
    // The thread is kept for a while, and serves again.
    const again = await thread.make({ family: 'Pufa Sans', letters: '法治国' })
    expect(Buffer.from(again).equals(Buffer.from(made))).toBe(false)
  } finally {
    thread.close()
  }
})
