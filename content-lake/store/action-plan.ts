/**
 * @file What the actions of one request have decided so far: mutations, and the documents as they would be.
 *
 * Pure. An action sees what the ones before it in the same request do. Nothing here asks whether an action
 * is allowed: `actions.ts` does, for every id that an action touched.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { isVersionId, type LakeDocument, versionId } from './document.ts'
import type { Sight } from '../access/rights.ts'
import { parseMutations, type ResolvedMutation } from './mutation.ts'
import { withinTime } from '../within-time.ts'
import { applyPatch } from './patch.ts'

const PATCHING_MS_MAX = 5_000

export type Content = Record<string, unknown>
export type Draft = Content & { _type: string }

export class ActionPlan {
  readonly mutations: ResolvedMutation[] = []
  readonly #documents: Sight
  readonly #staged = new Map<string, Content | null>()
  /** Patches are applied only when somebody asks for the document: most requests hold one edit and no more. */
  readonly #patches = new Map<string, Record<string, unknown>[]>()

  constructor(documents: Sight) {
    this.#documents = documents
  }

  current(id: string): Content | null {
    const staged = this.#staged.get(id)
    let document = staged === undefined ? (this.#documents.get(id) ?? null) : staged
    const patches = this.#patches.get(id)
    if (!document || !patches) return document
    const before: Content = document
    // Some paths of patches take quadratic time, here as in the commit.
    document = withinTime(
      PATCHING_MS_MAX,
      () => patches.reduce<Content>((patched, each) => applyPatch(patched as LakeDocument, each), before),
      'lake.patch-too-slow',
    )
    this.#patches.delete(id)
    this.#staged.set(id, document)
    return document
  }

  /** @throws PufaError `lake.document-missing` */
  need(id: string, index: number): Content {
    const document = this.current(id)
    if (!document) throw failLake('lake.document-missing', { index, id })
    return document
  }

  write(kind: 'create' | 'createOrReplace', document: Draft): void {
    this.mutations.push({ kind, document })
    if (typeof document['_id'] === 'string') this.#put(document['_id'], document)
  }

  delete(id: string): void {
    this.mutations.push({ kind: 'delete', ids: [id], byQuery: false })
    this.#put(id, null)
  }

  /** @throws PufaError `lake.malformed-mutation` */
  patch(id: string, operations: Record<string, unknown>): void {
    const [patch] = parseMutations([{ patch: { ...operations, id } }])
    if (patch?.kind !== 'patch') return
    this.mutations.push({ ...patch, ids: [id], byQuery: false })
    const patches = this.#patches.get(id)
    if (patches) patches.push(patch.operations)
    else this.#patches.set(id, [patch.operations])
  }

  /** The versions of a release, ascending: those stored and those that this request makes. */
  idsInRelease(name: string): string[] {
    const prefix = versionId(name, '')
    const stored = this.#documents.idsBeginning(prefix).filter((id) => this.current(id))
    const made = [...this.#staged].flatMap(([id, document]) =>
      document && id.startsWith(prefix) && isVersionId(id) ? [id] : [],
    )
    return [...new Set([...stored, ...made])].sort()
  }

  /** How many stored documents of a type satisfy a condition, as this request would leave them. */
  count(type: string, condition: (document: Content) => boolean): number {
    const ids = new Set(this.#documents.idsOfType(type))
    for (const id of this.#staged.keys()) ids.add(id)
    let count = 0
    for (const id of ids) {
      const document = this.current(id)
      if (document?.['_type'] === type && condition(document)) count++
    }
    return count
  }

  #put(id: string, document: Content | null): void {
    this.#patches.delete(id)
    this.#staged.set(id, document)
  }
}

/** The content under another id; `_createdAt` goes with it, revision and time of change do not. */
export function copyAs(id: string, document: Content): Draft {
  const { _rev: _, _updatedAt: __, ...content } = document as LakeDocument
  return { ...content, _id: id }
}
