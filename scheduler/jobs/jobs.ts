/**
 * @file What happens by the clock. node-cron is only the nudge: what to do is always computed from the
 * clock, so a tick that is missed, doubled or late changes nothing but the moment.
 */
import { schedule, type ScheduledTask } from 'node-cron'
import { defaultZone } from '../../contracts/schedule/index.ts'
import type { Log } from '../../contracts/part.ts'

export interface JobParts {
  log: Log
  /** Renews leases and tables that the date moves; cheap when nothing changed. */
  refreshAll(): void
  /** Takes orders that have ended out of the manifests. */
  endOrders(): void
  /** Drops what is too old to be kept. */
  keepHouse(): void
}

interface Job {
  name: string
  cron: string
  run(parts: JobParts): void
}

const jobs: readonly Job[] = [
  { name: 'renew-manifests', cron: '1 0 * * *', run: (parts) => parts.refreshAll() },
  { name: 'keep-house', cron: '17 3 * * *', run: (parts) => parts.keepHouse() },
  { name: 'end-orders', cron: '* * * * *', run: (parts) => parts.endOrders() },
  { name: 'check-manifests', cron: '*/10 * * * *', run: (parts) => parts.refreshAll() },
]

export function startJobs(parts: JobParts): { close(): Promise<void> } {
  const tasks: ScheduledTask[] = jobs.map(({ name, cron, run }) =>
    schedule(
      cron,
      () => {
        try {
          run(parts)
        } catch (error) {
          parts.log.error({ job: name, error: String(error) }, 'a job failed')
        }
      },
      { name, timezone: defaultZone, noOverlap: true, unref: true },
    ),
  )
  return {
    async close() {
      for (const task of tasks) await task.destroy()
    },
  }
}
