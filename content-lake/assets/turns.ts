/**
 * @file Lets those who work on the same thing do so one after another, and others pass.
 *
 * An upload and the sweep take turns by the name of a file: so two uploads of the same bytes make one
 * document, and no file is swept between an upload's look at it and the document made for it.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** @returns what `work` returns, after all that was asked before under the same name has ended */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    this.#last.set(name, mine)
    try {
      return await mine
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name)
    }
  }
}
