/** @file Counts how long things took, in the form that Prometheus reads. Pure. */

/** In seconds; each counts what took at most so long. */
const BOUNDS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export class Histogram {
  readonly #counts = BOUNDS.map(() => 0)
  #sum = 0
  #count = 0

  observe(seconds: number): void {
    this.#sum += seconds
    this.#count++
    for (const [at, bound] of BOUNDS.entries())
      if (seconds <= bound) this.#counts[at] = (this.#counts[at] ?? 0) + 1
  }

  /** @param name ends in its unit: `lake_query_seconds` */
  figures(name: string): Record<string, number> {
    const buckets = BOUNDS.map((bound, at) => [`${name}_bucket{le="${bound}"}`, this.#counts[at] ?? 0])
    return {
      ...(Object.fromEntries(buckets) as Record<string, number>),
      [`${name}_bucket{le="+Inf"}`]: this.#count,
      [`${name}_sum`]: this.#sum,
      [`${name}_count`]: this.#count,
    }
  }
}

/** Counts by one label whose values are known beforehand, so that nobody makes new ones. */
export class Tally<Label extends string> {
  readonly #counts: Map<Label, number>

  constructor(labels: readonly Label[]) {
    this.#counts = new Map(labels.map((label) => [label, 0]))
  }

  add(label: Label): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1)
  }

  figures(name: string, label: string): Record<string, number> {
    return Object.fromEntries(
      [...this.#counts].map(([value, count]) => [`${name}{${label}="${value}"}`, count]),
    )
  }
}
