/** @file A signing key as the scheduler has it: ECDSA P-256, signatures in IEEE P1363. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { canonicalJson } from '../../../contracts/canonical.ts'
import { batchText } from '../../../contracts/manifest-batch.ts'
import { rotationText, type Manifest, type SignedManifest } from '../../../contracts/manifest.ts'
import type { ServerMessage } from '../../../contracts/messages.ts'
import { treeOf } from '../../../scheduler/manifests/tree.ts'
import { takeApart } from '../../support/manifests.ts'

export interface SigningKey {
  publicKey: string
  keyId: string
  sign(manifest: Manifest): SignedManifest
  /** All of them by one signature. */
  signAll(manifests: readonly Manifest[]): SignedManifest[]
  /** Signs a text as it stands. */
  signText(text: string): string
  /** Hands its trust on to another key. */
  trust(next: SigningKey): Extract<ServerMessage, { type: 'trust' }>
}

export function signingKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 16)
  const signatureOf = (text: string): string =>
    sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64')
  const signAll = (manifests: readonly Manifest[]): SignedManifest[] => {
    const apart = manifests.map(takeApart).map(({ head, parts }) => ({ payload: canonicalJson(head), parts }))
    const { root, path } = treeOf(apart.map(({ payload }) => payload))
    const signature = signatureOf(batchText(root))
    return apart.map(({ payload, parts }, at) => ({ payload, path: path(at), signature, keyId, parts }))
  }
  return {
    publicKey: spki.toString('base64'),
    keyId,
    sign(manifest) {
      const [signed] = signAll([manifest])
      if (!signed) throw new Error('nothing was signed')
      return signed
    },
    signAll,
    signText: signatureOf,
    trust: (next) => ({
      type: 'trust',
      publicKey: next.publicKey,
      keyId: next.keyId,
      signature: signatureOf(rotationText(next.publicKey)),
    }),
  }
}
