/**
 * @file The text that an approval is bound to: everything of a content that somebody wrote, and the digests
 * of its pictures and files. Pure; who asks hashes it.
 *
 * Canonical JSON (RFC 8785), without what a lake writes by itself and without the place where the copy stands
 * (draft, release, published): the same words give the same text wherever they are, one byte more another.
 */
import { canonicalJson } from '../canonical.ts'

type Content = Readonly<Record<string, unknown>>

/** `_system` says what a version began from. */
const ownOfLake: ReadonlySet<string> = new Set(['_id', '_rev', '_createdAt', '_updatedAt', '_system'])
const assetId = /^(?:image|file)-[0-9a-f]{40}-/

/** Weak until it is published, which publishing makes strong: the same reference. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled)
  if (typeof value !== 'object' || value === null) return value
  const record = value as Content
  const strengthens = '_strengthenOnPublish' in record
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !(strengthens && (key === '_weak' || key === '_strengthenOnPublish')))
      .map(([key, member]) => [key, settled(member)]),
  )
}

function assetsIn(value: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const member of value) assetsIn(member, found)
  else if (typeof value === 'object' && value !== null) {
    const { _ref } = value as Content
    if (typeof _ref === 'string' && assetId.test(_ref)) found.add(_ref)
    for (const member of Object.values(value)) assetsIn(member, found)
  }
  return found
}

/** What stands for an asset's bytes. @param asset its document; undefined: not there @param id its own */
export const digestOfAsset = (asset: Content | undefined, id: string): string =>
  String(asset?.['sha256'] ?? asset?.['sha1hash'] ?? id)

/** Ids of the pictures and files that a content shows. */
export const assetsOf = (document: Content): string[] => [...assetsIn(document, new Set())]

/**
 * @param publishedId what approves one content approves no other
 * @param digestOf sha256 of an asset's bytes by its id, or whatever the lake has instead; null: unknown
 */
export function reviewedText(
  publishedId: string,
  document: Content,
  digestOf: (asset: string) => string | null,
): string {
  const own = Object.fromEntries(Object.entries(document).filter(([key]) => !ownOfLake.has(key)))
  const assets = Object.fromEntries([...assetsIn(own, new Set())].map((id) => [id, digestOf(id)]))
  return canonicalJson({ id: publishedId, content: settled(own), assets })
}
