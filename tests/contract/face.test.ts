/** @file In which slice of the bundled face a character is looked for: the same on paper and on a sign. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { faceTable, mayHave, sliceFile, slicesIn } from '../../contracts/face.ts'

const require = createRequire(import.meta.url)
const point = (letter: string) => letter.codePointAt(0) ?? 0

test('numbered slices come before western ones, whose punctuation is too narrow; others are left aside', () => {
  const table = JSON.stringify({
    latin: 'U+0000-00FF,U+2018',
    cyrillic: 'U+0400',
    '[5]': 'U+2018, U+4e00-4e0f',
    'latin-ext': 'U+0100',
  })
  expect(slicesIn(table)).toEqual([
    {
      name: '5',
      spans: [
        [0x2018, 0x2018],
        [0x4e00, 0x4e0f],
      ],
    },
    {
      name: 'latin',
      spans: [
        [0, 0xff],
        [0x2018, 0x2018],
      ],
    },
    { name: 'latin-ext', spans: [[0x100, 0x100]] },
  ])
})

test('both ends of a span are in the slice', () => {
  const [slice] = slicesIn(JSON.stringify({ '[5]': 'U+4e00-4e02' }))
  if (!slice) throw new Error('no slice')
  expect([0x4dff, 0x4e00, 0x4e02, 0x4e03].map((each) => mayHave(slice, each))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('the package has a file for every slice that is named, and a slice for common letters', async () => {
  const slices = slicesIn(await readFile(require.resolve(faceTable), 'utf8'))
  expect(slices.length).toBeGreaterThan(90)
  for (const { name } of slices) expect(() => require.resolve(sliceFile(name)), name).not.toThrow()
  for (const letter of '法律，。“A1') expect(slices.some((slice) => mayHave(slice, point(letter)))).toBe(true)
})
