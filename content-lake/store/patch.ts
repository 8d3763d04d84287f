/**
 * @file Applies the operations of one patch to one document, and gives array entries their keys.
 *
 * Pure but for the randomness handed in. `@sanity/mutator` is what the Studio itself applies patches with,
 * so both ends agree on every path. It shares what it does not change: neither result nor input may be
 * written to.
 */
import { Mutation } from '@sanity/mutator'
import { failLake } from '../../contracts/errors/lake.ts'
import { isRecord, type LakeDocument } from './document.ts'

type PatchOptions = ConstructorParameters<typeof Mutation>[0]

/** @throws PufaError `lake.patch-failed` */
export function applyPatch(
  document: LakeDocument,
  operations: Record<string, unknown>,
): Record<string, unknown> {
  try {
    const patch = { mutations: [{ patch: { ...operations, id: document._id } }] } as unknown as PatchOptions
    const patched = new Mutation(patch).apply(document)
    if (!patched) throw new Error('the patch left nothing')
    return patched
  } catch (error) {
    throw failLake('lake.patch-failed', { id: document._id, reason: String(error) }, error)
  }
}

/** Objects in arrays without a `_key` are given one. */
export function withArrayKeys<T>(value: T, makeKey: () => string): T {
  if (Array.isArray(value))
    return value.map((entry: unknown) => {
      const keyed = withArrayKeys(entry, makeKey)
      return isRecord(keyed) && keyed['_key'] === undefined ? { _key: makeKey(), ...keyed } : keyed
    }) as T
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withArrayKeys(member, makeKey)]),
  ) as T
}
