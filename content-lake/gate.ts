/** @file Lets so many run at a time, and so many wait; the next is refused. Pure. */
export class Gate {
  readonly #runningMax: number
  readonly #waitingMax: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(runningMax: number, waitingMax: number) {
    this.#runningMax = runningMax
    this.#waitingMax = waitingMax
  }

  /** @param refuse makes the error when too many wait */
  async pass<T>(work: () => Promise<T>, refuse: () => Error): Promise<T> {
    if (this.#running < this.#runningMax) this.#running++
    else {
      if (this.#waiting.length >= this.#waitingMax) throw refuse()
      await new Promise<void>((go) => this.#waiting.push(go))
    }
    try {
      return await work()
    } finally {
      // The place is handed over, so that no newcomer takes it from one who waits.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
