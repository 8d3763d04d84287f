/** @file One index: key → the documents that have it, in ascending order of id. */
import type { LakeDocument } from '../../store/document.ts'
import type { IndexDefinition, Key } from '../run/index-name.ts'
import { insertById, removeById } from './by-id.ts'

const NONE: readonly LakeDocument[] = []

export class KeyIndex {
  readonly #definition: IndexDefinition
  readonly #byKey = new Map<Key, LakeDocument[]>()

  /** @param documents in ascending order of id */
  constructor(definition: IndexDefinition, documents: Iterable<LakeDocument>) {
    this.#definition = definition
    for (const document of documents)
      for (const key of definition.keysOf(document)) {
        const known = this.#byKey.get(key)
        if (known) known.push(document)
        else this.#byKey.set(key, [document])
      }
  }

  get(key: Key): readonly LakeDocument[] {
    return this.#byKey.get(key) ?? NONE
  }

  replace(before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    const keysAfter = new Set(after ? this.#definition.keysOf(after) : [])
    for (const key of before ? this.#definition.keysOf(before) : []) {
      const known = this.#byKey.get(key)
      if (!before || !known || keysAfter.has(key)) continue
      removeById(known, before._id)
      if (known.length === 0) this.#byKey.delete(key)
    }
    if (!after) return
    for (const key of keysAfter) {
      const known = this.#byKey.get(key)
      if (known) insertById(known, after)
      else this.#byKey.set(key, [after])
    }
  }
}
