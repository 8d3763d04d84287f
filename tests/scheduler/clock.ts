/** @file A clock that stands still until the test moves it, a folder of one's own, and a log that remembers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import type { Log } from '../../contracts/part.ts'
import { openDatabase } from '../../scheduler/store/database.ts'

export const monday = Date.parse('2026-03-02T08:00:00+08:00')
export const dayMs = 86_400_000

export interface HandClock {
  at: number
  now(): number
}

export function handClock(at = monday): HandClock {
  const clock: HandClock = { at, now: () => clock.at }
  return clock
}

/** Gone when the test ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pufa-signage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Closed when the test ends. */
export function ownDatabase(folder = ownFolder()): DatabaseSync {
  const database = openDatabase(folder)
  onTestFinished(() => {
    if (database.isOpen) database.close()
  })
  return database
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  fields: object
  message: string
}

export function memoryLog(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = []
  const at = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

/** Waits until `check` holds. @throws with `what` when it does not within `withinMs` */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
