/** @file The font of a preview: the sign's own where it suffices, else one that is made as publishing would make it. */
import { describe, expect, test } from 'vitest'
import type { ManifestAsset, ScreenProfile } from '../../contracts/manifest.ts'
import type { Letters } from '../../scheduler/compile/letters.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import { fontFor, previewScreen, type PreviewFonts } from '../../scheduler/preview/font.ts'
import { screen } from './samples.ts'

const assetOf = (sha256: string): ManifestAsset => ({
  ...{ sha256, bytes: 1, type: 'font/woff2' },
  url: `/assets/${sha256}`,
})
const hasRare = (letters: Letters) => letters.some((set) => set.has('龘'))
/** Fonts by name, each with its letters beyond those that all have. */
function shelf(faces: Readonly<Record<string, string>>, given: string | null) {
  const asked: [string, Letters][] = []
  const fonts: PreviewFonts = {
    find(of, letters) {
      asked.push([of, letters])
      return given === null ? null : assetOf(given)
    },
    isWhole: (sha256, letters) => !hasRare(letters) || (faces[sha256] ?? '').includes('龘'),
  }
  return { fonts, asked }
}
const bare = profileOf(screen('screen-1'), new Reading(new Map()))
const worn: ScreenProfile = { ...bare, font: { asset: 'own', family: 'Pufa Sans' } }
const items = (text: string) => [
  {
    ...{ seconds: 6 },
    item: { kind: 'clock', id: 'c', title: text, signature: text } as const,
  },
]

describe('a sign that has a font', () => {
  test('keeps it while it has all the letters, and nothing is made', () => {
    const { fonts, asked } = shelf({ own: '' }, 'made')
    expect(fontFor(worn, items('普法'), fonts)).toEqual({ font: worn.font, asset: null, making: false })
    expect(asked).toEqual([])
  })

  test('is shown in another that has the letter which its own lacks', () => {
    const { fonts, asked } = shelf({ own: '', made: '龘' }, 'made')
    expect(fontFor(worn, items('龘'), fonts)).toMatchObject({ font: { asset: 'made' }, making: false })
    expect(asked.map(([of, letters]) => [of, hasRare(letters)])).toEqual([[previewScreen, true]])
  })

  test('keeps it for the moment in which the other is made, and says so', () => {
    const { fonts } = shelf({ own: '' }, null)
    expect(fontFor(worn, items('龘'), fonts)).toMatchObject({ font: { asset: 'own' }, making: true })
    expect(fontFor(worn, items('龘'), shelf({ old: '' }, 'old').fonts)).toMatchObject({
      font: { asset: 'old' },
      making: true,
    })
  })
})

test('where signs have no fonts of their own, none is asked for', () => {
  expect(fontFor(bare, items('龘'), null)).toBeNull()
})
