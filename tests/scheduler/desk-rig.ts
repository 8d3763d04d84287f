/** @file The operators' desk over a fleet of the test's own, and receivers for what it tells: no lake, no sockets. */
import { createServer } from 'node:http'
import { createServer as createSocketServer, type AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'
import type { Command } from '../../contracts/commands.ts'
import type { Hours } from '../../contracts/manifest.ts'
import type { Health, PlayerMessage } from '../../contracts/messages.ts'
import type { AlertSettings } from '../../scheduler/alerts/channels.ts'
import type { AlertMessage } from '../../scheduler/alerts/message.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { deskOf } from '../../scheduler/fleet/desk.ts'
import { fleetOf } from '../../scheduler/fleet/status.ts'
import type { Manifests } from '../../scheduler/manifests/manifests.ts'
import { pairingStore } from '../../scheduler/store/pairings.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { handClock, memoryLog, ownDatabase, ownFolder } from './clock.ts'
import { county, mapOf, ref, screen } from './samples.ts'

export const wellHealth: Health = {
  luminance: 90,
  asleep: false,
  cacheBytes: 1_000,
  cacheBytesMax: 100_000,
  clockTrusted: true,
  heapMb: 30,
  upSeconds: 100,
  problems: [],
}

export type Heartbeat = Extract<PlayerMessage, { type: 'heartbeat' }>

export const heartbeat = (more: Partial<Heartbeat> = {}, health: Partial<Health> = {}): Heartbeat => ({
  type: 'heartbeat',
  at: 1,
  revision: 5,
  nowPlaying: null,
  offsetMs: 0,
  storedPlays: 0,
  assetsMissing: 0,
  health: { ...wellHealth, ...health },
  ...more,
})

/** Screens 1 and 2 in one county, 3 in another; each has a player but the last. */
const threeScreens = (): SignageDocument[] => [
  county('1', '甲县'),
  county('2', '乙县'),
  screen('screen-1', { title: '东广场' }),
  screen('screen-2', { title: '西广场' }),
  screen('screen-3', { title: '南门', county: ref('county-2') }),
]

export interface DeskRigOptions {
  settings?: AlertSettings
  documents?: readonly SignageDocument[]
  folder?: string
  lit?: Hours
}

export function deskRig(options: DeskRigOptions = {}) {
  const documents = mapOf(options.documents ?? threeScreens())
  const folder = options.folder ?? ownFolder()
  const [clock, log, database] = [handClock(), memoryLog(), ownDatabase(folder)]
  const pairings = pairingStore(database, clock.now)
  const plays = playStore(database, clock.now)
  const fleet = fleetOf(database, clock.now)
  const revisions = new Map<string, number>()
  const sent: { screen: string; id: string; command: Command }[] = []
  const connected = new Set<string>()
  const profile = { zone: 'Asia/Shanghai', lit: options.lit }
  const manifests = {
    get: (id: string) => ({ head: { revision: revisions.get(id) ?? 5, screen: profile } }),
  } as unknown as Manifests
  const desk = deskOf({
    ...{ now: clock.now, log, database, pairings, manifests, fleet, plays },
    settings: options.settings ?? { webhook: null, mail: null },
    documents: () => documents,
    ready: () => true,
    send(id, command, what) {
      if (!connected.has(id)) return false
      sent.push({ screen: id, id: command, command: what })
      return true
    },
  })
  onTestFinished(() => desk.close())
  return { documents, folder, clock, log, database, pairings, plays, fleet, revisions, sent, connected, desk }
}

export interface Received {
  message: AlertMessage
  body: string
  headers: Record<string, string | undefined>
}

/** A webhook's receiver; answers `status`, which the test may change. */
export async function webhookReceiver() {
  const received: Received[] = []
  const state = { status: 200, received, url: '' }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const headers = request.headers as Record<string, string | undefined>
      if (state.status === 200) received.push({ message: JSON.parse(body) as AlertMessage, body, headers })
      response.writeHead(state.status, state.status === 302 ? { location: `${state.url}other` } : {}).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return state
}

/** As much of a mail server as a client needs. Keeps envelopes and mails as they came over the line. */
export async function mailReceiver() {
  const mails: { to: string[]; data: string }[] = []
  const server = createSocketServer((socket) => {
    let to: string[] = []
    let data: string | null = null
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 mail.test ESMTP')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8')
      for (;;) {
        const end = rest.indexOf('\r\n')
        if (end === -1) return
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (data !== null) {
          if (line !== '.') data += `${line}\n`
          else {
            mails.push({ to, data })
            to = []
            data = null
            say('250 kept')
          }
        } else if (/^rcpt to/i.test(line)) {
          to.push(/<(.*)>/.exec(line)?.[1] ?? '')
          say('250 good')
        } else if (/^data/i.test(line)) {
          data = ''
          say('354 go on')
        } else if (/^quit/i.test(line)) {
          say('221 bye')
          socket.end()
        } else say('250 good')
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { mails, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** The desk's own looks come only by the test's calls. */
export function withoutTimers(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
}
