/** @file The texts of a manifest's head: what is signed, and what is compared to tell whether it changed. Pure. */
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestHead, ScreenProfile } from '../../contracts/manifest.ts'
import { keeping } from '../compile/keeping.ts'

/** A profile stays one object until something of it changes. */
const screenText = keeping((screen: ScreenProfile) => canonicalJson(screen))
const partsText = keeping((parts: readonly string[]) => canonicalJson(parts))

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
  const from = canonicalJson(fallback)
  const whole = partsText(parts)
  const tail = `"screen":${screenText(screen)},"zone":${canonicalJson(zone)}}`
  return {
    content: `{"fallback":${from},"parts":${whole},${tail}`,
    head: ({ format, issuedAt, leaseUntil, revision }: ManifestHead) =>
      `{"fallback":${from},"format":${format},"issuedAt":${issuedAt},"leaseUntil":${leaseUntil},` +
      `"parts":${whole},"revision":${revision},${tail}`,
  }
}
