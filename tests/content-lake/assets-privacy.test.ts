/** @file What photographs and films tell of places and persons stays with those who are signed in. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'

const SECRETS = ['SECRET-CAMERA', 'SECRET-XMP', 'SECRET-TRAILER', 'SECRET-PLACE', 'SECRET-NOTE']
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRET-XMP</a></x:xmpmeta>'
const EXIF = { IFD0: { Model: 'SECRET-CAMERA' }, IFD3: { GPSLatitude: '37/1 44/1 0/1', GPSLatitudeRef: 'N' } }

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

/** A picture of 400×200, left half red, that is to be turned as `orientation` says. */
const photograph = async (format: 'jpeg' | 'png' | 'webp' | 'avif', orientation: number) =>
  sharp(await twoHalves())
    .withExif(EXIF)
    .withXmp(XMP)
    .withMetadata({ orientation })
    [format]()
    .toBuffer()

async function publish(kind: 'image' | 'file', content: Buffer, filename: string): Promise<string> {
  const asset = await at.client.assets.upload(kind, content, { filename })
  const field = { _type: kind, asset: { _type: 'reference', _ref: asset._id } }
  await at.client.create({ _id: `shows-${asset._id}`, _type: 'newsItem', field })
  return `/${asset.path}`
}

const told = (content: Buffer) => SECRETS.filter((secret) => content.includes(secret))
const read = async (to: string, anonymous: boolean, headers: Record<string, string> = {}) => {
  const response = await at.fetch(to, { anonymous, headers })
  return { response, content: Buffer.from(await response.arrayBuffer()) }
}

test.each([
  ['jpeg', 1],
  ['jpeg', 6],
  ['png', 1],
  ['png', 6],
  ['webp', 1],
  ['webp', 6],
  ['avif', 1],
] as const)(
  'a %s of orientation %i shows the same picture to all, and its facts to nobody outside',
  async (format, orientation) => {
    const original = await photograph(format, orientation)
    expect(told(original), 'the sample tells something').toContain('SECRET-CAMERA')
    const to = await publish('image', original, `p.${format}`)
    const inside = await read(to, false)
    expect(inside.content.equals(original), 'who is signed in gets what was uploaded').toBe(true)
    expect(inside.response.headers.get('cache-control')).toMatch(/^private/)
    const { response, content } = await read(to, true)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toMatch(/^public/)
    expect(response.headers.get('etag')).not.toBe(inside.response.headers.get('etag'))
    expect(told(content)).toEqual([])
    expect(content).toHaveLength(original.length)
    const upright = (bytes: Buffer) =>
      sharp(bytes).autoOrient().removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const [before, after] = [await upright(original), await upright(content)]
    expect(after.info).toMatchObject({ width: before.info.width, height: before.info.height })
    expect(after.data.equals(before.data)).toBe(true)
    const { exif = Buffer.alloc(0), xmp = Buffer.alloc(0), iptc } = await sharp(content).metadata()
    const said = (bytes: Buffer) => bytes.filter((byte) => byte !== 0).length
    // `Exif`, `II*` and the one entry that says which way up; nothing where it is upright.
    expect(said(exif)).toBeLessThanOrEqual(orientation === 1 ? 0 : 16)
    expect([said(xmp), iptc]).toEqual([0, undefined])
  },
)

test('a transformed picture tells nothing to anybody', async () => {
  const to = await publish('image', await photograph('jpeg', 3), 't.jpg')
  for (const search of ['?w=100', '?auto=format', '?fm=webp', '?q=90'])
    for (const anonymous of [true, false]) {
      const { content } = await read(to + search, anonymous)
      expect(told(content)).toEqual([])
      expect((await sharp(content).metadata()).exif).toBeUndefined()
    }
})

test('what telephones hang behind a picture, comments and maker’s notes go too', async () => {
  const plain = await photograph('jpeg', 1)
  const segment = (marker: number, text: string) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(2 + text.length, 2)
    return Buffer.concat([head, Buffer.from(text)])
  }
  const content = Buffer.concat([
    plain.subarray(0, 2),
    segment(0xfe, 'SECRET-NOTE'),
    segment(0xed, 'Photoshop SECRET-PLACE'),
    segment(0xe2, 'MPF SECRET-PLACE'),
    plain.subarray(2),
    await photograph('jpeg', 1),
    Buffer.from('SECRET-TRAILER'),
  ])
  const to = await publish('image', content, 'phone.jpg')
  const seen = (await read(to, true)).content
  expect(told(seen)).toEqual([])
  expect(await sharp(seen).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer())
})

