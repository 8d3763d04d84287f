/**
 * @file Orders of operators to players: sent at once, answered within seconds, written down with who ordered.
 *
 * A screen that is not connected is told of, and nothing waits for it; only what puts a screen right whenever
 * it comes (`reload`, `by-schedule`) is kept for it, on disk, and sent when it joins. An answer counts only
 * where it was waited for, from that screen.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Command, CommandName } from '../../contracts/commands.ts'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Incidents } from '../alerts/incidents.ts'
import type { CommandAnswer } from '../push/hub.ts'
import { atomically } from '../store/database.ts'
import { commandTitle, type CommandResult } from './command-words.ts'
import type { Pictures } from './pictures.ts'

const answerWithinMs = 10_000
/** Orders that wait for an answer at once. */
const pendingMax = 40_000
const keptMs = 7 * 86_400_000
const noteOffline = '屏幕不在线，没有执行'
const noteKept = '屏幕不在线，等它连上就执行'
const keptFor: ReadonlySet<CommandName> = new Set<CommandName>(['reload', 'by-schedule'])

export interface CommandParts {
  database: DatabaseSync
  now(): Instant
  /** A number that nobody guesses. */
  newId(): string
  /** @returns whether a player is connected */
  send(screen: string, id: string, command: Command): boolean
  incidents: Incidents
  pictures: Pictures
}

export interface Commands {
  /** Resolves when all have answered or their time is over. */
  order(screens: readonly string[], command: Command, by: string): Promise<CommandResult[]>
  /** A picture of what is on; not written down. Asked for twice at once, it is made once. */
  screenshot(screen: string): Promise<CommandResult>
  answered(screen: string, message: CommandAnswer): void
  /** Sends what was kept for this screen. */
  joined(screen: string): void
  /** Orders that are not answered yet are told so. */
  close(): void
}

interface Pending {
  screen: string
  name: CommandName
  settle(result: CommandResult): void
}

export function commandsOf(parts: CommandParts): Commands {
  const { database, now, newId, send, incidents, pictures } = parts
  database.exec(`
CREATE TABLE IF NOT EXISTS keptCommand (
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  orderedAt INTEGER NOT NULL,
  PRIMARY KEY (screen, name)
) STRICT, WITHOUT ROWID
`)
  const keep = database.prepare(
    'INSERT OR REPLACE INTO keptCommand (screen, name, orderedAt) VALUES (?, ?, ?)',
  )
  const take = database.prepare('DELETE FROM keptCommand WHERE screen = ? RETURNING name, orderedAt')
  const pending = new Map<string, Pending>()
  const screenshots = new Map<string, Promise<CommandResult>>()
  const timers = new Set<NodeJS.Timeout>()

  function ask(
    screen: string,
    command: Command,
  ): { id: string; sent: boolean; result: Promise<CommandResult> } {
    const id = newId()
    let sent = false
    const result = new Promise<CommandResult>((resolve) => {
      const settle = (outcome: CommandResult): void => {
        pending.delete(id)
        resolve(outcome)
      }
      pending.set(id, { screen, name: command.name, settle })
      sent = send(screen, id, command)
      if (!sent) settle({ screen, ok: false, note: keptFor.has(command.name) ? noteKept : noteOffline })
    })
    return { id, sent, result }
  }

  /** One timer for all of one order. */
  function giveUpLater(ids: readonly string[]): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer)
      for (const id of ids) {
        const one = pending.get(id)
        one?.settle({ screen: one.screen, ok: false, note: '已发出，10 秒内没有回音' })
      }
    }, answerWithinMs)
    timer.unref()
    timers.add(timer)
    return timer
  }

  async function askAll(
    screens: readonly string[],
    command: Command,
    absent: (screens: readonly string[]) => void = () => {},
  ): Promise<CommandResult[]> {
    if (pending.size + screens.length > pendingMax) throw failSignage('signage.too-often')
    const asked = screens.map((screen) => ask(screen, command))
    const timer = giveUpLater(asked.map(({ id }) => id))
    absent(screens.filter((_, index) => !asked[index]?.sent))
    const results = await Promise.all(asked.map(({ result }) => result))
    clearTimeout(timer)
    timers.delete(timer)
    return results
  }

  return {
    async order(screens, command, by) {
      const title = commandTitle(command)
      const numbers = atomically(database, () =>
        screens.map((screen) => incidents.ordered(screen, title, by)),
      )
      const results = await askAll(screens, command, (absent) => {
        if (!keptFor.has(command.name) || absent.length === 0) return
        atomically(database, () => {
          for (const screen of absent) keep.run(screen, command.name, now())
        })
      })
      if (!database.isOpen) return results
      atomically(database, () => {
        for (const [index, { ok, note }] of results.entries())
          incidents.answered(numbers[index] ?? 0, `${title}：${ok ? '已执行' : note}`)
      })
      return results
    },
    screenshot(screen) {
      const running = screenshots.get(screen)
      if (running) return running
      const result = askAll([screen], { name: 'screenshot' })
        .then(([first]) => first ?? { screen, ok: false, note: '' })
        .finally(() => screenshots.delete(screen))
      screenshots.set(screen, result)
      return result
    },
    answered(screen, message) {
      const one = pending.get(message.id)
      if (one?.screen !== screen) return
      if (message.type === 'picture') {
        if (one.name !== 'screenshot') return
        const ok = pictures.save(screen, Buffer.from(message.data, 'base64'))
        one.settle({ screen, ok, note: ok ? '' : '播放器发来的不是图片' })
      } else if (one.name !== 'screenshot' || !message.ok)
        one.settle({ screen, ok: message.ok, note: message.note })
    },
    joined(screen) {
      const kept = take.all(screen) as unknown as { name: 'reload' | 'by-schedule'; orderedAt: Instant }[]
      for (const { name, orderedAt } of kept) if (now() - orderedAt < keptMs) send(screen, newId(), { name })
    },
    close() {
      for (const timer of timers) clearTimeout(timer)
      for (const { screen, settle } of pending.values()) settle({ screen, ok: false, note: '程序正在停止' })
    },
  }
}
