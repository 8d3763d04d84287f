/**
 * @file One signature for a batch of manifests: a Merkle tree over their heads (RFC 6962, section 2.1).
 *
 * A leaf is SHA-256(0x00 ‖ head), a node SHA-256(0x01 ‖ left ‖ right), so that neither can stand for the
 * other; a node without a neighbour goes up as it is. Signed is a text of the root that nothing else is
 * signed as. With each head goes its path: its neighbours from the leaf up, 33 bytes each, the side on
 * which the neighbour stands (0 left, 1 right) before its hash. A manifest that is signed alone is a batch
 * of one: its path is empty, and it is checked like any other.
 */

type Bytes = Uint8Array<ArrayBuffer>

const hashBytes = 32
export const stepBytes = 1 + hashBytes
/** A tree of more leaves than there could be screens. */
export const stepsMax = 32

/** In UTF-8, what a leaf is the hash of. @param head its exact text */
export const leafText = (head: string): string => `\0${head}`

/** What a node is the hash of. */
export function nodeBytes(left: Uint8Array, right: Uint8Array): Bytes {
  const bytes = new Uint8Array(1 + 2 * hashBytes)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, stepBytes)
  return bytes
}

/** What is signed for all heads beneath this root. */
export const batchText = (root: Uint8Array): string => `pufa manifests\n${btoa(String.fromCharCode(...root))}`

/**
 * @param head its exact text
 * @returns the root that this path leads to from this head; `null` when it is no path
 */
export async function rootOf(
  head: string,
  path: Uint8Array,
  sha256: (bytes: Bytes) => Promise<Uint8Array>,
): Promise<Uint8Array | null> {
  if (path.length > stepBytes * stepsMax) return null
  let node = await sha256(new TextEncoder().encode(leafText(head)))
  for (let at = 0; at < path.length; at += stepBytes) {
    const side = path[at] ?? 0
    const neighbour = path.subarray(at + 1, at + stepBytes)
    if (side > 1 || neighbour.length < hashBytes) return null
    node = await sha256(side ? nodeBytes(node, neighbour) : nodeBytes(neighbour, node))
  }
  return node
}
