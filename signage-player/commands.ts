/**
 * @file What an operator asks of this player at a distance.
 *
 * Commands change how the screen is driven, never what it says. Each is answered once, with what was done
 * or why it was not; what was ordered by hand is on disk before it is answered. Loaded with the first one.
 */
import { overrideLastsMs, screenshotCharactersMax, type Command } from '../contracts/commands.ts'
import type { Instant } from '../contracts/part.ts'
import type { Overrides } from './time/hours.ts'

export interface CommandWorld {
  now(): Instant
  overrides(): Overrides
  /** Kept, then followed. */
  override(overrides: Overrides): Promise<void>
  clearCache(): Promise<void>
  /** A picture of the composition, as large as fits into so many characters of base64. */
  screenshot(charactersMax: number): { mime: string; data: string }
  /** Shows the screen's own name; `false` where it has none. */
  identify(): boolean
  /** After the answer had time to leave. */
  reloadSoon(): void
}

export interface Done {
  ok: boolean
  note: string
  picture?: { mime: string; data: string }
}

const done: Done = { ok: true, note: '' }
const refused = (note: string): Done => ({ ok: false, note })

function isPercent(value: unknown, least: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= 100
}

/** @returns what was done; a fault on the way is an answer too */
export async function follow(command: Command, world: CommandWorld): Promise<Done> {
  const ordered = async (change: (until: Instant) => Overrides): Promise<Done> => {
    await world.override({ ...world.overrides(), ...change(world.now() + overrideLastsMs) })
    return done
  }
  const without = async (name: keyof Overrides): Promise<Done> => {
    const { [name]: _, ...rest } = world.overrides()
    await world.override(rest)
    return done
  }
  switch (command.name) {
    case 'reload':
      world.reloadSoon()
      return done
    case 'identify':
      return world.identify() ? done : refused('这台播放器还没有收到屏幕资料')
    case 'screenshot':
      return { ...done, picture: world.screenshot(screenshotCharactersMax) }
    case 'clear-cache':
      await world.clearCache()
      return done
    case 'brightness':
      if (command.percent === null) return without('brightness')
      if (!isPercent(command.percent, 1)) return refused('亮度要是 1 到 100 的整数')
      return ordered((until) => ({ brightness: { value: command.percent ?? 100, until } }))
    case 'volume':
      if (command.percent === null) return without('volume')
      if (!isPercent(command.percent, 0)) return refused('音量要是 0 到 100 的整数')
      return ordered((until) => ({ volume: { value: command.percent ?? 0, until } }))
    case 'sleep':
      return ordered((until) => ({ lit: { value: false, until } }))
    case 'wake':
      return ordered((until) => ({ lit: { value: true, until } }))
    case 'by-schedule':
      await world.override({})
      return done
    default:
      return refused('这个版本的播放器不认识这个指令')
  }
}
