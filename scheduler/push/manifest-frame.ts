/**
 * @file The frame that brings a manifest to a player. A broadcast brings the same parts to thousands of
 * players, so the words of the parts are put in quotes once for all of them.
 */
import type { Signature } from '../manifests/keys.ts'

type Part = Readonly<{ hash: string; text: string }>

const kept = 16

/** @returns a writer whose frames equal `JSON.stringify` of the message */
export function manifestFrames(): (signature: Signature, parts: readonly Part[]) => string {
  const quoted = new Map<string, string>()

  function partsText(parts: readonly Part[]): string {
    const key = parts.map(({ hash }) => hash).join(' ')
    const known = quoted.get(key)
    if (known !== undefined) return known
    const text = JSON.stringify(Object.fromEntries(parts.map(({ hash, text: words }) => [hash, words])))
    if (quoted.size >= kept) quoted.clear()
    quoted.set(key, text)
    return text
  }

  return (signature, parts) => {
    const { payload, path, keyId } = signature
    // Base64 and hex stand in quotes as they are.
    return (
      `{"type":"manifest","payload":${JSON.stringify(payload)},"path":"${path}",` +
      `"signature":"${signature.signature}","keyId":"${keyId}","parts":${partsText(parts)}}`
    )
  }
}
