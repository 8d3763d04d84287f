/** @file The archive itself: what is packed comes out again, and what a stranger packed stays in its folder. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { packTar, type TarHeader } from 'modern-tar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pack } from '../../scripts/dataset/pack.ts'
import { unpack } from '../../scripts/dataset/unpack.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pufa-archive-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fileNamed(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

async function packed(entries: Record<string, string | Buffer>): Promise<string> {
  const file = path.join(folder, 'packed.tar.gz')
  await pack(file, new Date(0), async (add) => {
    for (const [name, content] of Object.entries(entries)) await add(name, fileNamed('entry', content))
  })
  return file
}

test('names and bytes come out as they went in: long, Chinese, empty, a block exactly, larger than a buffer', async () => {
  const held = {
    'data.ndjson': '{}',
    [`files/${'长'.repeat(60)}.txt`]: 'a',
    'files/empty.txt': '',
    'files/block.bin': Buffer.alloc(512, 1),
    'images/large.png': Buffer.alloc(3_000_001, 2),
  }
  const archive = await unpack(
    await packed(Object.fromEntries(Object.entries(held).map(([name, bytes]) => [`x/${name}`, bytes]))),
  )
  expect([...archive.files.keys()]).toEqual(Object.keys(held))
  for (const [name, bytes] of Object.entries(held))
    expect(readFileSync(archive.files.get(name) ?? '').equals(Buffer.from(bytes)), name).toBe(true)
  await archive.remove()
})

test('links, devices and absolute names are passed over: they would lead out of the folder', async () => {
  const bodyless = (
    name: string,
    type: NonNullable<TarHeader['type']>,
    linkname: string,
  ): { header: TarHeader } => ({
    header: { name, size: 0, type, linkname },
  })
  const file = (name: string) => ({ header: { name, size: 2 }, body: '{}' })
  const bare = await packTar([
    file('x/data.ndjson'),
    bodyless('x/images/soft.png', 'symlink', '/etc/hostname'),
    bodyless('x/images/hard.png', 'link', 'x/data.ndjson'),
    bodyless('x/files', 'symlink', folder),
    bodyless('x/images/pipe.png', 'fifo', ''),
    file('/files/absolute.txt'),
    file('x/files/../up.txt'),
    file('x/files/.'),
    file('x/files/kept.txt'),
  ])
  const archive = await unpack(fileNamed('links.tar.gz', gzipSync(bare)))
  expect([...archive.files.keys()]).toEqual(['data.ndjson', 'files/kept.txt'])
  expect(readdirSync(path.dirname(archive.documents), { recursive: true }).toSorted()).toEqual(
    ['data.ndjson', 'files', 'files/kept.txt', 'images'].toSorted(),
  )
  expect(readdirSync(folder)).toEqual(['links.tar.gz'])
  await archive.remove()
})

test('one byte changed in a header, or the end cut off between two entries, and all of it is refused', async () => {
  const bare = gunzipSync(readFileSync(await packed({ 'x/data.ndjson': '{}', 'x/images/a': 'a' })))
  const changed = Buffer.from(bare)
  changed.write('y', bare.indexOf('x/images/a'))
  const cut = bare.subarray(0, 4 * 512)
  for (const [name, bytes] of Object.entries({ changed, cut }))
    await expect(unpack(fileNamed(`${name}.tar`, bytes)), name).rejects.toThrow('不完整或已损坏')
})

test('a full disk is told as that, and not as what failed because of it', async () => {
  const source = fileNamed('entry', Buffer.alloc(100_000, 'a'))
  await expect(pack('/dev/full', new Date(0), (add) => add('x/a', source))).rejects.toThrow('ENOSPC')
})

test('what fails while entries are added ends the packing with its own reason', async () => {
  const file = path.join(folder, 'failed.tar.gz')
  const none = path.join(folder, 'none')
  await expect(pack(file, new Date(0), (add) => add('x/a', none))).rejects.toThrow('ENOENT')
})
