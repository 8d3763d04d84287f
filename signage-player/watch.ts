/**
 * @file The watchdog: sees that the picture goes on, and mends what it can.
 *
 * A frame that was due and is not drawn is drawn, then its scene is made anew, then the page is loaded
 * anew; so is a page that has taken too much memory, between two items. The page is loaded anew by it at
 * most once in ten minutes, since it begins to count with the page. It tells the machine outside that the
 * page lives by the page's title. All it knows is handed in.
 */
import type { Wait } from './time/wait.ts'

export interface WatchWorld {
  wait: Wait
  wall(): number
  steady(): number
  /** How much faster than the machine the clock runs, in a test: a fault lasts as long as the machine says. */
  pace?(): number
  /** Nobody draws while the page is hidden. */
  visible(): boolean
  /** Milliseconds by which a frame, or the next item, is late. */
  overdueMs(): number
  clockTrusted(): boolean
  /** Megabytes of script heap, where the browser says it. */
  heapMb(): number | null
  state(): string
  title(text: string): void
  /** Draws what is due; asks the clock what it is. */
  refresh(): void
  /** Makes what is on anew. */
  remake(): void
  reload(): void
  problem(kind: 'frozen' | 'memory' | 'clock', note: string): void
}

export interface Watch {
  /** Something else is on: a quiet moment. */
  switched(): void
}

export const lookEveryMs = 5_000
const lateMs = 5_000
/** The loop itself stood still for so long. */
const stallMs = 5_000
const heapMbMax = 400
const reloadsApartMs = 10 * 60_000
const clockJumpMs = 2_000

export function openWatch(world: WatchWorld): Watch {
  const beganAt = world.steady()
  let lookedAt = { wall: world.wall(), steady: beganAt }
  let sawVisible = world.visible()
  let trusted = true
  /** Looks in a row at which a frame was late. */
  let late = 0
  let heavy = false

  const reload = (): boolean => {
    if (world.steady() - beganAt < reloadsApartMs) return false
    world.reload()
    return true
  }
  const lookAtClock = (wallPassed: number, steadyPassed: number): void => {
    const jump = wallPassed - steadyPassed
    if (Math.abs(jump) > clockJumpMs) world.problem('clock', `本机时钟跳了 ${Math.round(jump / 1_000)} 秒`)
    if (trusted && !world.clockTrusted()) world.problem('clock', '本机时间不可信')
    trusted = world.clockTrusted()
  }
  const lookAtPicture = (passed: number, visible: boolean): void => {
    const pace = world.pace?.() ?? 1
    const stalled = passed - lookEveryMs
    if (visible && stalled > stallMs * pace) {
      world.problem('frozen', `程序停顿了 ${Math.round(stalled / 1_000)} 秒`)
      world.refresh()
    }
    const overdue = visible ? world.overdueMs() : 0
    if (overdue <= lateMs * pace) {
      late = 0
      return
    }
    late++
    world.problem('frozen', `画面该更新而没有更新，已 ${Math.round(overdue / 1_000)} 秒`)
    if (late === 1) return world.refresh()
    if (late === 2 || !reload()) world.remake()
  }
  const look = (): void => {
    // Before anything that might fail.
    world.wait(lookEveryMs, look)
    const [wall, steady] = [world.wall(), world.steady()]
    const visible = world.visible()
    const before = lookedAt
    // A page that comes back into view was slowed by the browser, not by a fault.
    const watched = visible && sawVisible
    lookedAt = { wall, steady }
    sawVisible = visible
    world.title(`pufa ${world.state()} ${Math.round(steady / 1_000)}`)
    lookAtClock(wall - before.wall, steady - before.steady)
    lookAtPicture(steady - before.steady, watched)
    const heap = world.heapMb()
    if (heap !== null && heap > heapMbMax && !heavy) {
      heavy = true
      world.problem('memory', `内存用了 ${heap} MB，将在换下一条时重新载入`)
    }
  }
  look()
  return {
    switched() {
      if (heavy) heavy = reload() || (world.heapMb() ?? 0) > heapMbMax
    },
  }
}
