/**
 * @file Everything by which operators watch over the fleet, wired: registry, orders, pictures, boxes, alerts.
 *
 * Looks at all screens while the lake's documents are known; before that nothing would be as it seems.
 */
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { CountyView, GroupView } from '../../contracts/fleet.ts'
import type { Instant, Log } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import { channelsOf, type AlertSettings } from '../alerts/channels.ts'
import { incidentsOf, type Incidents } from '../alerts/incidents.ts'
import { messageOf } from '../alerts/message.ts'
import { outboxOf } from '../alerts/outbox.ts'
import { alertWatchOf } from '../alerts/watch.ts'
import type { Hub } from '../push/hub.ts'
import { boxesOf, type Boxes } from './boxes.ts'
import { commandsOf, type Commands } from './commands.ts'
import { picturesOf, type Pictures } from './pictures.ts'
import { registryOf, type Registry, type RegistryParts } from './registry.ts'
import { countyViews, groupViews } from './summaries.ts'

const lookEveryMs = 10_000

export interface DeskParts extends Omit<RegistryParts, 'pictures' | 'alertsOf'> {
  database: DatabaseSync
  log: Log
  settings: AlertSettings
  /** Whether all documents are known. */
  ready(): boolean
  send: Hub['command']
}

export interface Desk {
  registry: Registry
  counties(): CountyView[]
  groups(): GroupView[]
  commands: Commands
  pictures: Pictures
  boxes: Boxes
  incidents: Incidents
  /** Sends a message of no alert by all channels. @returns by how many */
  testAlerts(): number
  /** One look at all screens; then what is due is sent. Runs by itself every few seconds. */
  look(): Promise<void>
  /** Messages that have not arrived yet. */
  waiting(): number
  close(): void
}

export function deskOf(parts: DeskParts): Desk {
  const { database, now, log, fleet, send } = parts
  const startedAt: Instant = now()
  const incidents = incidentsOf(database, now)
  const pictures = picturesOf(database, now)
  const registry = registryOf({ ...parts, pictures, alertsOf: (screen) => alerts.of(screen) })
  const outbox = outboxOf({
    database,
    now,
    log,
    channels: channelsOf(parts.settings, now),
    compose: (events) =>
      messageOf(events, {
        id: randomUUID(),
        at: now(),
        zone: defaultZone,
        screensOf: (county) => registry.playersIn(county),
      }),
  })
  const alerts = alertWatchOf({
    database,
    now,
    incidents,
    outbox,
    screens: () => registry.ids(),
    watched: (screen) => registry.watched(screen, startedAt),
  })
  const commands = commandsOf({ database, now, newId: randomUUID, send, incidents, pictures })

  /** Whatever fails here is tried again by the next look; players are not touched by it. */
  async function look(): Promise<void> {
    try {
      if (parts.ready()) await alerts.look()
      await outbox.deliver()
    } catch (error) {
      if (database.isOpen) log.error({ error: String(error) }, 'the look at all screens failed')
    }
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()

  return {
    registry,
    counties: () => countyViews(parts.documents().values(), registry.all()),
    groups: () => groupViews(parts.documents().values(), registry.all()),
    commands,
    pictures,
    boxes: boxesOf(database, fleet, now),
    incidents,
    testAlerts() {
      const at = now()
      const text = '这是一条测试消息。收到它，说明告警能送到这里。'
      const sent = outbox.post({
        id: randomUUID(),
        at,
        subject: '普法屏：测试',
        text,
        events: [],
        leftOut: 0,
      })
      void look()
      return sent
    },
    look,
    waiting: () => outbox.waiting(),
    close() {
      clearInterval(timer)
      commands.close()
    },
  }
}
