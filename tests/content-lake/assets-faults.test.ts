/** @file Uploads that go wrong leave nothing, and answer so that the sender knows what to do. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { realDisk, type Disk } from '../../content-lake/assets/incoming.ts'
import type { LakeSettings } from '../../content-lake/main.ts'
import { newFolder, startLake, type LakeOnPort } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'

const MEGABYTE = 1024 * 1024

let at: LakeOnPort
const start = async (settings: Partial<LakeSettings> = {}, disk?: Disk) => {
  at = await startLake(settings, newFolder(), disk)
}
afterEach(() => at.close())

const left = () =>
  ['incoming', 'originals'].flatMap((name) => readdirSync(path.join(at.folder, 'assets', name)))
const send = (body: Buffer | string, kind = 'files', search = '') =>
  at.fetch(`/v1/assets/${kind}/production${search}`, { method: 'POST', body: body as string })
const assetCount = () =>
  at.client.fetch<number>('count(*[_type in ["sanity.imageAsset", "sanity.fileAsset"]])')

test('200 MB cut off half-way leave nothing, and the lake goes on', async () => {
  await start()
  const piece = Buffer.alloc(MEGABYTE, 'a')
  await new Promise<void>((done) => {
    const call = httpRequest(`${at.origin}/v1/assets/files/production`, {
      method: 'POST',
      headers: { authorization: `Bearer ${at.token}`, 'content-length': 200 * MEGABYTE },
    })
    call.on('error', () => done())
    let sent = 0
    const more = () => {
      while (sent < 100) {
        sent++
        if (!call.write(piece)) return void call.once('drain', more)
      }
      call.destroy()
    }
    more()
  })
  await expect.poll(left).toEqual([])
  expect(await assetCount()).toBe(0)
  expect((await send('还能传')).status).toBe(200)
})

test('a disk that fills up while bytes come in answers 507 and is left as it was', async () => {
  let room = 5 * MEGABYTE
  await start(
    {},
    {
      ...realDisk,
      async create(file) {
        const handle = await realDisk.create(file)
        return {
          async writeFile(chunk) {
            room -= chunk.length
            if (room < 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
            await handle.writeFile(chunk)
          },
          sync: () => handle.sync(),
          close: () => handle.close(),
        }
      },
    },
  )
  const response = await send(Buffer.alloc(8 * MEGABYTE, 'a'))
  expect(response.status).toBe(507)
  expect(await response.json()).toMatchObject({
    code: 'lake.disk-full',
    remedy: expect.stringContaining('重新上传'),
  })
  expect(left()).toEqual([])
  room = 100
  expect((await send('ok')).status).toBe(200)
})

test('an upload that would take the room the texts need is refused before its first byte', async () => {
  let created = 0
  await start(
    {},
    {
      ...realDisk,
      create: (file) => {
        created++
        return realDisk.create(file)
      },
      freeBytes: () => Promise.resolve(70 * MEGABYTE),
    },
  )
  expect((await send(Buffer.alloc(8 * MEGABYTE, 'a'))).status).toBe(507)
  expect(created).toBe(0)
  expect((await send('small')).status).toBe(200)
})

test('where the document cannot be written the file goes again', async () => {
  await start({ databaseBytesMax: 400_000 })
  await expect(
    (async () => {
      for (let n = 0; ; n++)
        await at.client.create({ _id: `fill-${n}`, _type: 'page', text: 'x'.repeat(20_000) })
    })(),
  ).rejects.toMatchObject({ statusCode: 507 })
  const before = left()
  // The last pages of the file may still hold a small document.
  for (let n = 0; n < 50; n++) {
    const response = await send(await twoHalves(), 'images', `?description=${'长'.repeat(500)}${n}`)
    if (response.status === 507) {
      expect(left()).toEqual(before)
      return
    }
    await at.client.delete(((await response.json()) as { document: { _id: string } }).document._id)
  }
  throw new Error('the database took more than it may hold')
})

test('the same bytes sent ten times at once become one document and one file', async () => {
  await start()
  const picture = await twoHalves()
  const documents = await Promise.all(
    Array.from({ length: 10 }, () => at.client.assets.upload('image', picture)),
  )
  expect(new Set(documents.map(({ _id }) => _id)).size).toBe(1)
  expect(new Set(documents.map(({ uploadId }) => uploadId as string)).size).toBe(1)
  expect(left()).toHaveLength(1)
  expect(at.lake.metrics()['lake_commits_total']).toBe(1)
})

test('the same bytes sent again heal a file that was lost from the disk', async () => {
  await start()
  const { path: to } = await at.client.assets.upload('image', await twoHalves())
  const file = path.join(at.folder, 'assets', 'originals', path.basename(to))
  rmSync(file)
  for (const search of ['', '?w=10']) expect((await at.fetch(`/${to}${search}`)).status).toBe(404)
  await at.client.assets.upload('image', await twoHalves())
  expect(existsSync(file)).toBe(true)
  expect((await at.fetch(`/${to}`)).status).toBe(200)
})

test('too large says how large one may be, before a byte is read', async () => {
  await start({ imageUploadBytesMax: 2 * MEGABYTE, uploadBytesMax: 3 * MEGABYTE })
  const tooLarge = async (kind: string, bytes: number) => {
    const response = await send(Buffer.alloc(bytes, 'a'), kind)
    return [response.status, ((await response.json()) as { message: string }).message]
  }
  expect(await tooLarge('images', 2 * MEGABYTE + 1)).toEqual([413, expect.stringContaining('上限 2 MB')])
  expect(await tooLarge('files', 3 * MEGABYTE + 1)).toEqual([413, expect.stringContaining('上限 3 MB')])
})

test('a moving picture counts with all its frames, since all are decoded together', async () => {
  await start()
  // A canvas of 1500×1500, of which sixty frames change one dot each.
  const canvas = Buffer.from('474946383961dc05dc05f00000000000ffffff', 'hex')
  const frame = Buffer.from('2c00000000010001000002024401003b', 'hex').subarray(0, -1)
  const bomb = Buffer.concat([canvas, ...Array.from({ length: 60 }, () => frame), Buffer.from(';')])
  const response = await send(bomb, 'images')
  expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('所有帧')])
  expect(left()).toEqual([])
})

test('no address leads out of the folder', async () => {
  await start()
  const sha1 = createHash('sha1').update('x').digest('hex')
  await at.client.create({
    _id: `file-${sha1}-txt`,
    _type: 'sanity.fileAsset',
    path: 'files/pufa/production/../../../lake.db',
  })
  for (const to of [
    `/files/pufa/production/${sha1}.txt`,
    '/files/pufa/production/..%2f..%2flake.db',
    '/files/pufa/production/..%5c..%5clake.db',
    '/files/pufa/production/%2e%2e/%2e%2e/lake.db',
    '/files/pufa/..%2f..%2flake.db/x',
    '/images/pufa/production/%00',
    '/files/pufa/production/lake.db',
  ])
    expect((await at.fetch(to)).status, to).toBe(404)
})
