/**
 * @file The key that signs manifests: ECDSA P-256, made at the first start, kept in the data folder.
 *
 * Players pin its public half at pairing. The file is readable by its owner alone.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignedManifest } from '../../contracts/manifest.ts'

export interface SigningKey {
  /** SPKI in base64, as WebCrypto imports it. */
  readonly publicKey: string
  readonly keyId: string
  /** Signs the exact bytes of `payload` (UTF-8). */
  sign(payload: string): SignedManifest
}

export function openSigningKey(folder: string): SigningKey {
  const file = join(folder, 'manifest-key.pem')
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx', flush: true })
  }
  const privateKey = createPrivateKey(readFileSync(file))
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 16)
  return {
    publicKey: spki.toString('base64'),
    keyId,
    sign(payload) {
      const signature = sign('sha256', Buffer.from(payload), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return { payload, signature: signature.toString('base64'), keyId }
    },
  }
}
