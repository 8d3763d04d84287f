/**
 * @file The program's log: one JSON line an event into `PUFA_DATA/logs/pufa.log`, without personal data.
 *
 * What a full disk does not take waits, as far as the bound goes; the program goes on without it.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import { failStart } from '../contracts/errors/start.ts'
import type { Log } from '../contracts/part.ts'

const waitingBytesMax = 1024 * 1024

/** @throws PufaError `start.data-unwritable` */
export function openLog(dataFolder: string): { log: Log; close(): void } {
  const folder = join(dataFolder, 'logs')
  try {
    mkdirSync(folder, { recursive: true })
    const file = destination({ dest: join(folder, 'pufa.log'), sync: true, maxLength: waitingBytesMax })
    // Without a listener the first line that cannot be written would end the program.
    file.on('error', () => undefined)
    return { log: pino({ base: null }, file), close: () => file.end() }
  } catch (error) {
    throw failStart('start.data-unwritable', { folder: dataFolder }, error)
  }
}
