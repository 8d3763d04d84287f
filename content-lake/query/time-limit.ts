/**
 * @file A limit on how long something may run, which counts only time in which this program ran too.
 *
 * A machine that stood still (a paused or starved virtual one, a program stopped for a moment) has timers that
 * are all due at once when it goes on, though what they wait for stood still as well.
 */
const slices = 10

/**
 * Calls `act` once, after about `ms` of running. However long the program stood still, it counts as one tenth.
 * @returns cancels it
 */
export function afterRunning(ms: number, act: () => void): () => void {
  let left = slices
  const timer = setInterval(() => {
    if (--left > 0) return
    clearInterval(timer)
    act()
  }, ms / slices)
  return () => clearInterval(timer)
}
