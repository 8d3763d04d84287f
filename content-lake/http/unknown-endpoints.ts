/** @file Counts calls of endpoints that the lake does not have, within bounded memory. */
const ENDPOINTS_MAX = 500
const LENGTH_MAX = 200
const OTHERS = 'others'

export class UnknownEndpoints {
  readonly #counts = new Map<string, number>()

  add(method: string, pathname: string): void {
    const name = `${method} ${pathname}`.slice(0, LENGTH_MAX)
    const key = this.#counts.has(name) || this.#counts.size < ENDPOINTS_MAX ? name : OTHERS
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  counts(): ReadonlyMap<string, number> {
    return this.#counts
  }
}
