/**
 * @file The in-process door of a lake that mirrors what another one has made public.
 *
 * Whoever holds the door decides what may stand in the mirror; the mirror itself judges nothing, and tells its
 * listeners and query workers of every change as of any other commit.
 */

/** A document as the other lake has it: revision and times are that lake's. */
export interface MirroredDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

export interface MirrorDoor {
  /** Id and revision of everything that stands in the mirror. */
  revisions(): ReadonlyMap<string, string>
  get(id: string): MirroredDocument | null
  /** Ids of the documents of this type that were written here and have not come back from the other lake. */
  ownOfType(type: string): string[]
  /** One commit: these stand, those are gone. Nothing changes where both are empty. @throws PufaError of the disk */
  put(documents: readonly MirroredDocument[], removed: readonly string[]): void
  /** Called after each commit that other programs made by the lake's API. @returns stops it */
  onWritten(callback: () => void): () => void
}
