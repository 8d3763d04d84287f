/** @file Many steps of one sort, some at a time, each by itself: what fails is told and stops no other. Pure. */
import { reasonOf } from './reasons.ts'

export interface Failure<Item> {
  item: Item
  reason: string
}

export interface Progress<Item> {
  done: number
  failures: readonly Failure<Item>[]
}

/** The lake judges one after the other; more at a time would only wait there. */
const atOnce = 4

/**
 * @param work rejects with an error whose message says why, in Chinese
 * @param tell after each one; `done` counts the failed ones too
 * @param signal ends it before the next one; those under way are waited for
 */
export async function runAll<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  tell: (progress: Progress<Item>) => void,
  signal: AbortSignal,
): Promise<Progress<Item>> {
  const queue = [...items]
  let progress: Progress<Item> = { done: 0, failures: [] }
  const finish = (failure: Failure<Item> | null) => {
    const failures = failure ? [...progress.failures, failure] : progress.failures
    progress = { done: progress.done + 1, failures }
    tell(progress)
  }
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && !signal.aborted; item = queue.shift()) {
      const own = item
      await work(own).then(
        () => finish(null),
        (error: unknown) => finish({ item: own, reason: reasonOf(error) }),
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return progress
}

/** The same reasons together, most first. */
export function byReason<Item>(failures: readonly Failure<Item>[]): readonly [string, readonly Item[]][] {
  const found = new Map<string, Item[]>()
  for (const { item, reason } of failures) found.set(reason, [...(found.get(reason) ?? []), item])
  return [...found].sort(([, a], [, b]) => b.length - a.length)
}
