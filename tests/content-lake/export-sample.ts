/** @file A dataset with everything that a move must not lose, and how two lakes are held against each other. */
import sharp from 'sharp'
import type { LakeOnPort } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'

const reference = (id: string, more = {}) => ({ _type: 'reference', _ref: id, ...more })

export async function writeSample({ client }: LakeOnPort): Promise<void> {
  const picture = await client.assets.upload('image', await twoHalves(), {
    filename: '红蓝.png',
    title: '两半',
    creditLine: '本局',
  })
  const photograph = await client.assets.upload(
    'image',
    await sharp(await twoHalves())
      .withExif({ IFD0: { Model: 'A camera' } })
      .jpeg()
      .toBuffer(),
    { filename: 'photo.jpg' },
  )
  const film = await client.assets.upload(
    'file',
    Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypisom\0\0\0\0isommp42'),
      Buffer.alloc(3000, 7),
    ]),
    { filename: '宣传片.mp4' },
  )
  await client.assets.upload('file', Buffer.from('无人引用'), { filename: '说明.txt' })
  const crop = { top: 0.1, bottom: 0.1, left: 0, right: 0.2 }
  const image = (id: string) => ({
    _type: 'image',
    asset: reference(id),
    crop: { _type: 'sanity.imageCrop', ...crop },
    hotspot: { _type: 'sanity.imageHotspot', x: 0.3, y: 0.4, width: 0.5, height: 0.5 },
  })
  await client
    .transaction()
    .create({
      _id: 'law',
      _type: 'law',
      title: '民法典',
      cover: image(picture._id),
      _createdAt: '2020-01-02T03:04:05Z',
    })
    .create({
      _id: 'question',
      _type: 'question',
      law: reference('law'),
      maybe: reference('not-yet', { _weak: true }),
      later: reference('unwritten', { _weak: true, _strengthenOnPublish: { type: 'law' } }),
      answer: [
        {
          _key: 'a1',
          _type: 'block',
          style: 'normal',
          markDefs: [{ _key: 'm1', _type: 'link', href: 'https://pufa.example.gov.cn/' }],
          children: [
            {
              _key: 's1',
              _type: 'span',
              text: '可以。“引号”与 \u2028 换行、表情 🙂',
              marks: ['m1', 'strong'],
            },
          ],
        },
        { _key: 'a2', ...image(photograph._id) },
        { _key: 'a3', _type: 'file', asset: reference(film._id) },
      ],
    })
    .create({ _id: 'left', _type: 'page', other: reference('right') })
    .create({ _id: 'right', _type: 'page', other: reference('left'), self: reference('right') })
    .create({ _id: 'behind', _type: 'page', other: reference('left') })
    .create({ _id: 'drafts.law', _type: 'law', title: '民法典（修改中）', cover: image(picture._id) })
    .create({
      _id: 'drafts.new',
      _type: 'law',
      title: '只有草稿',
      attached: { _type: 'file', asset: reference(film._id) },
    })
    .create({ _id: 'versions.r1.law', _type: 'law', title: '批次里的版本' })
    .create({
      _id: 'private.note',
      _type: 'note',
      nothing: null,
      empty: '',
      list: [],
      zero: 0,
      deep: { a: [[1, 2], []] },
    })
    .commit({ autoGenerateArrayKeys: false })
  await client
    .transaction(
      Array.from({ length: 450 }, (_, n) => ({
        create: {
          _id: `many-${String((n * 7919) % 450).padStart(3, '0')}`,
          _type: 'item',
          n,
          before: n === 0 ? undefined : reference(`many-${String(((n - 1) * 7919) % 450).padStart(3, '0')}`),
        },
      })),
    )
    .commit()
}

export interface Contents {
  documents: Record<string, unknown>[]
  /** Path → bytes. */
  files: Record<string, string>
}

const ASSET = /^sanity\.(image|file)Asset$/

/** Every document but for what every write gives anew, and every file as stored. */
export async function contentsOf(at: LakeOnPort): Promise<Contents> {
  const all = await at.client.fetch<Record<string, unknown>[]>('*[] | order(_id)')
  const documents = all.map(({ _rev: _r, _updatedAt: _u, ...document }) => {
    if (!ASSET.test(String(document['_type']))) return document
    // An upload is one of its own, and its address is that of the lake asked.
    const { _createdAt: _c, uploadId: _id, url: _url, ...asset } = document
    return asset
  })
  const files: Record<string, string> = {}
  for (const { path } of documents.filter(({ _type }) => ASSET.test(String(_type))))
    files[String(path)] = Buffer.from(await (await at.fetch(`/${String(path)}`)).arrayBuffer()).toString(
      'base64',
    )
  return { documents, files }
}
