/** @file Does something once it has been quiet for a while, however often it was asked for. */

export interface Quiet {
  ask(): void
  close(): void
}

/** @param work never rejects; one run at a time, another follows when it was asked for meanwhile */
export function quietly(quietMs: number, work: () => Promise<void>): Quiet {
  let timer: NodeJS.Timeout | null = null
  let state: 'idle' | 'running' | 'asked-again' | 'closed' = 'idle'

  function begin(): void {
    timer = null
    if (state === 'running' || state === 'asked-again') {
      state = 'asked-again'
      return
    }
    if (state === 'closed') return
    state = 'running'
    void work().finally(() => {
      const again = state === 'asked-again'
      if (state !== 'closed') state = 'idle'
      if (again) ask()
    })
  }

  function ask(): void {
    if (state === 'closed' || timer !== null) return
    timer = setTimeout(begin, quietMs)
  }

  return {
    ask,
    close() {
      state = 'closed'
      if (timer !== null) clearTimeout(timer)
    },
  }
}
