import { describe, expect, test } from 'vitest'
import { examine } from '../../signage-player/link/signature.ts'
import type { Manifest, SignedManifest } from '../../contracts/manifest.ts'
import { hashText } from '../support/manifests.ts'
import { signingKey } from './rig/key.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'

const key = signingKey()
const pairing = { screen: 's', token: 't', publicKey: key.publicKey, keyId: key.keyId }
const manifest = manifestOf(
  { plays: [[slogan('a', ['甲']), 5]] },
  { revision: 7, screen: screenOf('s'), now: 0 },
)
const signed = key.sign(manifest)

const world = {
  subtle: globalThis.crypto.subtle,
  sha256: (bytes: Uint8Array) => hashText(new TextDecoder().decode(bytes)),
}

function verdict(envelope = signed, held = 0, kept: SignedManifest['parts'] = {}) {
  return examine(envelope, pairing, held, kept, world)
}

describe('a manifest', () => {
  test('signed by the pinned key it is accepted', async () => {
    expect(await verdict()).toEqual({ manifest, parts: signed.parts })
  })

  test('changed by one character it is refused', async () => {
    const payload = signed.payload.replace('村口屏', '村尾屏')
    expect(payload).not.toBe(signed.payload)
    expect(await verdict({ ...signed, payload })).toEqual({ refused: 'bad-signature', revision: 0 })
  })

  test('signed by another key it is refused, also under the name of the pinned one', async () => {
    const other = signingKey().sign(manifest)
    expect(await verdict(other)).toEqual({ refused: 'unknown-key', revision: 0 })
    expect(await verdict({ ...other, keyId: key.keyId })).toEqual({ refused: 'bad-signature', revision: 0 })
  })

  test.each(['', '!', 'AAAA'])('a signature that is none is refused: %o', async (signature) => {
    expect(await verdict({ ...signed, signature })).toMatchObject({ refused: 'bad-signature' })
  })

  test('what is not signed is never parsed: a broken payload is a bad signature, not an error', async () => {
    expect(await verdict({ ...signed, payload: '{' })).toMatchObject({ refused: 'bad-signature' })
  })

  test('for another screen, of an older revision or of another format it is refused', async () => {
    const refused = async (changes: object, held = 0) =>
      verdict(key.sign({ ...manifest, ...changes } as Manifest), held)
    expect(await refused({ screen: screenOf('other') })).toEqual({ refused: 'other-screen', revision: 7 })
    expect(await refused({ revision: 6 }, 7)).toEqual({ refused: 'older-revision', revision: 6 })
    expect(await refused({ format: 1 })).toMatchObject({ refused: 'unknown-format' })
  })
})

