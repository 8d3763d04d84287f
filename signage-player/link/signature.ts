/**
 * @file Checks a manifest before a byte of it is parsed.
 *
 * ECDSA P-256 with SHA-256 over the UTF-8 bytes of the payload, against the key pinned at pairing. A
 * server that was taken over cannot put a word on the screen without the key.
 */
import {
  manifestFormat,
  refusal,
  type Manifest,
  type ManifestRefusal,
  type SignedManifest,
} from '../../contracts/manifest.ts'
import { manifestBytesMax } from '../../contracts/messages.ts'
import type { Pairing } from '../machine.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

export type Verdict =
  | { manifest: Manifest }
  /** `revision` is 0 where the payload was not to be read. */
  | { refused: ManifestRefusal; revision: number }

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

async function signedBy(pairing: Pairing, envelope: SignedManifest, crypto: SubtleCrypto): Promise<boolean> {
  const spki = bytesOf(pairing.publicKey)
  const signature = bytesOf(envelope.signature)
  if (!spki || signature?.length !== 64) return false
  const key = await crypto.importKey('spki', spki, algorithm, false, ['verify'])
  return crypto.verify(signing, key, signature, new TextEncoder().encode(envelope.payload))
}

/**
 * @param held revision that the player plays by, 0 for none
 * @returns the manifest, or why it must not be played
 */
export async function examine(
  envelope: SignedManifest,
  pairing: Pairing,
  held: number,
  crypto: SubtleCrypto,
): Promise<Verdict> {
  if (envelope.keyId !== pairing.keyId) return { refused: 'unknown-key', revision: 0 }
  if (envelope.payload.length > manifestBytesMax) return { refused: 'unknown-format', revision: 0 }
  if (!(await signedBy(pairing, envelope, crypto))) return { refused: 'bad-signature', revision: 0 }
  const manifest = JSON.parse(envelope.payload) as Manifest
  if (manifest.format !== manifestFormat) return { refused: 'unknown-format', revision: 0 }
  const refused = refusal(manifest, pairing.screen, held)
  return refused ? { refused, revision: manifest.revision } : { manifest }
}
