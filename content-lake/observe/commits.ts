/** @file Watches the commits: how long they take, how many wait, how many were refused or not written. */
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Committer } from '../store/commit.ts'
import type { Store } from '../store/store.ts'
import { Histogram, Tally } from './histogram.ts'

const FAILURES = ['refused', 'not_written', 'fault'] as const

export class Commits {
  readonly #seconds = new Histogram()
  readonly #failures = new Tally(FAILURES)
  #waiting = 0

  /** The same committer, timed. A trial (`dryRun`) counts for nothing. */
  watch(committer: Committer): Committer {
    return {
      ...committer,
      commit: (request) => {
        const began = performance.now()
        try {
          const outcome = committer.commit(request)
          if (!request.dryRun) this.#seconds.observe((performance.now() - began) / 1000)
          return outcome
        } catch (error) {
          if (!request.dryRun) this.#failures.add(failureOf(error))
          throw error
        }
      },
    }
  }

  /** The same store; a write counts as waiting while its queries are asked. */
  queue(store: Store): Store {
    return {
      ...store,
      mutate: async (mutations, options) => {
        this.#waiting++
        try {
          return await store.mutate(mutations, options)
        } finally {
          this.#waiting--
        }
      },
    }
  }

  figures(): Record<string, number> {
    return {
      ...this.#seconds.figures('lake_commit_seconds'),
      ...this.#failures.figures('lake_commit_failures_total', 'kind'),
      lake_commits_waiting: this.#waiting,
    }
  }
}

function failureOf(error: unknown): (typeof FAILURES)[number] {
  if (!(error instanceof PufaError)) return 'fault'
  return error.code === 'lake.disk-full' || error.code === 'lake.write-failed' ? 'not_written' : 'refused'
}
