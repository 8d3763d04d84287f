/** @file Uploading pictures and films: what is taken, what it becomes, what is refused. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sniff } from '../../content-lake/assets/sniff.ts'
import { svgFault, svgSize } from '../../content-lake/assets/svg.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'

let at: LakeOnPort
/** 400×200: left half red, right half blue. */
let picture: Buffer
beforeAll(async () => {
  at = await startLake({ uploadBytesMax: 4_000_000 })
  picture = await twoHalves()
})
afterAll(() => at.close())

const fetchPath = (url: string, init: Parameters<LakeOnPort['fetch']>[1] = {}) => at.fetch(url, init)
const leftInAssets = () =>
  ['incoming', 'originals'].flatMap((name) => readdirSync(path.join(at.folder, 'assets', name)))

describe('upload', () => {
  test('an image is named by its content and measured, so that clients know its shape before it loads', async () => {
    const document = await at.client.assets.upload('image', picture, { filename: '红蓝.png', title: 'two' })
    const sha1 = createHash('sha1').update(picture).digest('hex')
    expect(document).toMatchObject({
      _id: `image-${sha1}-400x200-png`,
      _type: 'sanity.imageAsset',
      originalFilename: '红蓝.png',
      title: 'two',
      mimeType: 'image/png',
      extension: 'png',
      size: picture.length,
      path: `images/pufa/production/${sha1}-400x200.png`,
      url: `${at.origin}/images/pufa/production/${sha1}-400x200.png`,
      metadata: {
        dimensions: { width: 400, height: 200, aspectRatio: 2 },
        isOpaque: true,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        palette: { dominant: { background: expect.stringMatching(/^#/), population: expect.any(Number) } },
      },
    })
  })

  test('the same content again gives the same document, whatever it is called', async () => {
    const again = await at.client.assets.upload('image', picture, { filename: 'other.png' })
    expect(again.originalFilename).toBe('红蓝.png')
  })

  test('a photograph is measured as it will be seen, its EXIF turn applied', async () => {
    const turned = await sharp(picture).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect((await at.client.assets.upload('image', turned)).metadata.dimensions).toMatchObject({
      width: 200,
      height: 400,
    })
  })

  test('a film gets its type from its content, not from its name or header', async () => {
    const film = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypisom\0\0\0\0isommp42'),
      Buffer.alloc(5000, 7),
    ])
    const document = await at.client.assets.upload('file', film, {
      filename: '宣传片.exe',
      contentType: 'text/html',
    })
    expect(document).toMatchObject({ _type: 'sanity.fileAsset', mimeType: 'video/mp4', extension: 'mp4' })
  })

  test('what is not an accepted kind is refused and leaves nothing', async () => {
    const before = leftInAssets()
    const refused: ['images' | 'files', string | Buffer<ArrayBuffer>][] = [
      ['images', 'plain text'],
      ['files', '<!doctype html><script>alert(1)</script>'],
      ['files', Buffer.from('MZ\0\0')],
      ['images', Buffer.concat([picture.subarray(0, 60), Buffer.alloc(200)])],
      [
        'images',
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
      ],
    ]
    for (const [kind, body] of refused) {
      const response = await at.fetch(`/v1/assets/${kind}/production?filename=x.png`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'image/png' },
      })
      expect(response.status, String(body).slice(0, 30)).toBe(415)
    }
    expect(leftInAssets()).toEqual(before)
  })

  test('an upload beyond the limit, or cut off, leaves nothing', async () => {
    const before = leftInAssets()
    const large = await at
      .fetch('/v1/assets/files/production', { method: 'POST', body: Buffer.alloc(5_000_000, 'a') })
      .then(
        ({ status }) => status,
        () => 413,
      )
    expect(large).toBe(413)
    await new Promise<void>((done) => {
      const call = httpRequest(`${at.origin}/v1/assets/images/production`, {
        method: 'POST',
        headers: { authorization: `Bearer ${at.token}`, 'content-length': picture.length },
      })
      call.on('error', () => done())
      call.write(picture.subarray(0, 100))
      setTimeout(() => call.destroy(), 50)
    })
    await expect.poll(leftInAssets).toEqual(before)
  })

  test('a picture of too many pixels is refused by its head, before it fills the memory', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const response = await at.fetch('/v1/assets/images/production', { method: 'POST', body: bomb })
    expect(response.status).toBe(413)
  })

  test('an SVG is taken when it is a still picture that asks for nothing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z" fill="url(#a)"/><use href="#a"/></svg>'
    const document = await at.client.assets.upload('image', Buffer.from(svg), { filename: 'a.svg' })
    expect(document).toMatchObject({
      mimeType: 'image/svg+xml',
      metadata: { dimensions: { width: 30, height: 20 } },
    })
    const served = await fetchPath(`/${document.path}`)
    expect(served.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(await served.text()).toBe(svg)
  })

  test.each([
    '<svg onload="x()"/>',
    '<svg><a href="javascript:x()"/></svg>',
    '<svg><image href="https://evil.example/x.png"/></svg>',
    '<svg><use xlink:href="//evil.example/x#a"/></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><svg:script/></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    '<svg><style>@import "x"</style></svg>',
    '<svg><rect style="fill:url(https://evil.example)"/></svg>',
    '<svg><a href="&#106;avascript:x()"/></svg>',
    '<svg><set attributeName="href" to="javascript:x"/></svg>',
    '<?xml-stylesheet href="x"?><svg/>',
    '<svg/onload=x()>',
    '<svg><image href=http://evil.example/></svg>',
  ])('an SVG with %s is refused', (svg) => {
    expect(svgFault(svg)).not.toBeNull()
  })

  test('an SVG without size has none, rather than a guessed one', () => {
    expect(svgSize('<svg viewBox="0 0 10 5">')).toEqual({ width: 10, height: 5 })
    expect(svgSize('<svg width="40px" height="30">')).toEqual({ width: 40, height: 30 })
    expect(svgSize('<svg>')).toBeNull()
  })
})

test('kinds are told by content', () => {
  const of = (bytes: string | Buffer, name = '') =>
    sniff(Buffer.from(bytes as string, 'latin1'), name)?.mimeType ?? null
  expect(of('%PDF-1.7')).toBe('application/pdf')
  expect(of('WEBVTT\n\n')).toBe('text/vtt')
  expect(of('PK\x03\x04', 'a.docx')).toMatch(/wordprocessing/)
  expect(of('PK\x03\x04', 'a.html')).toBe('application/zip')
  expect(of('\0\0\0\x1cftypheic\0\0\0\0mif1heic')).toBeNull()
  expect(of('\0\0\0\x1cftypavif\0\0\0\0avifmif1')).toBe('image/avif')
  expect(of('  <html>', 'a.txt')).toBeNull()
  expect(of('a,b\n1,2', 'a.csv')).toBe('text/csv')
  expect(sniff(Buffer.from('文字'), 'a')?.extension).toBe('txt')
  expect(of('')).toBeNull()
})
