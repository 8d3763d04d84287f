/** @file Pictures and films of screens: fetched, kept by their hash, whole or not at all, tried again. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renditionStore } from '../../scheduler/assets/renditions.ts'
import type { RenditionRequest } from '../../scheduler/compile/items.ts'
import { memoryLog, ownDatabase, ownFolder, until } from './clock.ts'
import { bytes, fakeLake } from './fake-lake.ts'
import { onTestFinished } from 'vitest'

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex')
/** The bytes decide what is a picture, so all that stand for one begin as one. */
const webp = (rest: string | Buffer) => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(rest)])
const picture = webp('a picture of no great size')

const imageOf = (id: string, width = 192, height = 96): RenditionRequest => ({
  assetId: id,
  path: `images/pufa/production/${id}.png`,
  mimeType: 'image/png',
  size: { width, height },
  as: 'picture',
  sound: false,
})
const filmOf = (id: string): RenditionRequest => ({
  assetId: id,
  path: `files/pufa/production/${id}.mp4`,
  mimeType: 'video/mp4',
  size: { width: 192, height: 96 },
  as: 'film',
  sound: false,
})

async function rig() {
  const lake = await fakeLake()
  const [folder, database, log] = [join(ownFolder(), 'assets'), ownDatabase(), memoryLog()]
  const ready: string[] = []
  const open = () =>
    renditionStore({
      database,
      folder,
      lake: lake.access,
      log,
      ready: ({ assetId, size }) => ready.push(`${assetId} ${size.width}`),
    })
  const store = open()
  onTestFinished(() => store.close())
  return { lake, folder, log, ready, store, reopen: open }
}

describe('a rendition', () => {
  test('is made when first asked for, in the screen’s own size, and said to be ready', async () => {
    const { lake, folder, ready, store } = await rig()
    lake.on('/images/', bytes(picture))
    expect(store.find(imageOf('a'))).toBeNull()
    await until('ready', () => ready.length > 0)
    expect(store.find(imageOf('a'))).toEqual({
      sha256: sha256(picture),
      bytes: picture.length,
      type: 'image/webp',
      url: `/api/signage/assets/${sha256(picture)}`,
    })
    expect(lake.asked).toEqual(['/images/pufa/production/a.png?w=192&h=96&fit=max&fm=webp&q=85'])
    expect(readFileSync(join(folder, sha256(picture)))).toEqual(picture)
  })

  test('is fetched once, however often it is asked for while it is made', async () => {
    const { lake, ready, store } = await rig()
    lake.on('/images/', bytes(picture))
    for (let again = 0; again < 5; again++) store.find(imageOf('a'))
    await until('ready', () => ready.length > 0)
    store.find(imageOf('a'))
    expect(lake.asked).toHaveLength(1)
  })

  test('is found after a restart without the lake', async () => {
    const { lake, ready, store, reopen } = await rig()
    lake.on('/images/', bytes(picture))
    store.find(imageOf('a'))
    await until('ready', () => ready.length > 0)
    store.close()
    expect(reopen().find(imageOf('a'))?.sha256).toBe(sha256(picture))
    expect(lake.asked).toHaveLength(1)
  })

  test('of each size is one of its own', async () => {
    const { lake, ready, store } = await rig()
    lake.on('/images/', (request, response) => bytes(webp(request.url ?? ''))(request, response))
    store.find(imageOf('a', 192))
    store.find(imageOf('a', 512))
    await until('both ready', () => ready.length === 2)
    expect(store.find(imageOf('a', 192))?.sha256).not.toBe(store.find(imageOf('a', 512))?.sha256)
  })

  test('that two sizes share byte for byte is written by both without harm', async () => {
    const { lake, folder, log, ready, store } = await rig()
    const large = webp(Buffer.alloc(8 * 1024 * 1024, 7))
    const held: (() => void)[] = []
    // Both answers are let go at once, so that both files are written at once.
    lake.on('/images/', (request, response) => {
      held.push(() => bytes(large)(request, response))
      if (held.length === 2) for (const go of held) go()
    })
    store.find(imageOf('a', 192))
    store.find(imageOf('a', 512))
    await until('both ready', () => ready.length === 2)
    expect(log.lines).toEqual([])
    // What was written second goes after it was said to be ready.
    await until('nothing on its way', () => readdirSync(folder).length === 1)
    expect(readdirSync(folder)).toEqual([sha256(large)])
    expect(sha256(readFileSync(join(folder, sha256(large))))).toBe(sha256(large))
  })
})