describe('a manifest that was signed among others', () => {
  const others = ['t', 'u', 'v', 'w'].map((id) => ({ ...manifest, screen: screenOf(id) }))
  const batch = key.signAll([manifest, ...others])
  const [ours, theirs] = batch as [SignedManifest, SignedManifest]
  const stepBytes = 33
  const bytesOf = (path: string) => new Uint8Array(Buffer.from(path, 'base64'))
  const withPath = (path: Uint8Array) => ({ ...ours, path: Buffer.from(path).toString('base64') })
  const bad = { refused: 'bad-signature', revision: 0 }

  test('is accepted, whatever its place, by the one signature of all', async () => {
    expect(new Set(batch.map(({ signature }) => signature)).size).toBe(1)
    expect(await verdict(ours)).toEqual({ manifest, parts: ours.parts })
    const last = key.signAll([...others, manifest]).at(-1)
    expect(await verdict(last)).toEqual({ manifest, parts: ours.parts })
  })

  test('is still refused on another screen, and where a later one is held', async () => {
    expect(await verdict(theirs)).toEqual({ refused: 'other-screen', revision: 7 })
    expect(await verdict(ours, 8)).toEqual({ refused: 'older-revision', revision: 7 })
  })

  test('changed by one character it is refused: its path leads elsewhere', async () => {
    expect(await verdict({ ...ours, payload: ours.payload.replace('村口屏', '村尾屏') })).toEqual(bad)
    expect(await verdict({ ...ours, payload: theirs.payload })).toEqual(bad)
  })

  test('with a path that was changed, in each of its steps, it is refused', async () => {
    const path = bytesOf(ours.path)
    expect(path.length).toBe(3 * stepBytes)
    for (let at = 0; at < path.length; at += stepBytes) {
      expect(await verdict(withPath(path.with(at, 0)))).toEqual(bad)
      expect(await verdict(withPath(path.with(at + 32, (path[at + 32] ?? 0) ^ 1)))).toEqual(bad)
    }
  })

  test('with a path that is too long, or none at all, it is refused and nothing else is thrown', async () => {
    expect(await verdict(withPath(new Uint8Array(33 * stepBytes)))).toEqual(bad)
    expect(await verdict(withPath(bytesOf(ours.path).subarray(1)))).toEqual(bad)
    expect(await verdict({ ...ours, path: '!' })).toEqual(bad)
    const { path: _path, ...without } = ours
    expect(await verdict(without as SignedManifest)).toEqual(bad)
  })

  test('with the path of its place in another batch it is refused', async () => {
    const more = { ...manifest, screen: screenOf('x') }
    const [again] = key.signAll([manifest, more, ...others.slice(1)])
    expect(again?.path).not.toBe(ours.path)
    expect(await verdict(again)).toHaveProperty('manifest')
    expect(await verdict({ ...ours, path: again?.path ?? '' })).toEqual(bad)
  })

  test('cannot pass for one that was signed alone, nor the other way round', async () => {
    expect(signed.path).toBe('')
    expect(await verdict({ ...ours, path: '' })).toEqual(bad)
    expect(await verdict({ ...signed, path: ours.path })).toEqual(bad)
  })

  test('the node above it is not a manifest: what it is made of, given as a head, leads elsewhere', async () => {
    const payload = Buffer.from(bytesOf(ours.path).subarray(0, stepBytes)).toString('latin1')
    const path = bytesOf(ours.path).subarray(stepBytes)
    expect(await verdict({ ...withPath(path), payload })).toEqual(bad)
  })

  test('a signature over the head alone, or over a key, is none over a batch', async () => {
    expect(await verdict({ ...signed, signature: key.signText(signed.payload) })).toEqual(bad)
    const { signature } = key.trust(signingKey())
    expect(await verdict({ ...signed, signature })).toEqual(bad)
  })
})

describe('the parts that a head names', () => {
  const hashes = Object.keys(signed.parts)
  const last = hashes.at(-1) ?? ''
  const without = Object.fromEntries(Object.entries(signed.parts).filter(([hash]) => hash !== last))

  test('are taken from those that came earlier, so that a change sends only what changed', async () => {
    expect(await verdict({ ...signed, parts: {} }, 0, signed.parts)).toEqual({
      manifest,
      parts: signed.parts,
    })
  })

  test('are asked for where neither the frame nor the store has them', async () => {
    expect(await verdict({ ...signed, parts: without })).toEqual({
      lacking: [last],
      revision: 7,
      parts: without,
    })
  })

  test('with other words than their hash says are refused, although the head is signed', async () => {
    const changed = (signed.parts[last] ?? '').replace('甲', '乙')
    expect(changed).not.toBe(signed.parts[last])
    expect(await verdict({ ...signed, parts: { ...without, [last]: changed } })).toEqual({
      refused: 'bad-part',
      revision: 7,
    })
  })

  test('that went bad in the store are asked for anew, for the server’s are not to blame', async () => {
    const kept = { ...signed.parts, [last]: 'damaged' }
    expect(await verdict({ ...signed, parts: {} }, 0, kept)).toMatchObject({ lacking: [last] })
  })

  test('that no head names are left behind, so that a server cannot fill a player’s store', async () => {
    const more = { ...signed.parts, ['0'.repeat(64)]: '{}' }
    expect(await verdict({ ...signed, parts: more })).toEqual({ manifest, parts: signed.parts })
  })
})
