/** @file As much of what a screen should show as its player takes, with the words of the manifest's head. */
import { manifestBytesMax, type ManifestHead } from '../../contracts/manifest.ts'
import { keeping } from '../compile/keeping.ts'
import type { CompiledScreen } from '../compile/manifest.ts'
import type { Part } from '../compile/parts.ts'
import { fitted, weightOf } from '../compile/weight.ts'
import { textsOf } from './head-text.ts'
import type { HeldBack } from './held-back.ts'

/** Characters of a head's format, revision and times. */
const stampsMax = 200

export interface Worded {
  compiled: CompiledScreen
  content: Pick<ManifestHead, 'fallback' | 'parts' | 'screen' | 'zone'>
  texts: ReturnType<typeof textsOf>
}

const hashesOf = keeping((parts: readonly Part[]) => parts.map(({ hash }) => hash))

function worded(compiled: CompiledScreen): Worded {
  const content = { ...compiled.head, parts: hashesOf(compiled.parts) }
  return { compiled, content, texts: textsOf(content) }
}

/**
 * The caller holds the transaction.
 * @param before parts of the manifest that the screen has; left out: none since the start
 * @returns `null` when not even the head is taken: the screen then keeps what it has
 */
export function fit(
  made: CompiledScreen,
  before: readonly Part[] | undefined,
  heldBack: HeldBack,
): Worded | null {
  const { id, title } = made.head.screen
  const whole = worded(made)
  const room = manifestBytesMax - whole.texts.content.length - stampsMax
  const weight = weightOf(made.parts)
  if (weight <= room) {
    heldBack.clear(id)
    return whole
  }
  const fits = fitted(made, before ?? heldBack.parts(id), room)
  heldBack.set({ screen: id, title, weight, heldBack: fits.heldBack }, fits.earlier)
  return weightOf(fits.compiled.parts) <= room ? worded(fits.compiled) : null
}
