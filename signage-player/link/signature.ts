/**
 * @file Checks a manifest before a byte of it is parsed, and puts it together.
 *
 * ECDSA P-256 with SHA-256 over the root of the heads that were signed together, against the key pinned at
 * pairing; the root follows from the exact bytes of the head that came and its path. Each part by its hash,
 * which the head names. A server that was taken over cannot put a word on the screen without the key.
 */
import { batchText, rootOf } from '../../contracts/manifest-batch.ts'
import {
  assemble,
  manifestBytesMax,
  manifestFormat,
  refusal,
  type Manifest,
  type ManifestHead,
  type ManifestPart,
  type ManifestRefusal,
  type SignedManifest,
} from '../../contracts/manifest.ts'
import type { Pairing } from '../machine.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

export type Parts = SignedManifest['parts']

export type Verdict =
  /** `parts` are those that the head names, and no others. */
  | { manifest: Manifest; parts: Parts }
  /** Good as far as it goes; these parts must be asked for. */
  | { lacking: readonly string[]; revision: number; parts: Parts }
  /** `revision` is 0 where the payload was not to be read. */
  | { refused: ManifestRefusal; revision: number }

export interface Crypto {
  subtle: SubtleCrypto
  /** Lower-case hex. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Whether the pinned key has signed these bytes. */
export async function isSigned(
  text: string,
  signature: string,
  pairing: Pairing,
  { subtle }: Crypto,
): Promise<boolean> {
  const spki = bytesOf(pairing.publicKey)
  const bytes = bytesOf(signature)
  if (!spki || bytes?.length !== 64) return false
  const key = await subtle.importKey('spki', spki, algorithm, false, ['verify'])
  return subtle.verify(signing, key, bytes, new TextEncoder().encode(text))
}

/** Whether the pinned key has signed this head, alone or among others. */
async function isVouchedFor(
  { payload, path, signature }: SignedManifest,
  pairing: Pairing,
  crypto: Crypto,
): Promise<boolean> {
  const steps = bytesOf(path)
  const digest = async (bytes: BufferSource) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const root = steps && (await rootOf(payload, steps, digest))
  return !!root && isSigned(batchText(root), signature, pairing, crypto)
}

/** @returns first 16 hex digits of the sha256 of a key in SPKI form; `null` when it is no base64 */
export async function keyIdOf(publicKey: string, { sha256 }: Crypto): Promise<string | null> {
  const spki = bytesOf(publicKey)
  return spki && (await sha256(spki)).slice(0, 16)
}

/**
 * @param held revision that the player plays by, 0 for none
 * @param kept parts that came earlier, by hash; what comes with the envelope wins
 * @returns the manifest, what it lacks, or why it must not be played
 */
export async function examine(
  envelope: SignedManifest,
  pairing: Pairing,
  held: number,
  kept: Parts,
  crypto: Crypto,
): Promise<Verdict> {
  const { payload, keyId } = envelope
  if (keyId !== pairing.keyId) return { refused: 'unknown-key', revision: 0 }
  const given = { ...kept, ...envelope.parts }
  const lengthOf = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + text.length, payload.length)
  if (lengthOf(Object.values(envelope.parts)) > manifestBytesMax)
    return { refused: 'unknown-format', revision: 0 }
  if (!(await isVouchedFor(envelope, pairing, crypto))) return { refused: 'bad-signature', revision: 0 }
  const head = JSON.parse(payload) as ManifestHead
  const { revision } = head
  if (head.format !== manifestFormat) return { refused: 'unknown-format', revision: 0 }
  const refused = refusal(head, pairing.screen, held)
  if (refused) return { refused, revision }
  const parts: Record<string, string> = {}
  const lacking: string[] = []
  for (const hash of head.parts) {
    const text = given[hash]
    if (text === undefined) lacking.push(hash)
    else if ((await crypto.sha256(new TextEncoder().encode(text))) === hash) parts[hash] = text
    else if (envelope.parts[hash] === undefined) lacking.push(hash)
    else return { refused: 'bad-part', revision }
  }
  if (lengthOf(Object.values(parts)) > manifestBytesMax) return { refused: 'unknown-format', revision }
  if (lacking.length > 0) return { lacking, revision, parts }
  const read = head.parts.map((hash) => JSON.parse(parts[hash] ?? '{}') as ManifestPart)
  return { manifest: assemble(head, read), parts }
}
