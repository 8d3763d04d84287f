/**
 * @file The film that was chosen in a form and is still on its way up, so that it can be looked at meanwhile.
 * One a document; the one before is let go.
 */
export interface ChosenFilm {
  file: File
  url: string
  /** Its measures have been written into the form. */
  isFilled: boolean
}

const chosen = new Map<string, ChosenFilm>()
const listeners = new Set<() => void>()

export const publishedId = (id: string): string => id.replace(/^(?:drafts\.|versions\.[^.]+\.)/u, '')

export function choose(id: string, file: File): void {
  const before = chosen.get(id)
  if (before) URL.revokeObjectURL(before.url)
  chosen.set(id, { file, url: URL.createObjectURL(file), isFilled: false })
  for (const listener of listeners) listener()
}

export function letGo(id: string): void {
  const before = chosen.get(id)
  if (!before) return
  URL.revokeObjectURL(before.url)
  chosen.delete(id)
  for (const listener of listeners) listener()
}

export const chosenOf = (id: string): ChosenFilm | null => chosen.get(id) ?? null

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
