/** @file A signing key as the scheduler has it: ECDSA P-256, signatures in IEEE P1363. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { canonicalJson } from '../../../contracts/canonical.ts'
import type { Manifest, SignedManifest } from '../../../contracts/manifest.ts'
import { takeApart } from '../../support/manifests.ts'

export interface SigningKey {
  publicKey: string
  keyId: string
  sign(manifest: Manifest): SignedManifest
}

export function signingKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 16)
  return {
    publicKey: spki.toString('base64'),
    keyId,
    sign(manifest) {
      const { head, parts } = takeApart(manifest)
      const payload = canonicalJson(head)
      const signature = sign('sha256', Buffer.from(payload), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return { payload, signature: signature.toString('base64'), keyId, parts }
    },
  }
}
