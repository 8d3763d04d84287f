/** @file The texts of a manifest's head: what is signed, and what is compared to tell whether it changed. Pure. */
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestHead } from '../../contracts/manifest.ts'

/**
 * The profile is most of a head and is written once for both.
 * Equal to `canonicalJson` of each.
 */
export function textsOf({
  fallback,
  parts,
  screen,
  zone,
}: Pick<ManifestHead, 'fallback' | 'parts' | 'screen' | 'zone'>) {
  const [from, whole, sign, where] = [fallback, parts, screen, zone].map(canonicalJson)
  const tail = `"screen":${sign},"zone":${where}}`
  return {
    content: `{"fallback":${from},"parts":${whole},${tail}`,
    head: ({ format, issuedAt, leaseUntil, revision }: ManifestHead) =>
      `{"fallback":${from},"format":${format},"issuedAt":${issuedAt},"leaseUntil":${leaseUntil},` +
      `"parts":${whole},"revision":${revision},${tail}`,
  }
}
