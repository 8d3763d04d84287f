/** @file Pictures made to measure, and the cache that keeps them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DiskCache } from '../../content-lake/assets/disk-cache.ts'
import { cropWindow } from '../../content-lake/assets/transform-params.ts'
import { newFolder, recordingLog, startLake, type LakeOnPort } from './lake-on-port.ts'
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
const pixels = async (response: Response) => sharp(Buffer.from(await response.arrayBuffer()))
const colourAt = async (image: Sharp, x: number, y: number) => {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const [red = 0, , blue = 0] = data.subarray((y * info.width + x) * info.channels)
  return red > 128 ? 'red' : blue > 128 ? 'blue' : 'other'
}

describe('transforms', () => {
  let base = ''
  beforeAll(async () => {
    const { path: to } = await at.client.assets.upload('image', picture)
    base = `/${to}`
  })
  const size = async (search: string, accept = '*/*') => {
    const response = await fetchPath(`${base}?${search}`, { headers: { accept } })
    expect(response.status, search).toBe(200)
    const { width, height, format } = await (await pixels(response)).metadata()
    return {
      width,
      height,
      format,
      type: response.headers.get('content-type'),
      vary: response.headers.get('vary'),
    }
  }

  test.each([
    ['w=100', 100, 50],
    ['h=50', 100, 50],
    ['w=100&h=100', 100, 50],
    ['w=100&h=100&fit=clip', 100, 50],
    ['w=800&fit=max', 400, 200],
    ['w=800&h=800&fit=max', 400, 200],
    ['w=100&h=100&fit=min', 200, 100],
    ['w=100&h=100&fit=crop', 100, 100],
    ['w=100&h=100&fit=fill&bg=00ff00', 100, 100],
    ['w=100&h=100&fit=scale', 100, 100],
    ['rect=0,0,100,100', 100, 100],
    ['rect=300,100,400,400', 100, 100],
    ['rect=0,0,200,200&w=50', 50, 50],
    ['w=50&dpr=2', 100, 50],
    ['w=100&or=90', 50, 100],
  ])('%s gives %i×%i', async (search, width, height) => {
    expect(await size(search)).toMatchObject({ width, height })
  })

  test('rect and focus choose what stays: the editor put the hotspot there', async () => {
    const colour = async (search: string, x = 5, y = 5) =>
      colourAt(await pixels(await fetchPath(`${base}?${search}`)), x, y)
    expect(await colour('rect=0,0,100,100')).toBe('red')
    expect(await colour('rect=250,0,100,100')).toBe('blue')
    expect(await colour('w=50&h=50&fit=crop&crop=focalpoint&fp-x=0.1&fp-y=0.5')).toBe('red')
    expect(await colour('w=50&h=50&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.5')).toBe('blue')
    expect(await colour('w=50&h=50&fit=crop&crop=right')).toBe('blue')
    expect(await colour('rect=0,0,200,200&w=50&h=20&fit=crop')).toBe('red')
    expect(await colour('w=100&h=50&flip=h')).toBe('blue')
  })

  test('auto=format gives the best the browser names and says that it varies, or caches would mix them up', async () => {
    expect(await size('w=40&auto=format', 'image/avif,image/webp')).toMatchObject({
      format: 'heif',
      type: 'image/avif',
      vary: 'Accept',
    })
    expect(await size('w=40&auto=format', 'image/webp')).toMatchObject({
      format: 'webp',
      type: 'image/webp',
      vary: 'Accept',
    })
    expect(await size('w=40&auto=format', 'image/*')).toMatchObject({ format: 'png', vary: 'Accept' })
    expect(await size('w=40&fm=jpg', 'image/webp')).toMatchObject({
      format: 'jpeg',
      type: 'image/jpeg',
      vary: null,
    })
  })

  test('parameters that make no sense are refused, huge ones are held to the bounds', async () => {
    for (const search of ['w=abc', 'rect=1,2,3', 'rect=0,0,0,0', 'fm=exe', 'bg=red;x', 'w='])
      expect((await fetchPath(`${base}?${search}`)).status, search).toBe(422)
    expect((await fetchPath(`${base}?w=999999&h=999999&fit=scale`)).status).toBe(422)
  })

  test('the turn of EXIF is applied before the crop, because editors crop what they see', async () => {
    const turned = await sharp(picture).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { path: to } = await at.client.assets.upload('image', turned)
    const top = await pixels(await fetchPath(`/${to}?rect=0,0,200,100`))
    expect(await colourAt(top, 100, 50)).toBe('red')
    expect(await top.metadata()).toMatchObject({ width: 200, height: 100 })
  })

  test('a crop window covers the target shape, inside the picture, around the focus', () => {
    expect(cropWindow({ width: 400, height: 200 }, { width: 50, height: 50 }, { x: 1, y: 0.5 })).toEqual({
      left: 200,
      top: 0,
      width: 200,
      height: 200,
    })
    expect(cropWindow({ width: 400, height: 200 }, { width: 50, height: 50 }, { x: 0.5, y: 0.5 })).toEqual({
      left: 100,
      top: 0,
      width: 200,
      height: 200,
    })
    expect(cropWindow({ width: 100, height: 100 }, { width: 200, height: 100 }, { x: 0.5, y: 0 })).toEqual({
      left: 0,
      top: 0,
      width: 100,
      height: 50,
    })
  })

  test('what a power cut left half in the cache is made again, never shown', async () => {
    const folder = newFolder()
    let made = 0
    const make = () => Promise.resolve(Buffer.alloc(1000, ++made))
    const get = () => new DiskCache(folder, 10_000, recordingLog()).get('a', make)
    expect((await get())[0]).toBe(1)
    const [name = ''] = readdirSync(folder)
    const whole = readFileSync(path.join(folder, name))
    const rotten = Buffer.from(whole)
    rotten[500] = 9
    for (const left of [whole.subarray(0, 600), Buffer.alloc(0), rotten, Buffer.alloc(whole.length)]) {
      writeFileSync(path.join(folder, name), left)
      const again = await get()
      expect(again).toHaveLength(1000)
      expect(again.every((byte) => byte === made)).toBe(true)
    }
    expect(made).toBe(5)
  })

  test('the cache stays within its bytes and drops the least recently used', async () => {
    const folder = newFolder()
    const cache = new DiskCache(folder, 250, recordingLog())
    let made = 0
    const get = (key: string) => cache.get(key, () => Promise.resolve(Buffer.alloc(68, ++made)))
    await get('a')
    await get('b')
    await get('a')
    await get('c')
    expect(cache.bytes).toBe(200)
    expect(readdirSync(folder)).toHaveLength(2)
    expect((await get('a'))[0]).toBe(1)
    expect((await get('b'))[0]).toBe(4)
    expect(new DiskCache(folder, 250, recordingLog()).bytes).toBe(200)
    await Promise.all([get('d'), get('d'), get('d')])
    expect(made).toBe(5)
  })
})
