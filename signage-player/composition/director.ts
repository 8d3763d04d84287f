/**
 * @file Keeps on the stage what the timetable says, from the clock and from nothing else.
 *
 * At the end of every play, after every new manifest and after every stall it asks the resolver again;
 * it counts nothing and remembers no position, so a player that slept or was cut off is right at once.
 * The next item is made ready before its time. Where assets are missing, or an item failed, its still
 * stands for it; without one it is skipped. What was on when a play ends is reported once.
 */
import type { Instant } from '../../contracts/part.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { safeItem, type Item, type Schedule } from '../../contracts/schedule/index.ts'
import { turnAt, type Turn } from '../../contracts/schedule/resolve.ts'
import { stillOf } from '../assets/needs.ts'
import type { Frame } from '../renderers/drawing.ts'
import type { Wait } from '../time/wait.ts'
import { frameFor } from './frame.ts'
import type { Scene } from './scene.ts'

export interface Rule {
  schedule: Schedule
  screen: ScreenProfile
  revision: number
}

/** A play that is on the screen; its begin is by the steady clock. */
export interface On {
  turn: Turn
  revision: number
  startedAt: number
}

/** A play that was on the screen. */
export interface Shown extends On {
  endedAt: number
}

export interface DirectorWorld {
  now(): Instant
  steady(): number
  wait: Wait
  /** Whether all that the item needs is at hand. */
  ready(item: Item): boolean
  makeScene(item: Item, frame: Frame, elapsedMs: number): Scene | Promise<Scene>
  show(scene: Scene, elapsedMs: number): void
  /** Something else is on; what was on before has been reported as finished. */
  switched(turn: Turn, on: On): void
  finished(shown: Shown): void
  /** The item could not be shown; it is left out for a while. */
  broken(item: Item, why: unknown): void
  /** At least once a second while it plays. */
  looked(): void
}

export interface Director {
  follow(rule: Rule): void
  /** Plays nothing more; what was on is reported as finished. */
  stop(): void
  /** Asks the resolver again. */
  recompute(): void
  /** More items may be ready than before. */
  assetsChanged(): void
  /** What is on cannot go on. */
  failed(why: unknown): void
  /** Makes what is on anew, from its asset to its picture. */
  remake(): void
  /** Milliseconds by which what is on should have made way; below 0 while it is its time. */
  overdueMs(): number
  /** An item that failed can be shown again. */
  revived(item: string): void
}

const lookEveryMs = 1_000
const prepareAheadMs = 5_000
/** Longer than this nothing stays on whose time is over, while the next is being decoded. */
const lateMaxMs = 800
const leftOutMs = 10 * 60_000

interface Prepared {
  key: string
  scene: Scene | Promise<Scene>
}

/** A still has the id of what it stands for. */
const nameOf = ({ kind, id }: Item): string => `${kind} ${id}`

function discard(prepared: Prepared | null): void {
  if (!prepared) return
  if (!(prepared.scene instanceof Promise)) return prepared.scene.release()
  // Its failure is met when it is wanted; a scene that nobody wants any more may fail in silence.
  prepared.scene.then(
    (scene) => scene.release(),
    () => undefined,
  )
}

function frameOf(rule: Rule, turn: Turn): Frame {
  const { playlist, entry, from, until } = turn
  const listed = playlist?.entries.find(({ key }) => key === entry?.key)
  return frameFor(rule.screen, turn.item, listed?.seconds ?? (until - from) / 1_000, rule.schedule.zone)
}

/** Equal keys look the same at every moment. */
function keyOf(rule: Rule, turn: Turn): string {
  return JSON.stringify([turn.from, turn.item, frameOf(rule, turn)])
}