test('a moving picture keeps moving and loses its comments', async () => {
  const frames = await sharp({ create: { width: 8, height: 24, channels: 3, background: '#f00' } })
    .raw()
    .toBuffer()
  const gif = await sharp(frames, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } })
    .gif({ loop: 3, delay: [100, 200, 300] })
    .toBuffer()
  const comment = Buffer.from('\x21\xfe\x0bSECRET-NOTE\0', 'latin1')
  const headEnd = 13 + (((gif[10] ?? 0) & 0x80) === 0 ? 0 : 3 * 2 ** (((gif[10] ?? 0) & 7) + 1))
  const content = Buffer.concat([
    gif.subarray(0, headEnd),
    comment,
    gif.subarray(headEnd),
    Buffer.from('SECRET-TRAILER'),
  ])
  const seen = (await read(await publish('image', content, 'm.gif'), true)).content
  expect(told(seen)).toEqual([])
  const { pages, loop, delay } = await sharp(seen, { animated: true }).metadata()
  expect({ pages, loop, delay }).toEqual(
    await sharp(gif, { animated: true })
      .metadata()
      .then((m) => ({ pages: m.pages, loop: m.loop, delay: m.delay })),
  )
})

const box = (type: string, ...content: (Buffer | string)[]) => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

test('a film loses where and with what it was taken, and its ranges fit together', async () => {
  const media = Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 251))
  const film = Buffer.concat([
    box('ftyp', 'isom\0\0\0\0isommp42'),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box('trak', box('tkhd', Buffer.alloc(84)), box('udta', 'SECRET-NOTE')),
      box('udta', 'xyz SECRET-PLACE'),
      box('meta', 'SECRET-CAMERA'),
    ),
    box('uuid', XMP),
    box('mdat', media),
  ])
  const to = await publish('file', film, 'f.mp4')
  expect((await read(to, false)).content.equals(film)).toBe(true)
  const { content } = await read(to, true)
  expect(told(content)).toEqual([])
  expect(content.subarray(-5000)).toEqual(media)
  expect(content.indexOf('mvhd')).toBe(film.indexOf('mvhd'))
  const pieces = []
  for (let first = 0; first < film.length; first += 37)
    pieces.push((await read(to, true, { range: `bytes=${first}-${first + 36}` })).content)
  expect(Buffer.concat(pieces).equals(content)).toBe(true)
  const both = await read(to, true, {
    range: `bytes=${film.indexOf('SECRET')}-${film.indexOf('SECRET') + 300},0-3`,
  })
  expect(both.response.headers.get('content-type')).toMatch(/^multipart\/byteranges/)
  expect(told(both.content)).toEqual([])
})

test('a picture sent as a file is veiled as one', async () => {
  const to = await publish('file', await photograph('jpeg', 1), 'p.jpg')
  expect(told((await read(to, true)).content)).toEqual([])
})

test('whatever a file holds, a veil is found or the file is withheld; nothing hangs', async () => {
  const random = (seed: number) => {
    let state = seed
    return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff
  }
  const samples = await Promise.all(
    (['jpeg', 'png', 'webp', 'avif'] as const).map((format) => photograph(format, 1)),
  )
  const next = random(7)
  for (let round = 0; round < 60; round++) {
    const sample = Buffer.from(samples[round % samples.length] ?? Buffer.alloc(0))
    for (let hit = 0; hit < 20; hit++)
      sample[20 + Math.floor(next() * (sample.length - 20))] = Math.floor(next() * 256)
    const asset = await at.client.assets.upload(
      'file',
      sample.subarray(0, Math.floor(sample.length * (0.5 + next() / 2))),
    )
    await at.client.createOrReplace({
      _id: 'shows-broken',
      _type: 'newsItem',
      field: { asset: { _type: 'reference', _ref: asset._id } },
    })
    const { response, content } = await read(`/${asset.path}`, true)
    expect([200, 422], createHash('sha1').update(content).digest('hex')).toContain(response.status)
  }
})
