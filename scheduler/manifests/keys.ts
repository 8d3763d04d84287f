/**
 * @file The key that signs manifests: ECDSA P-256, made at the first start, kept in the data folder.
 *
 * Players pin its public half at pairing. Files are readable by their owner alone, are there whole or not
 * at all, and the key is never replaced but by `rotate`: the next key is signed by the present one, and a
 * player that pinned any earlier key is led on, key by key. With a lost key every screen would have to be
 * paired again.
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
import * as v from 'valibot'
import { failLake } from '../../contracts/errors/lake.ts'
import { batchText } from '../../contracts/manifest-batch.ts'
import { rotationText, type SignedManifest } from '../../contracts/manifest.ts'
import { treeOf } from './tree.ts'

/** Of one head among those that were signed together. */
export type Signature = Omit<SignedManifest, 'parts'>

const rotationShape = v.object({
  /** Id of the key that signed. */
  from: v.string(),
  publicKey: v.string(),
  keyId: v.string(),
  signature: v.string(),
})
const rotationsShape = v.array(rotationShape)

/** One step from a key to the next. */
export type Rotation = v.InferOutput<typeof rotationShape>

export interface SigningKey {
  /** SPKI in base64, as WebCrypto imports it. */
  readonly publicKey: string
  readonly keyId: string
  /** Signs the exact bytes of a head (UTF-8). */
  sign(payload: string): Signature
  /** Signs many heads once. @returns what each of them is sent with, in their order */
  signAll(payloads: readonly string[]): Signature[]
  /** Signs with another key from here on. */
  rotate(): void
  /** The steps from a key to the present one, in order; `null` when it was never ours. */
  since(keyId: string): readonly Rotation[] | null
}

interface Pair {
  privateKey: KeyObject
  publicKey: string
  keyId: string
}

/** Whole or not at all, on disk before it is put in place. */
function writeWhole(file: string, text: string | Buffer): void {
  const part = `${file}.part`
  rmSync(part, { force: true })
  writeFileSync(part, text, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(part, file)
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writeWhole(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
}

function readPair(file: string): Pair {
  try {
    const privateKey = createPrivateKey(readFileSync(file))
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 16)
    return { privateKey, publicKey: spki.toString('base64'), keyId }
  } catch (error) {
    throw failLake('lake.database-damaged', { file }, error)
  }
}

function readRotations(file: string): readonly Rotation[] {
  if (!existsSync(file)) return []
  try {
    return v.parse(rotationsShape, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw failLake('lake.database-damaged', { file }, error)
  }
}

const dsaEncoding = 'ieee-p1363'

function signWith({ privateKey: key }: Pair, text: string): string {
  return sign('sha256', Buffer.from(text), { key, dsaEncoding }).toString('base64')
}

/** @throws PufaError `lake.database-damaged` when a file is there and is no key, or no list of rotations */
export function openSigningKey(folder: string): SigningKey {
  const file = join(folder, 'manifest-key.pem')
  const nextFile = join(folder, 'manifest-key.next.pem')
  const rotationsFile = join(folder, 'manifest-keys.json')
  if (!existsSync(file)) makeKey(file)
  let pair = readPair(file)
  let rotations = readRotations(rotationsFile)

  /** A power cut may have come between the signed step and the change of keys. */
  function finishRotation(): void {
    const last = rotations.at(-1)
    if (!last || last.keyId === pair.keyId || !existsSync(nextFile)) return
    const next = readPair(nextFile)
    if (next.keyId !== last.keyId) return
    renameSync(nextFile, file)
    pair = next
  }
  finishRotation()

  function signedOver(payloads: readonly string[]): (payload: string, at: number) => Signature {
    const { root, path } = treeOf(payloads)
    const { keyId } = pair
    const signature = signWith(pair, batchText(root))
    return (payload, at) => ({ payload, path: path(at), signature, keyId })
  }

  return {
    get publicKey() {
      return pair.publicKey
    },
    get keyId() {
      return pair.keyId
    },
    sign: (payload) => signedOver([payload])(payload, 0),
    signAll: (payloads) => (payloads.length === 0 ? [] : payloads.map(signedOver(payloads))),
    rotate() {
      makeKey(nextFile)
      const { publicKey, keyId } = readPair(nextFile)
      const signature = signWith(pair, rotationText(publicKey))
      const steps = [...rotations, { from: pair.keyId, publicKey, keyId, signature }]
      writeWhole(rotationsFile, JSON.stringify(steps))
      rotations = steps
      finishRotation()
    },
    since(keyId) {
      if (keyId === pair.keyId) return []
      const at = rotations.findIndex(({ from }) => from === keyId)
      return at < 0 ? null : rotations.slice(at)
    },
  }
}
