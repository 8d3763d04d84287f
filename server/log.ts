/** @file The program's log: one JSON line an event into `PUFA_DATA/logs/pufa.log`, without personal data. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import { failStart } from '../contracts/errors/start.ts'
import type { Log } from '../contracts/part.ts'

/** @throws PufaError `start.data-unwritable` */
export function openLog(dataFolder: string): { log: Log; close(): void } {
  const folder = join(dataFolder, 'logs')
  try {
    mkdirSync(folder, { recursive: true })
    const file = destination({ dest: join(folder, 'pufa.log'), sync: true })
    return { log: pino({ base: null }, file), close: () => file.end() }
  } catch (error) {
    throw failStart('start.data-unwritable', { folder: dataFolder }, error)
  }
}