export function openDirector(world: DirectorWorld): Director {
  let rule: Rule | null = null
  let usable: Schedule | null = null
  let due: { turn: Turn; key: string } | null = null
  let on: On | null = null
  let prepared: Prepared | null = null
  /** Bumped with every choice: a scene that was decoded too late is not shown. */
  let attempt = 0
  let cancelLook: () => void = () => undefined
  const leftOut = new Map<string, number>()

  const end = (): void => {
    if (on) world.finished({ ...on, endedAt: world.steady() })
    on = null
  }
  const isUsable = (item: Item): boolean =>
    (leftOut.get(nameOf(item)) ?? 0) <= world.steady() && world.ready(item)
  /** The same object while nothing differs: the resolver then goes on where it stands. */
  const filtered = ({ schedule }: Rule): Schedule => {
    const items = schedule.items.flatMap((item) => [item, stillOf(item) ?? item].find(isUsable) ?? [])
    const held = usable?.items
    const same = held?.length === items.length && items.every((item, at) => item === held[at])
    return usable && same ? usable : { ...schedule, items }
  }
  const put = (scene: Scene, turn: Turn, revision: number): void => {
    world.show(scene, Math.max(0, world.now() - turn.from))
    // Made anew it is the same play, and is proved once.
    if (on?.turn.item === turn.item && on.turn.from === turn.from && on.revision === revision) return
    end()
    on = { turn, revision, startedAt: world.steady() }
    world.switched(turn, on)
  }
  const leaveOut = (item: Item, why: unknown): void => {
    world.broken(item, why)
    // Below the safe item stands nothing.
    if (item.id === safeItem.id) return
    leftOut.set(nameOf(item), world.steady() + leftOutMs)
    choose(true)
    look()
  }
  const make = (item: Item, frame: Frame, elapsedMs: number): Scene | Promise<Scene> => {
    try {
      return world.makeScene(item, frame, elapsedMs)
    } catch (error) {
      return Promise.reject(error)
    }
  }
  const take = (active: Rule, turn: Turn, key: string): Scene | Promise<Scene> => {
    const found = prepared?.key === key ? prepared.scene : null
    if (!found) discard(prepared)
    prepared = null
    return found ?? make(turn.item, frameOf(active, turn), Math.max(0, world.now() - turn.from))
  }
  const standIn = (active: Rule, turn: Turn): void => {
    const scene = make(safeItem, frameOf(active, turn), 0)
    const stand = {
      ...turn,
      item: safeItem,
      event: null,
      playlist: null,
      entry: null,
      source: 'safe',
    } as const
    if (!(scene instanceof Promise)) put(scene, stand, active.revision)
  }
  const bring = (active: Rule, turn: Turn, key: string): void => {
    const mine = ++attempt
    const land = (scene: Scene): void => {
      if (mine !== attempt) return scene.release()
      try {
        put(scene, turn, active.revision)
      } catch (error) {
        scene.release()
        leaveOut(turn.item, error)
      }
    }
    const scene = take(active, turn, key)
    if (!(scene instanceof Promise)) return land(scene)
    const cancel = world.wait(lateMaxMs, () => mine === attempt && standIn(active, turn))
    scene.then(land, (error: unknown) => mine === attempt && leaveOut(turn.item, error)).finally(cancel)
  }
  const choose = (fresh: boolean): void => {
    if (!rule) return
    if (fresh || !usable) usable = filtered(rule)
    const turn = turnAt(usable, rule.screen, world.now())
    const key = keyOf(rule, turn)
    const same = due?.key === key
    due = { turn, key }
    if (!same) bring(rule, turn, key)
  }
  const prepareNext = (): void => {
    if (!rule || !usable || !due) return
    const next = turnAt(usable, rule.screen, due.turn.until)
    const key = keyOf(rule, next)
    if (prepared?.key === key) return
    discard(prepared)
    prepared = { key, scene: make(next.item, frameOf(rule, next), 0) }
    // Handled where it is taken; without this an early failure would count as unhandled.
    if (prepared.scene instanceof Promise) prepared.scene.catch(() => undefined)
  }
  const look = (): void => {
    cancelLook()
    if (!rule) return
    // Before anything that might fail: nothing but an end of the page ends this.
    cancelLook = world.wait(lookEveryMs, look)
    world.looked()
    const now = world.now()
    const over = !due || now >= due.turn.until || now < due.turn.from
    if (over) choose(true)
    if (!due) return
    const left = due.turn.until - world.now()
    if (left <= prepareAheadMs) prepareNext()
    cancelLook()
    cancelLook = world.wait(Math.max(1, Math.min(lookEveryMs, left)), look)
  }
  return {
    follow(next) {
      rule = next
      usable = null
      choose(true)
      look()
    },
    stop() {
      rule = usable = due = null
      attempt++
      cancelLook()
      discard(prepared)
      prepared = null
      end()
    },
    recompute() {
      choose(false)
      look()
    },
    assetsChanged() {
      // What failed may have failed for want of a sound asset.
      leftOut.clear()
      const source = due?.turn.source
      if (!rule || (source !== 'safe' && source !== 'fallback')) return
      // What should be on waits for no end of what stands in for it.
      if (turnAt(filtered(rule), rule.screen, world.now()).source !== source) choose(true)
    },
    failed(why) {
      if (on && due?.turn.item.id === on.turn.item.id) leaveOut(on.turn.item, why)
    },
    remake() {
      due = null
      choose(true)
      look()
    },
    overdueMs: () => (due ? world.now() - due.turn.until : -Infinity),
    revived(id) {
      for (const name of leftOut.keys()) if (name.endsWith(` ${id}`)) leftOut.delete(name)
      choose(true)
      look()
    },
  }
}