describe('a failure', () => {
  test('is logged and tried again, for the lake may have been starting', async () => {
    const { lake, log, ready, store } = await rig()
    let answers = 0
    lake.on('/images/', (request, response) => {
      if (++answers === 1) response.writeHead(503).end()
      else bytes(picture)(request, response)
    })
    store.find(imageOf('a'))
    await until('ready', () => ready.length > 0)
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { asset: 'a', failures: 1 } }])
    expect(store.find(imageOf('a'))?.sha256).toBe(sha256(picture))
  })

  test('in the middle of a file leaves no file, for half a film would be played as a whole one', async () => {
    const { lake, folder, log, store } = await rig()
    lake.on('/files/', (_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': 1_000_000 })
      response.write(Buffer.alloc(500_000), () => response.destroy())
    })
    store.find(filmOf('f'))
    await until('the failure', () => log.lines.length > 0)
    await until('its beginning to be let go', () => readdirSync(folder).length === 0)
    expect(store.find(filmOf('f'))).toBeNull()
  })

  test('of one does not hold up the others, and two are made at a time', async () => {
    const { lake, ready, store } = await rig()
    let open = 0
    let most = 0
    lake.on('/images/', (request, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        if (request.url?.includes('/bad')) response.writeHead(500).end()
        else bytes(webp(request.url ?? ''))(request, response)
      }, 20)
    })
    for (const id of ['bad', 'a', 'b', 'c', 'd']) store.find(imageOf(id))
    await until('the four', () => ready.length === 4)
    expect(most).toBe(2)
  })

  test('by size is refused before it fills the memory', async () => {
    const { lake, folder, log, store } = await rig()
    lake.on('/files/', (_request, response) => {
      response.writeHead(200, { 'content-length': 3 * 1024 ** 3 })
      response.write('x')
    })
    store.find(filmOf('f'))
    await until('the refusal', () => log.lines.length > 0)
    await until('its beginning to be let go', () => readdirSync(folder).length === 0)
    expect(store.refused()).toMatchObject([
      { asset: 'f', refusal: { code: 'too-many-bytes', found: '3072.0 MB' } },
    ])
  })
})

describe('what is no picture', () => {
  test.each([
    { what: 'a page that calls itself a picture', body: '<html><script>', code: 'not-a-picture' },
    { what: 'a film that calls itself a picture', body: '\0\0\0\x20ftypisom', code: 'not-a-picture' },
  ])('is refused by its bytes, whatever its name: $what', async ({ body, code }) => {
    const { lake, folder, ready, store } = await rig()
    lake.on('/images/', bytes(Buffer.from(body), 'image/webp'))
    store.find(imageOf('a'))
    await until('the refusal', () => store.refused().length > 0)
    expect(store.refused()).toEqual([{ asset: 'a', width: 192, height: 96, refusal: { code } }])
    expect(store.find(imageOf('a'))).toBeNull()
    expect(lake.asked).toHaveLength(1)
    expect([ready, readdirSync(folder)]).toEqual([[], []])
  })

  test('by the word of the lake, which could not read it, is refused and not asked for again and again', async () => {
    const { lake, store } = await rig()
    lake.on('/images/', (_request, response) => response.writeHead(422).end())
    store.find(imageOf('a'))
    await until('the refusal', () => store.refused().length > 0)
    expect(store.refused()).toMatchObject([{ refusal: { code: 'damaged' } }])
  })

  test('stays refused after a restart, but what may have been a passing fault is tried again', async () => {
    const { lake, store, reopen } = await rig()
    lake.on('/images/', (request, response) =>
      request.url?.includes('/gone')
        ? response.writeHead(410).end()
        : bytes(Buffer.from('text'))(request, response),
    )
    for (const id of ['gone', 'text']) store.find(imageOf(id))
    await until('both refusals', () => store.refused().length === 2)
    store.close()
    const again = reopen()
    onTestFinished(() => again.close())
    expect(again.refused().map(({ asset }) => asset)).toEqual(['text'])
  })
})

test('nothing is said to be ready after closing, for nobody listens there', async () => {
  const { lake, ready, store } = await rig()
  let go: () => void = () => undefined
  lake.on('/images/', (request, response) => {
    go = () => bytes(picture)(request, response)
  })
  store.find(imageOf('a'))
  await until('asked', () => lake.asked.length > 0)
  store.close()
  go()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(ready).toEqual([])
})

test('a hash that no rendition has opens nothing, and neither does one whose file is gone', async () => {
  const { store, folder } = await rig()
  expect(store.open('0'.repeat(64))).toBeNull()
  expect(existsSync(folder)).toBe(true)
})
