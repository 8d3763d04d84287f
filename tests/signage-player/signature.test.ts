import { describe, expect, test } from 'vitest'
import { examine } from '../../signage-player/link/signature.ts'
import type { Manifest } from '../../contracts/manifest.ts'
import { signingKey } from './rig/key.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'

const key = signingKey()
const pairing = { screen: 's', token: 't', publicKey: key.publicKey, keyId: key.keyId }
const manifest = manifestOf(
  { plays: [[slogan('a', ['甲']), 5]] },
  { revision: 7, screen: screenOf('s'), now: 0 },
)
const signed = key.sign(manifest)

function verdict(envelope = signed, held = 0) {
  return examine(envelope, pairing, held, globalThis.crypto.subtle)
}

describe('a manifest', () => {
  test('signed by the pinned key it is accepted', async () => {
    expect(await verdict()).toEqual({ manifest })
  })

  test('changed by one character it is refused', async () => {
    const payload = signed.payload.replace('甲', '乙')
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
    expect(await refused({ format: 2 })).toMatchObject({ refused: 'unknown-format' })
  })
})
