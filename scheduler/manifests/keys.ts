/**
 * @file The key that signs manifests: ECDSA P-256, made at the first start, kept in the data folder.
 *
 * Players pin its public half at pairing. The file is readable by its owner alone, is there whole or not
 * at all, and is never replaced: with another key every screen would have to be paired again.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failLake } from '../../contracts/errors/lake.ts'
import type { SignedManifest } from '../../contracts/manifest.ts'

/** Of the exact bytes of a manifest's head. */
export type Signature = Omit<SignedManifest, 'parts'>

export interface SigningKey {
  /** SPKI in base64, as WebCrypto imports it. */
  readonly publicKey: string
  readonly keyId: string
  /** Signs the exact bytes of `payload` (UTF-8). */
  sign(payload: string): Signature
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const part = `${file}.part`
  rmSync(part, { force: true })
  writeFileSync(part, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  renameSync(part, file)
}

function readKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file))
  } catch (error) {
    throw failLake('lake.database-damaged', { file }, error)
  }
}

/** @throws PufaError `lake.database-damaged` when the file is there and is no key */
export function openSigningKey(folder: string): SigningKey {
  const file = join(folder, 'manifest-key.pem')
  if (!existsSync(file)) makeKey(file)
  const privateKey = readKey(file)
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
