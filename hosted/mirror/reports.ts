/**
 * @file Carries readers' reports from the mirror, where the site writes them, to the service, until it has them.
 *
 * What is still to be carried is known from the mirror alone, so a restart forgets nothing: a report that came
 * back from the service bears the service's revision. Made only if it is not there, so carrying twice is once.
 */
import type { MirrorDoor, MirroredDocument } from '../../contracts/mirror.ts'
import type { Log } from '../../contracts/part.ts'
import type { Service } from '../service/service.ts'

const reportType = 'errorReport'
const retryMs = 5_000
const atOnce = 50

export interface Reports {
  /** Not yet at the service. */
  waiting(): number
  close(): void
}

export function carryReports(parts: { service: Service; door: MirrorDoor; log: Log }): Reports {
  const { service, door, log } = parts
  let timer: NodeJS.Timeout | undefined
  let isCarrying = false
  let isClosed = false

  const waiting = (): MirroredDocument[] => door.ownOfType(reportType).flatMap((id) => door.get(id) ?? [])

  async function carry(): Promise<void> {
    const reports = waiting().slice(0, atOnce)
    if (reports.length === 0) return
    await service.mutate(reports.map(({ _rev, _updatedAt, ...report }) => ({ createIfNotExists: report })))
    const there = await service.documents(reports.map(({ _id }) => _id))
    if (isClosed) return
    // One that an editor has removed in the meantime is gone here too.
    const removed = reports.flatMap(({ _id }, at) => (there[at] ? [] : [_id]))
    door.put(
      there.flatMap((report) => report ?? []),
      removed,
    )
  }

  async function run(): Promise<void> {
    if (isCarrying || isClosed) return
    isCarrying = true
    try {
      while (!isClosed && waiting().length > 0) await carry()
    } catch (error) {
      log.warn({ error: String(error) }, 'readers’ reports wait until the hosted project answers')
      clearTimeout(timer)
      if (!isClosed) timer = setTimeout(() => void run(), retryMs).unref()
    } finally {
      isCarrying = false
    }
  }

  const stop = door.onWritten(() => void run())
  void run()
  return {
    waiting: () => waiting().length,
    close() {
      isClosed = true
      stop()
      clearTimeout(timer)
    },
  }
}
