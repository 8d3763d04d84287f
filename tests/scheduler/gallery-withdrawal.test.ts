/** @file A mural that is withdrawn leaves the galleries too, and their screens are asked whether it has. */
import { expect, test } from 'vitest'
import { compileScreen, allEvents } from '../../scheduler/compile/manifest.ts'
import { partCache } from '../../scheduler/compile/parts.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import { losses } from '../../scheduler/orders/touched.ts'
import { visibleDocuments } from '../../scheduler/orders/visible.ts'
import { image, mapOf, mural, playlist, ref, screen, smallTown, village } from './samples.ts'

const sign = screen('screen-1')
const documents = mapOf([
  ...smallTown(),
  { ...mural('mural-1', 'image-1'), streetOrder: 1 },
  { ...mural('mural-2', 'image-2'), streetOrder: 2 },
  image('image-1'),
  image('image-2'),
  village('village-1', '清风村'),
  playlist('playlist-main', {
    _type: 'galleryItem',
    _key: 'g',
    village: ref('village-1'),
    count: 6,
    change: 'fade',
  }),
])

function compile(withdrawn: readonly string[]) {
  const visible = visibleDocuments(documents, new Set(withdrawn))
  const input = {
    documents: visible,
    renditions: {
      find: ({ assetId }: { assetId: string }) => ({
        sha256: assetId,
        bytes: 1,
        type: 'image/png',
        url: '/',
      }),
    },
    parts: partCache(),
    origin: 'https://pufa.test',
    today: '2026-03-02',
    takeovers: [],
  }
  return compileScreen(sign, { ...input, events: allEvents(input) })
}

/** Screens that lose something by the withdrawal of this mural. */
function touched(id: string, compiled: ReturnType<typeof compile>): string[] {
  const manifests = {
    profiles: () => [profileOf(sign, new Reading(documents))],
    get: () => ({ head: compiled.head, parts: compiled.parts }),
  }
  return [
    ...losses([id], { manifests, fleet: { get: () => null } } as unknown as Parameters<
      typeof losses
    >[1]).keys(),
  ]
}

test('the rest of the gallery goes on without it', () => {
  const items = compile(['mural-1']).parts.flatMap(({ content }) => content.items ?? [])
  const gallery = items.find(({ kind }) => kind === 'gallery')
  expect(gallery?.kind === 'gallery' && gallery.pictures.map(({ id }) => id)).toEqual(['mural-2'])
})

test('a screen that shows it in a gallery is touched, and no more once it has gone', () => {
  expect(touched('mural-1', compile([]))).toEqual(['screen-1'])
  expect(touched('mural-1', compile(['mural-1']))).toEqual([])
  expect(touched('mural-9', compile([]))).toEqual([])
})
