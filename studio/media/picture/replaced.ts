/**
 * @file What else changes in a picture's field when another picture takes its place. Pure.
 *
 * Whoever puts a picture in has to look at it once more: the tick of the one before says nothing of it.
 */
import { PatchEvent, set, type FormPatch } from 'sanity'

interface Held {
  asset?: { _ref?: string }
}

type Change = FormPatch | FormPatch[] | PatchEvent

const refOf = (value: unknown): string | undefined => (value as { _ref?: string } | undefined)?._ref

/** @returns the asset that these patches put in; `undefined`: none */
function placedBy(patches: readonly FormPatch[]): string | undefined {
  for (const patch of patches) {
    if (patch.type !== 'set' && patch.type !== 'setIfMissing') continue
    if (patch.path.length === 1 && patch.path[0] === 'asset') return refOf(patch.value)
    if (patch.path.length === 2 && patch.path[0] === 'asset' && patch.path[1] === '_ref')
      return typeof patch.value === 'string' ? patch.value : undefined
    if (patch.path.length === 0) {
      const ref = refOf((patch.value as Held | undefined)?.asset)
      if (ref !== undefined) return ref
    }
  }
  return undefined
}

/** @param held what the field holds now */
export function askedAnew(change: Change, held: Held | undefined): PatchEvent {
  const event = PatchEvent.from(change)
  const placed = placedBy(event.patches)
  if (placed === undefined || placed === held?.asset?._ref) return event
  return event.append(set(false, ['privacyChecked']))
}
