/**
 * @file Changes of a form that must not be lost while nothing can be written.
 *
 * While its line is cut Sanity's form refuses every change with an exception; an upload goes on as soon as it
 * can, mostly before the form knows, and its last word is what puts the file into the document. What is
 * refused is kept in order and written once the form takes it.
 */
export class HeldChanges<Change> {
  #held: Change[] = []
  readonly #write: (change: Change) => void
  readonly #isShut: () => boolean

  /**
   * @param write may throw while the form is shut
   * @param isShut as far as is known
   */
  constructor(write: (change: Change) => void, isShut: () => boolean) {
    this.#write = write
    this.#isShut = isShut
  }

  readonly add = (change: Change): void => {
    this.#held.push(change)
    this.flush()
  }

  /** @returns whether nothing is left */
  flush(): boolean {
    while (this.#held.length > 0) {
      const [next] = this.#held
      if (this.#isShut() || next === undefined) return false
      try {
        this.#write(next)
      } catch (error) {
        if (isRefusal(error)) return false
        this.#held.shift()
        throw error
      }
      this.#held.shift()
    }
    return true
  }
}

/** Sanity has no class for it. */
const isRefusal = (error: unknown): boolean => error instanceof Error && /read-only/u.test(error.message)
