/** @file Assets as players fetch them: by hash, in pieces, for ever. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { twoHalves } from '../content-lake/picture.ts'
import { until } from './clock.ts'
import { playlist, signagePicture } from './samples.ts'
import { openManifest } from './player-socket.ts'
import { startScheduler } from './scheduler-on-port.ts'

describe('an asset', () => {
  async function withPicture() {
    const at = await startScheduler()
    const uploaded = await at.lake.client.assets.upload('image', await twoHalves())
    await at.lake.client
      .transaction()
      .create({ ...signagePicture('picture-1', uploaded._id) })
      .createOrReplace({ ...playlist('playlist-main', 'picture-1') })
      .commit()
    const { player, publicKey } = await at.playing('screen-1')
    await until('the picture to be ready', () =>
      player.heard.some(
        (message) =>
          message.type === 'manifest' && JSON.stringify(message.parts).includes('/api/signage/assets/'),
      ),
    )
    const last = player.heard.findLast((message) => message.type === 'manifest')
    const manifest = last?.type === 'manifest' ? await openManifest(publicKey, last) : null
    const [asset] = manifest?.assets ?? []
    if (!asset) throw new Error('no asset in the manifest')
    const path = asset.url.replace('/api/signage/', '')
    return { at, asset, path }
  }

  test('is what its hash says, to any player, for ever', async () => {
    const { at, asset, path } = await withPicture()
    const answer = await at.ask(path, { as: null })
    const body = Buffer.from(await answer.arrayBuffer())
    expect(createHash('sha256').update(body).digest('hex')).toBe(asset.sha256)
    expect(body.length).toBe(asset.bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${asset.sha256}"`,
    })
  })

  test('is given in pieces that fit together, since films are fetched so', async () => {
    const { at, asset, path } = await withPicture()
    const piece = async (range: string) => {
      const answer = await at.ask(path, { as: null, headers: { range } })
      return {
        status: answer.status,
        range: answer.headers.get('content-range'),
        body: Buffer.from(await answer.arrayBuffer()),
      }
    }
    const [head, tail] = [await piece('bytes=0-9'), await piece('bytes=10-')]
    expect([head.status, head.range, head.body.length]).toEqual([206, `bytes 0-9/${asset.bytes}`, 10])
    expect(tail.range).toBe(`bytes 10-${asset.bytes - 1}/${asset.bytes}`)
    expect(createHash('sha256').update(head.body).update(tail.body).digest('hex')).toBe(asset.sha256)
    const beyond = await piece(`bytes=${asset.bytes}-`)
    expect([beyond.status, beyond.range]).toEqual([416, `bytes */${asset.bytes}`])
  })

  test('is described without its body when only its head is asked for', async () => {
    const { at, asset, path } = await withPicture()
    const answer = await at.ask(path, { as: null, method: 'HEAD' })
    expect([
      answer.status,
      answer.headers.get('content-length'),
      (await answer.arrayBuffer()).byteLength,
    ]).toEqual([200, String(asset.bytes), 0])
  })
})
