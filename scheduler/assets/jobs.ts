/**
 * @file Work in the background: each thing once, a few at a time, tried again after failures with growing
 * pauses, up to a bound.
 */
export interface Work<Want> {
  atOnce: number
  run(want: Want): Promise<void>
  /** What has the smaller number comes first; left out: first come, first served. */
  rank?(want: Want): number
  /**
   * @param failures how often it has failed
   * @returns whether it is tried again
   */
  failed(want: Want, error: unknown, failures: number): boolean
  /** Nothing runs, and nothing waits for its turn. */
  idle?(): void
}

export interface Jobs<Want> {
  /** Does nothing where it waits or runs already. */
  add(key: string, want: Want): void
  waiting(): number
  /** 0: it runs · from 1: its place among those that wait · `null`: it is neither. */
  place(key: string): number | null
  close(): void
}

const retryMsMax = 5 * 60_000

export function jobsOf<Want>({ atOnce, run, rank, failed, idle }: Work<Want>): Jobs<Want> {
  const wanted = new Map<string, { want: Want; failures: number }>()
  const waiting: string[] = []
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<string>()
  let closed = false

  function again(key: string, failures: number): void {
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        waiting.push(key)
        next()
      },
      Math.min(retryMsMax, 1_000 * 2 ** failures),
    )
    timer.unref()
    timers.add(timer)
  }

  const ranksOf = (keys: readonly string[]): number[] =>
    keys.map((key) => {
      const job = wanted.get(key)
      return rank && job ? rank(job.want) : 0
    })

  function take(): string | undefined {
    const ranks = ranksOf(waiting)
    return waiting.splice(ranks.indexOf(Math.min(...ranks)), 1)[0]
  }

  function next(): void {
    while (running.size < atOnce && !closed) {
      const key = waiting.length > 0 ? take() : undefined
      const job = key === undefined ? undefined : wanted.get(key)
      if (key === undefined || !job) return
      running.add(key)
      run(job.want)
        .then(
          () => wanted.delete(key),
          (error: unknown) => {
            if (closed) return
            if (failed(job.want, error, ++job.failures)) again(key, job.failures)
            else wanted.delete(key)
          },
        )
        .finally(() => {
          running.delete(key)
          next()
          if (running.size === 0) idle?.()
        })
    }
  }

  return {
    add(key, want) {
      if (wanted.has(key)) return
      wanted.set(key, { want, failures: 0 })
      waiting.push(key)
      next()
    },
    waiting: () => wanted.size,
    place(key) {
      if (running.has(key)) return 0
      if (!wanted.has(key)) return null
      const at = waiting.indexOf(key)
      // What failed and pauses comes after all that wait.
      if (at === -1) return waiting.length + 1
      const ranks = ranksOf(waiting)
      const own = ranks[at] ?? 0
      return 1 + ranks.filter((each, index) => each < own || (each === own && index < at)).length
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
