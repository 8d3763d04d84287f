/** @file Uploads in parts: they go on where they were, become what a whole upload becomes, and are bounded. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realDisk, type Disk } from '../../content-lake/assets/incoming.ts'
import { metadataOf } from '../../content-lake/http/upload-routes.ts'
import { openLine } from '../support/cuttable-line.ts'
import { newFolder, startLake, type LakeOnPort } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'
import { filmOf, MEGABYTE, senderOf, sha256, type Sender } from './upload-rig.ts'

const DAY_MS = 24 * 3600_000

let at: LakeOnPort
let sender: Sender
/** Free bytes that the disk tells, and bytes that it still takes. */
let free = Infinity
let room = Infinity
const narrowDisk: Disk = {
  ...realDisk,
  freeBytes: () => Promise.resolve(free),
  async extend(file) {
    const handle = await realDisk.extend(file)
    return {
      async writeFile(piece) {
        if (piece.length <= room) {
          room -= piece.length
          return handle.writeFile(piece)
        }
        await handle.writeFile(piece.subarray(0, room))
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
}
beforeAll(async () => {
  at = await startLake(
    { uploadBytesMax: 20 * MEGABYTE, unfinishedBytesMax: 30 * MEGABYTE },
    newFolder(),
    narrowDisk,
  )
  sender = senderOf(at)
})
afterAll(() => at.close())

const left = () => readdirSync(path.join(at.folder, 'assets', 'parts'))
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

describe('parts', () => {
  test('become the very asset that a whole upload becomes, because both go one way', async () => {
    const film = filmOf(3 * MEGABYTE)
    const location = await sender.begin(film.length)
    expect((await sender.part(location, 0, film.subarray(0, MEGABYTE))).status).toBe(204)
    expect(await sender.offset(location)).toBe(MEGABYTE)
    await sender.part(location, MEGABYTE, film.subarray(MEGABYTE))
    const { document } = (await (await sender.finish(location)).json()) as { document: object }
    expect(document).toMatchObject({
      _type: 'sanity.fileAsset',
      originalFilename: '片子.mp4',
      mimeType: 'video/mp4',
      size: film.length,
      sha256: sha256(film),
    })
    const whole = await at.client.assets.upload('file', film)
    expect(whole).toMatchObject({ _id: (document as { _id: string })._id })
    const again = (await (await sender.finish(location)).json()) as { document: object }
    expect(again.document).toEqual(document)
    const missing = await at.client.assets.upload('image', await twoHalves())
    expect(missing._type).toBe('sanity.imageAsset')
  })

  test('a picture in parts is measured, and a page in a picture’s name is refused and leaves nothing', async () => {
    const picture = (await twoHalves()) as Buffer<ArrayBuffer>
    const location = await sender.begin(picture.length, { kind: 'images', filename: '红蓝.png' })
    await sender.part(location, 0, picture)
    const { document } = (await (await sender.finish(location)).json()) as { document: object }
    expect(document).toMatchObject({ metadata: { dimensions: { width: 400, height: 200 } } })
    const before = left().length
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const hostile = await sender.begin(page.length, { kind: 'images', filename: '红蓝.png' })
    await sender.part(hostile, 0, page)
    expect((await sender.finish(hostile)).status).toBe(415)
    expect(left()).toHaveLength(before)
    expect((await sender.finish(hostile)).status).toBe(404)
  })

  test('a client of the protocol goes on over a line that is cut in the middle', async () => {
    const film = filmOf(6 * MEGABYTE)
    const line = await openLine(at.origin)
    let cuts = 0
    const upload = new Upload(film, {
      endpoint: `${line.origin}/v2025-02-19/pufa/uploads/files/production`,
      headers: { authorization: `Bearer ${at.token}` },
      metadata: { filename: 'film.mp4' },
      chunkSize: MEGABYTE,
      retryDelays: [20, 20, 20, 20],
      onChunkComplete(_size, accepted) {
        if (accepted >= 2 * MEGABYTE && cuts++ === 0) {
          line.cut()
          setTimeout(() => line.mend(), 10)
        }
      },
    })
    await new Promise<void>((done, failed) => {
      Object.assign(upload.options, { onSuccess: () => done(), onError: failed })
      upload.start()
    })
    const location = new URL(upload.url ?? '').pathname
    const { document } = (await (await sender.finish(location)).json()) as { document: { sha256: string } }
    await line.close()
    expect(document.sha256).toBe(sha256(film))
    expect(cuts).toBeGreaterThan(0)
  })

  test('what came of a part that is cut off stays, and a part that hangs gives way to the next question', async () => {
    const film = filmOf(2 * MEGABYTE)
    const location = await sender.begin(film.length)
    const call = httpRequest(at.origin + location, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${at.token}`,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': 0,
        'content-length': film.length,
      },
    })
    const ended = new Promise<void>((done) => call.on('error', () => done()))
    await new Promise<void>((sent) => call.write(film.subarray(0, MEGABYTE), () => sent()))
    // The connection stands still; whoever asks again need not wait for it.
    await expect.poll(() => sender.offset(location)).toBeGreaterThan(0)
    await ended
    const reached = await sender.offset(location)
    expect(reached).toBeLessThanOrEqual(MEGABYTE)
    expect((await sender.part(location, reached, film.subarray(reached))).status).toBe(204)
    const { document } = (await (await sender.finish(location)).json()) as { document: { sha256: string } }
    expect(document.sha256).toBe(sha256(film))
  })

  test('a disk that fills up keeps what was whole, so that the rest can follow once there is room', async () => {
    const film = filmOf(MEGABYTE)
    const location = await sender.begin(film.length)
    await sender.part(location, 0, film.subarray(0, 1000))
    room = 200_000
    const answer = await sender.part(location, 1000, film.subarray(1000))
    expect([answer.status, await codeOf(answer)]).toEqual([507, 'lake.disk-full'])
    room = Infinity
    const reached = await sender.offset(location)
    expect(reached).toBeGreaterThanOrEqual(1000)
    await sender.part(location, reached, film.subarray(reached))
    const { document } = (await (await sender.finish(location)).json()) as { document: { sha256: string } }
    expect(document.sha256).toBe(sha256(film))
  })
})

describe('lies and bounds', () => {
  test.each([
    ['a part that begins where none ended', 5, 10, {}, 409],
    ['a part that reaches beyond the whole', 0, 101, {}, 400],
    ['an offset that is no number', 0, 10, { 'upload-offset': '-1' }, 400],
    ['an offset beyond all numbers', 0, 10, { 'upload-offset': '9'.repeat(30) }, 400],
    ['a body of another kind', 0, 10, { 'content-type': 'text/plain' }, 400],
    ['another version of the protocol', 0, 10, { 'tus-resumable': '0.2.1' }, 412],
  ])('%s is refused and changes nothing', async (_lie, offset, length, headers, status) => {
    const location = await sender.begin(100)
    expect((await sender.part(location, offset, Buffer.alloc(length), headers)).status).toBe(status)
    expect(await sender.offset(location)).toBe(0)
    expect((await sender.finish(location)).status).toBe(400)
    await at.fetch(location, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } })
    expect((await sender.finish(location)).status).toBe(404)
  })

  test.each([
    [{ 'upload-length': '0' }, 400],
    [{ 'upload-length': '1e9' }, 400],
    [{}, 400],
    [{ 'upload-length': String(21 * MEGABYTE) }, 413],
    [{ 'upload-length': '10', 'upload-metadata': 'filename ###' }, 400],
    [{ 'upload-length': '10', 'upload-metadata': 'filename /w==' }, 400],
    [{ 'upload-length': '10', 'upload-metadata': 'filename YQ==,filename Yg==' }, 400],
    [{ 'upload-length': '10', 'upload-metadata': `title ${'A'.repeat(9000)}` }, 400],
  ])('a beginning with the headers %j is answered %i', async (headers, status) => {
    const before = left().length
    expect((await sender.post('files/production', headers)).status).toBe(status)
    expect(left()).toHaveLength(before)
  })

  test('of what is told besides only what a document may hold is kept', () => {
    expect(metadataOf('filename YS5tcDQ=,url aHR0cDovL3g=,_id eA==').toString()).toBe('filename=a.mp4')
  })

  test('to another account an upload does not exist, whoever that is', async () => {
    const location = await sender.begin(10)
    const other = senderOf(at, `Bearer ${at.lake.issueServiceToken('other', 'administrator')}`)
    expect((await other.part(location, 0, Buffer.alloc(10))).status).toBe(404)
    await expect(other.offset(location)).rejects.toThrow('404')
    expect((await other.finish(location)).status).toBe(404)
  })

  test('who may change nothing may send nothing, and a foreign page not in a person’s name', async () => {
    const viewer = senderOf(at, `Bearer ${at.lake.issueServiceToken('viewer', 'viewer')}`)
    expect((await viewer.post('files/production', { 'upload-length': '5' })).status).toBe(403)
    const headers = { cookie: await at.signIn(), origin: 'http://evil.example', 'upload-length': '5' }
    const foreign = await at.fetch('/v1/pufa/uploads/files/production', {
      ...{ method: 'POST', anonymous: true },
      headers: { ...headers, 'tus-resumable': '1.0.0' },
    })
    expect(foreign.status).toBe(403)
  })

  test('one account’s unfinished uploads are bounded, and do not shut out another’s', async () => {
    const own = senderOf(at, `Bearer ${at.lake.issueServiceToken('greedy', 'editor')}`)
    await own.begin(15 * MEGABYTE)
    await own.begin(15 * MEGABYTE)
    const third = await own.post('files/production', { 'upload-length': '1' })
    expect([third.status, await codeOf(third)]).toEqual([429, 'lake.too-many-unfinished'])
    await sender.begin(1000)
  })

  test('what was promised to others is not promised twice, so that the database keeps its room', async () => {
    const before = 40 * MEGABYTE
    free = 64 * MEGABYTE + before
    const refused = await sender.post('files/production', { 'upload-length': String(15 * MEGABYTE) })
    free = Infinity
    expect([refused.status, await codeOf(refused)]).toEqual([507, 'lake.disk-full'])
  })

  test('what nobody goes on with is gone after a day, and no sooner', async () => {
    const location = await sender.begin(100)
    at.clock.advance(DAY_MS - 1000)
    await sender.part(location, 0, Buffer.alloc(1))
    at.clock.advance(DAY_MS - 1000)
    expect(await sender.offset(location)).toBe(1)
    at.clock.advance(2000)
    const next = await sender.begin(1)
    await expect(sender.offset(location)).rejects.toThrow('404')
    expect(left().map((name) => path.parse(name).name)).toEqual(Array(2).fill(path.basename(next)))
  })
})

test('a start takes away what no record names, and goes on with what one does', async () => {
  const folder = newFolder()
  const first = await startLake({}, folder)
  const film = filmOf(MEGABYTE)
  const location = await senderOf(first).begin(film.length)
  await senderOf(first).part(location, 0, film.subarray(0, 700_000))
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  await first.close()
  const bytes = path.join(copy, 'assets', 'parts', `${path.basename(location)}.bytes`)
  // As after a power cut: more in the file than was told as kept, and what belongs to nothing.
  writeFileSync(bytes, Buffer.concat([film.subarray(0, 700_000), Buffer.alloc(5000)]))
  writeFileSync(path.join(path.dirname(bytes), 'stray.bytes'), 'x')
  writeFileSync(path.join(path.dirname(bytes), 'broken.json'), '{"id":')
  const second = await startLake({}, copy)
  try {
    const sending = senderOf(second)
    expect(readdirSync(path.dirname(bytes)).sort()).toEqual(
      [`${path.basename(location)}.bytes`, `${path.basename(location)}.json`].sort(),
    )
    expect(await sending.offset(location)).toBe(700_000)
    await sending.part(location, 700_000, film.subarray(700_000))
    const { document } = (await (await sending.finish(location)).json()) as { document: { sha256: string } }
    expect(document.sha256).toBe(sha256(film))
  } finally {
    await second.close()
  }
})
