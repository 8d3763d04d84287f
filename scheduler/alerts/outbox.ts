/**
 * @file Messages that wait to be sent, on disk: what has opened is told also after a stop of the program.
 *
 * Events gather for a minute and leave as one message a channel. A message that does not arrive is sent again,
 * ever more seldom, and given up at last; the receiver knows a repeat by its id. Events and messages are
 * bounded: the oldest make room.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant, Log } from '../../contracts/part.ts'
import { atomically } from '../store/database.ts'
import type { Channel } from './channels.ts'
import type { AlertEvent, AlertMessage } from './message.ts'

export const gatherMs = 60_000
const eventsMax = 20_000
const messagesMax = 500
/** The first wait after a failure; each further one is twice as long. */
const retryMs = 30_000
const retryMsMax = 3_600_000
const attemptsMax = 30

export interface OutboxParts {
  database: DatabaseSync
  now(): Instant
  log: Log
  channels: readonly Channel[]
  compose(events: readonly AlertEvent[]): AlertMessage
}

export interface Outbox {
  /** Takes part in the caller's transaction. Nothing is kept where there is no channel. */
  add(event: AlertEvent): void
  /** Makes a message of what has gathered, when its minute is over. */
  gather(): void
  /** A message of its own, to be sent with the next delivery. @returns by how many channels */
  post(message: AlertMessage): number
  /** Sends what is due, one after the other. A second call while one runs does nothing. */
  deliver(): Promise<void>
  waiting(): number
}

interface MessageRow {
  id: number
  channel: string
  json: string
  attempts: number
}

export function outboxOf({ database, now, log, channels, compose }: OutboxParts): Outbox {
  database.exec(`
CREATE TABLE IF NOT EXISTS alertEvent (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS alertMessage (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  json TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  dueAt INTEGER NOT NULL
) STRICT;
`)
  const insertEvent = database.prepare('INSERT INTO alertEvent (at, json) VALUES (?, ?)')
  const trimEvents = database.prepare(
    `DELETE FROM alertEvent WHERE id <= (SELECT max(id) FROM alertEvent) - ${eventsMax}`,
  )
  const oldestEvent = database.prepare('SELECT min(at) AS at FROM alertEvent')
  const events = database.prepare('SELECT json FROM alertEvent ORDER BY id')
  const dropEvents = database.prepare('DELETE FROM alertEvent')
  const insertMessage = database.prepare(
    'INSERT INTO alertMessage (channel, json, attempts, dueAt) VALUES (?, ?, 0, ?)',
  )
  const trimMessages = database.prepare(
    `DELETE FROM alertMessage WHERE id NOT IN (SELECT id FROM alertMessage ORDER BY id DESC LIMIT ${messagesMax})`,
  )
  // What a later clock has put off is due when the clock is set back.
  const due = database.prepare(
    `SELECT id, channel, json, attempts FROM alertMessage WHERE channel = :channel
     AND (dueAt <= :now OR dueAt > :now + ${retryMsMax}) ORDER BY id LIMIT 1`,
  )
  const drop = database.prepare('DELETE FROM alertMessage WHERE id = ?')
  const putOff = database.prepare('UPDATE alertMessage SET attempts = ?, dueAt = ? WHERE id = ?')
  const count = database.prepare('SELECT count(*) AS messages FROM alertMessage')
  let delivering = false

  function put(message: AlertMessage): number {
    const json = JSON.stringify(message)
    for (const { name } of channels) insertMessage.run(name, json, now())
    trimMessages.run()
    return channels.length
  }

  function failed({ id, channel, attempts }: MessageRow, error: unknown): void {
    const made = attempts + 1
    if (made >= attemptsMax) {
      drop.run(id)
      log.error({ channel, error: String(error) }, 'an alert could not be delivered and is given up')
      return
    }
    putOff.run(made, now() + Math.min(retryMs * 2 ** attempts, retryMsMax), id)
    log.warn({ channel, attempts: made, error: String(error) }, 'an alert was not delivered; trying again')
  }

  /** One that fails makes the later ones of its channel wait their turn, for they would fail likewise. */
  async function deliverBy(channel: Channel): Promise<void> {
    for (;;) {
      const row = due.get({ channel: channel.name, now: now() }) as MessageRow | undefined
      if (!row) return
      let outcome: { error: unknown } | null = null
      try {
        await channel.send(JSON.parse(row.json) as AlertMessage)
      } catch (error) {
        outcome = { error }
      }
      if (!database.isOpen) return
      if (outcome) return failed(row, outcome.error)
      drop.run(row.id)
    }
  }

  return {
    add(event) {
      if (channels.length === 0) return
      insertEvent.run(now(), JSON.stringify(event))
      trimEvents.run()
    },
    gather() {
      const { at } = oldestEvent.get() as { at: Instant | null }
      if (at === null || (now() - at < gatherMs && now() >= at)) return
      atomically(database, () => {
        put(compose(events.all().map((row) => JSON.parse(String(row['json'])) as AlertEvent)))
        dropEvents.run()
      })
    },
    post: (message) => atomically(database, () => put(message)),
    async deliver() {
      if (delivering) return
      delivering = true
      try {
        await Promise.all(channels.map(deliverBy))
      } finally {
        delivering = false
      }
    },
    waiting: () => Number((count.get() as { messages: number }).messages),
  }
}
