/** @file One signature for many manifests: the tree that both ends build, held against RFC 6962. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  batchText,
  leafText,
  nodeBytes,
  rootOf,
  stepBytes,
  stepsMax,
} from '../../contracts/manifest-batch.ts'
import { rotationText } from '../../contracts/manifest.ts'
import { treeOf } from '../../scheduler/manifests/tree.ts'

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString('hex') : null)
const pathBytes = (path: string) => new Uint8Array(Buffer.from(path, 'base64'))
const reached = async (head: string, path: Uint8Array) => hex(await rootOf(head, path, sha256))
const heads = (count: number) => Array.from({ length: count }, (_, at) => `{"screen":"屏幕${at}"}`)

/** The leaves and roots by which implementations of Certificate Transparency are tested. */
const leaves = ['', '\0', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test.each(roots.map((root, at) => [at, root] as const))(
  'the root over %i leaves is that of RFC 6962, an odd one going up as it is',
  (count, root) => {
    expect(hex(treeOf(leaves.slice(0, count)).root)).toBe(root)
  },
)

test.each([1, 2, 3, 5, 64, 255, 256])(
  'every path of a batch of %i leads to its root, and no two heads share one',
  async (count) => {
    const { root, path } = treeOf(heads(count))
    const ways = heads(count).map((_, at) => path(at))
    expect(new Set(ways).size).toBe(count)
    for (const [at, head] of heads(count).entries())
      expect(await reached(head, pathBytes(ways[at] ?? ''))).toBe(hex(root))
  },
)

test('a batch of one has an empty path, so that what is signed alone is checked like all else', () => {
  expect(treeOf(heads(1)).path(0)).toBe('')
})

describe('a path leads elsewhere, or nowhere,', () => {
  const { root, path } = treeOf(heads(5))
  const [head = ''] = heads(1)
  const good = pathBytes(path(0))
  const changed = (at: number, byte: number) => good.with(at, byte) as Uint8Array<ArrayBuffer>

  test('with a neighbour changed, or on the other side', async () => {
    expect(await reached(head, good)).toBe(hex(root))
    expect(await reached(head, changed(1, (good[1] ?? 0) ^ 1))).not.toBe(hex(root))
    expect(await reached(head, changed(0, 0))).not.toBe(hex(root))
  })

  test('for another head of the same batch, which has a way of its own', async () => {
    expect(await reached(heads(2)[1] ?? '', good)).not.toBe(hex(root))
  })

  test('cut off, or empty: the leaf is no root', async () => {
    expect(await reached(head, good.subarray(0, -stepBytes))).not.toBe(hex(root))
    expect(await reached(head, new Uint8Array())).not.toBe(hex(root))
  })

  test('with a piece of a step, or a side that is none, so that each head has one way only', async () => {
    expect(await reached(head, good.subarray(0, -1))).toBeNull()
    expect(await reached(head, new Uint8Array([...good, 0]))).toBeNull()
    expect(await reached(head, changed(0, 2))).toBeNull()
  })

  test('longer than any tree is high, before anything is hashed', async () => {
    let hashed = 0
    const counting = (bytes: Uint8Array) => (hashed++, sha256(bytes))
    expect(await rootOf(head, new Uint8Array(stepBytes * stepsMax), counting)).not.toBeNull()
    expect(hashed).toBe(stepsMax + 1)
    hashed = 0
    expect(await rootOf(head, new Uint8Array(stepBytes * (stepsMax + 1)), counting)).toBeNull()
    expect(hashed).toBe(0)
  })
})

describe('leaf and node are told apart by their first byte', () => {
  test('a head that says what a node is made of is no node, so that no tree has room for a made-up head', async () => {
    const hashOf = (text: string) => createHash('sha256').update(leafText(text)).digest()
    const [left, right] = [hashOf('a'), hashOf('b')]
    const node = await sha256(nodeBytes(left, right))
    // The text whose bytes are those of the node, with and without the first: also as a leaf it is another.
    for (const bytes of [nodeBytes(left, right), nodeBytes(left, right).subarray(1)]) {
      const leaf = createHash('sha256')
        .update(Uint8Array.of(0, ...bytes))
        .digest()
      expect(hex(leaf)).not.toBe(hex(node))
    }
    expect(leafText('a').charCodeAt(0)).toBe(0)
    expect(nodeBytes(left, right)[0]).toBe(1)
  })
})

test('what is signed for a batch is no text that anything else is signed as', () => {
  const root = createHash('sha256').update('root').digest()
  expect(batchText(root)).toBe(`pufa manifests\n${root.toString('base64')}`)
  // A key's text begins otherwise, whatever the key; a head by itself begins with a brace.
  expect(rotationText(batchText(root)).startsWith('pufa signing key\n')).toBe(true)
  expect(batchText(root)).not.toMatch(/^(?:pufa signing key\n|\{)/)
})
