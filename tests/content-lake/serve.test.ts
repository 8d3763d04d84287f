/** @file Serving assets: whole, in ranges, and only to whom they are open. */
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetIdOf } from '../../content-lake/assets/asset-document.ts'
import { parseByteRanges } from '../../content-lake/assets/byte-range.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake({ uploadBytesMax: 4_000_000 })
})
afterAll(() => at.close())

const fetchPath = (url: string, init: Parameters<LakeOnPort['fetch']>[1] = {}) => at.fetch(url, init)

describe('serving', () => {
  let film = ''
  const content = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypisom\0\0\0\0isommp42'),
    Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251)),
  ])
  beforeAll(async () => {
    film = `/${(await at.client.assets.upload('file', content, { filename: 'f.mp4' })).path}`
  })

  test('a film is sent in the ranges a player asks for', async () => {
    const range = async (value: string) => {
      const response = await fetchPath(film, { headers: { range: value } })
      return {
        status: response.status,
        range: response.headers.get('content-range'),
        body: Buffer.from(await response.arrayBuffer()),
      }
    }
    const size = content.length
    expect(await range('bytes=10-19')).toEqual({
      status: 206,
      range: `bytes 10-19/${size}`,
      body: content.subarray(10, 20),
    })
    expect(await range('bytes=-5')).toEqual({
      status: 206,
      range: `bytes ${size - 5}-${size - 1}/${size}`,
      body: content.subarray(-5),
    })
    expect((await range('bytes=1000-')).body).toEqual(content.subarray(1000))
    expect((await range('bytes=99999-')).status).toBe(416)
    const whole = await fetchPath(film)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(content)
  })

  test.each([
    ['bytes=0-0', [{ first: 0, last: 0 }]],
    ['bytes=5-500', [{ first: 5, last: 99 }]],
    ['bytes=-200', [{ first: 0, last: 99 }]],
    [
      'bytes=0-1, 90-',
      [
        { first: 0, last: 1 },
        { first: 90, last: 99 },
      ],
    ],
    ['bytes=0-1,200-300', [{ first: 0, last: 1 }]],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=100-,200-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=0-50,50-99', null],
    ['bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16', null],
    ['bytes=9-3', null],
    ['bytes=0-1,', null],
    ['items=0-1', null],
    [undefined, null],
  ])('of 100 bytes, %s is %o', (header, expected) => {
    expect(parseByteRanges(header, 100)).toEqual(expected)
  })

  test('several ranges at once come in one answer, each with its place', async () => {
    const response = await fetchPath(film, { headers: { range: 'bytes=0-3, 10-12, -2' } })
    const size = content.length
    expect(response.status).toBe(206)
    const type = response.headers.get('content-type') ?? ''
    const [, boundary = ''] = /^multipart\/byteranges; boundary=([\w-]+)$/.exec(type) ?? []
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(Number(response.headers.get('content-length'))).toBe(body.length)
    const part = (first: number, last: number) =>
      `--${boundary}\r\ncontent-type: video/mp4\r\ncontent-range: bytes ${first}-${last}/${size}\r\n\r\n` +
      `${content.toString('latin1', first, last + 1)}\r\n`
    expect(body).toBe(`${part(0, 3)}${part(10, 12)}${part(size - 2, size - 1)}--${boundary}--\r\n`)
  })

  test('a range of an older file is not mixed with this one', async () => {
    const ask = async (condition: string) =>
      (await fetchPath(film, { headers: { range: 'bytes=0-3', 'if-range': condition } })).status
    const etag = (await fetchPath(film, { method: 'HEAD' })).headers.get('etag') ?? ''
    expect(await ask(etag)).toBe(206)
    for (const other of ['"other"', `W/${etag}`, 'Sun, 22 Nov 2026 10:00:00 GMT'])
      expect(await ask(other), other).toBe(200)
  })

  test('a range behind the end says how long the film is', async () => {
    const response = await fetchPath(film, { headers: { range: 'bytes=99999-' } })
    expect([response.status, response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${content.length}`,
    ])
  })

  test('HEAD and If-None-Match send no body', async () => {
    const head = await fetchPath(film, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(content.length),
      '',
    ])
    const etag = head.headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect((await fetchPath(film, { headers: { 'if-none-match': known } })).status).toBe(304)
    expect((await fetchPath(film, { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
    expect((await fetchPath(film, { method: 'HEAD', headers: { range: 'bytes=0-3' } })).status).toBe(200)
  })

  test('the address in a document is the one its reader came by, because a bureau’s address changes', async () => {
    const url = async (host: string) => {
      const response = await fetch(
        `http://${host}:${new URL(at.origin).port}/v1/data/query/production?query=*[0].url`,
        {
          headers: { authorization: `Bearer ${at.token}` },
        },
      )
      return ((await response.json()) as { result: string }).result
    }
    expect(await url('127.0.0.1')).toBe(at.origin + film)
    expect(await url('localhost')).toBe(at.origin.replace('127.0.0.1', 'localhost') + film)
    const [document] = await at.client.fetch<{ _id: string; url: string }[]>('*[_type == "sanity.fileAsset"]')
    expect(document?.url).toBe(at.origin + film)
    await at.client.createOrReplace(document as never)
    expect(await url('localhost')).toBe(at.origin.replace('127.0.0.1', 'localhost') + film)
  })

  test('an asset is public only while a published document refers to it', async () => {
    const status = async () => (await fetchPath(film, { anonymous: true })).status
    const assetId = assetIdOf(path.basename(film)) ?? ''
    expect(await status()).toBe(404)
    const holder = {
      _type: 'newsItem',
      file: { _type: 'file', asset: { _type: 'reference', _ref: assetId } },
    }
    await at.client.create({ _id: 'drafts.clip', ...holder })
    expect(await status()).toBe(404)
    await at.client.create({ _id: 'clip', ...holder })
    expect(await status()).toBe(200)
    expect(await at.anonymous.fetch<string[]>('*[_type == "sanity.fileAsset"]._id')).toEqual([assetId])
    await at.client.delete('clip')
    expect(await status()).toBe(404)
  })

  test('dl asks for a download under a name that cannot break the header', async () => {
    const response = await fetchPath(`${film}?dl=${encodeURIComponent('普法"\r\nx: y.mp4')}`)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[0-9a-f]{40}\.mp4"; filename\*=UTF-8''%E6%99%AE%E6%B3%95%22%0D%0Ax/,
    )
  })

  test('no path leads out of the folder', async () => {
    for (const name of ['..%2f..%2flake.db', '%2e%2e%2flake.db', 'lake.db', `${'a'.repeat(40)}.png`])
      expect((await fetchPath(`/images/pufa/production/${name}`)).status, name).toBe(404)
  })
})
