/** @file The uploads that are under way, for whoever shows them. */
import type { UploadState } from './words.ts'

export interface UploadControls {
  pause(): void
  resume(): void
  /** For good: what has come of it is thrown away. */
  cancel(): void
}

export interface ListedUpload extends UploadControls {
  state: UploadState
}

export class Uploads {
  #listed: readonly ListedUpload[] = []
  #count = 0
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly list = (): readonly ListedUpload[] => this.#listed

  add(state: Omit<UploadState, 'id'>, controls: UploadControls): number {
    const id = ++this.#count
    this.#set([...this.#listed, { ...controls, state: { ...state, id } }])
    return id
  }

  change(id: number, change: Partial<Omit<UploadState, 'id'>>): void {
    this.#set(
      this.#listed.map((listed) =>
        listed.state.id === id ? { ...listed, state: { ...listed.state, ...change } } : listed,
      ),
    )
  }

  remove(id: number): void {
    this.#set(this.#listed.filter(({ state }) => state.id !== id))
  }

  #set(listed: readonly ListedUpload[]): void {
    this.#listed = listed
    for (const listener of this.#listeners) listener()
  }
}

/** Those of this page. */
export const uploads = new Uploads()
