/** @file Renditions that nobody can ask for leave the disk, late and never by mistake: a film takes long to make. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { renditionStore } from '../../scheduler/assets/renditions.ts'
import { sweepGraceMs, type Wanted } from '../../scheduler/assets/sweep.ts'
import { wantedOf } from '../../scheduler/assets/wanted.ts'
import type { RenditionRequest } from '../../scheduler/compile/renditions.ts'
import { dayMs, memoryLog, monday, ownDatabase, ownFolder, until } from './clock.ts'
import { bytes, fakeLake } from './fake-lake.ts'
import { manifestRig } from './manifest-rig.ts'
import { ref, screen, signagePicture } from './samples.ts'

const graceDays = sweepGraceMs / dayMs
const sha256 = (body: string) => createHash('sha256').update(body).digest('hex')
const fileOf = (asset: string) => `RIFF\0\0\0\0WEBP ${asset}`
const requestOf = (assetId: string, width = 192): RenditionRequest => ({
  assetId,
  path: `images/${assetId}`,
  mimeType: 'image/png',
  size: { width, height: 96 },
  as: 'picture',
  sound: false,
})
const wanted = (assets: readonly string[], named: readonly string[] = []): Wanted => ({
  named: new Set(named),
  hasAsset: (id) => assets.includes(id),
  sizes: new Set(['192x96']),
})

async function rig(assets: readonly string[], width = 192) {
  const lake = await fakeLake()
  lake.on('/images/', (request, response) => {
    const name = /images\/(\w+)/.exec(request.url ?? '')?.[1] ?? ''
    bytes(Buffer.from(fileOf(name)))(request, response)
  })
  const [folder, database, log] = [join(ownFolder(), 'assets'), ownDatabase(), memoryLog()]
  const store = renditionStore({ database, folder, lake: lake.access, log, ready: () => undefined })
  onTestFinished(() => store.close())
  for (const asset of assets) {
    store.find(requestOf(asset, width))
    await until(asset, () => store.find(requestOf(asset, width)) !== null)
  }
  const nights = (count: number, what: Wanted, from = 0) => {
    let removed = 0
    for (let night = from; night < from + count; night++) removed += store.sweep(what, monday + night * dayMs)
    return removed
  }
  return { store, folder, log, nights, lake }
}

test('what the lake has no longer is kept for the grace, then removed and forgotten; the rest stays', async () => {
  const { store, folder, nights } = await rig(['gone', 'kept'])
  expect(nights(graceDays, wanted(['kept']))).toBe(0)
  expect(readdirSync(folder)).toHaveLength(2)
  expect(nights(1, wanted(['kept']), graceDays)).toBe(1)
  expect(readdirSync(folder)).toEqual([sha256(fileOf('kept'))])
  expect(store.open(sha256(fileOf('gone')))).toBeNull()
  expect(store.find(requestOf('kept'))?.sha256).toBe(sha256(fileOf('kept')))
})

test('what was removed is made again when it is asked for, for nothing else brings it back', async () => {
  const { store, folder, nights } = await rig(['a'])
  nights(graceDays + 1, wanted([]))
  expect(store.find(requestOf('a'))).toBeNull()
  await until('made again', () => store.find(requestOf('a')) !== null)
  expect(existsSync(join(folder, sha256(fileOf('a'))))).toBe(true)
})

test('what a manifest names stays, though the lake has lost it: a screen may still fetch it', async () => {
  const { folder, nights } = await rig(['a'])
  expect(nights(3 * graceDays, wanted([], [sha256(fileOf('a'))]))).toBe(0)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('a size that no screen has any more goes, and one size of two that are the same bytes keeps them', async () => {
  const { store, folder, nights } = await rig(['a'], 320)
  const both = await rig(['b'], 320)
  both.store.find(requestOf('b', 192))
  await until('the other size', () => both.store.find(requestOf('b', 192)) !== null)
  expect([nights(graceDays + 1, wanted(['a'])), readdirSync(folder)]).toEqual([1, []])
  expect(store.open(sha256(fileOf('a')))).toBeNull()
  expect(both.nights(graceDays + 1, wanted(['b']))).toBe(0)
})

test('one night of being wanted begins the grace anew: a campaign that comes back is not made twice', async () => {
  const { nights } = await rig(['a'])
  expect(nights(graceDays, wanted([]))).toBe(0)
  expect(nights(1, wanted(['a']), graceDays)).toBe(0)
  expect(nights(graceDays, wanted([]), graceDays + 1)).toBe(0)
  expect(nights(1, wanted([]), 2 * graceDays + 1)).toBe(1)
})

test('a file that nothing remembers goes too, but not what is being written nor what is no rendition', async () => {
  const { folder, nights } = await rig([])
  const names = ['f'.repeat(64), '1.part', 'note.txt']
  for (const name of names) writeFileSync(join(folder, name), 'x')
  expect(nights(graceDays + 1, wanted([]))).toBe(1)
  expect(readdirSync(folder).sort()).toEqual(['1.part', 'note.txt'])
})

test('a removal that fails is logged, holds up no other, and is tried again in the next night', async () => {
  const { folder, log, nights } = await rig(['a', 'b'])
  const stuck = join(folder, sha256(fileOf('a')))
  rmSync(stuck)
  // A folder of that name cannot be removed as a file.
  mkdirSync(stuck)
  expect(nights(graceDays + 1, wanted([]))).toBe(1)
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { sha256: sha256(fileOf('a')) } }])
  rmSync(stuck, { recursive: true })
  expect(nights(1, wanted([]), graceDays + 1)).toBe(1)
})

test('wanted is what the manifests of all screens name, a deleted one’s last among them', async () => {
  const { manifests, change, refresh, ready, documents } = await manifestRig()
  const asset = { sha256: sha256('p'), bytes: 1, type: 'image/webp', url: '/p' }
  ready.set('image-a', asset)
  documents.set('image-a', {
    ...{ _id: 'image-a', _type: 'sanity.imageAsset', _rev: 'r' },
    ...{ path: 'images/a', mimeType: 'image/png', size: 1 },
  })
  const evergreen = documents.get('playlist-evergreen')
  if (evergreen?._type !== 'playlist') throw new Error('no fallback')
  documents.set('picture-a', signagePicture('picture-a', 'image-a'))
  await change({
    ...evergreen,
    items: [{ _type: 'contentItem', _key: 'p', content: ref('picture-a') }],
  } as typeof evergreen)
  await change(screen('screen-2', { width: 320, county: ref('county-2') }))
  documents.delete('screen-1')
  await refresh([{ id: 'screen-1', type: 'screen' }])
  const sent = ['screen-1', 'screen-2'].flatMap((id) => manifests.toSend(id) ?? [])
  const { named, sizes, hasAsset } = wantedOf(sent, documents)
  expect([...named]).toEqual([asset.sha256])
  expect([...sizes].sort()).toEqual(['192x96', '320x96'])
  expect([hasAsset('image-a'), hasAsset('image-b')]).toEqual([true, false])
  const last = manifests.toSend('screen-1')
  expect([...wantedOf(last ? [last] : [], documents).named]).toEqual([asset.sha256])
})
