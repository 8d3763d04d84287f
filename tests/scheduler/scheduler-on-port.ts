/** @file The whole scheduler on a port of its own beside a real lake, with a clock that the test moves. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Part } from '../../contracts/part.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { openScheduler, type SchedulerSettings } from '../../scheduler/main.ts'
import { startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'
import { handClock, memoryLog, ownFolder, until, type HandClock } from './clock.ts'
import { connectPlayer, type PlayerSocket } from './player-socket.ts'
import { accessOf, fill } from './real-lake.ts'
import { smallTown } from './samples.ts'

export const demoKey = 'key-of-the-demonstration'

export interface SchedulerOnPort {
  origin: string
  lake: LakeOnPort
  scheduler: Part
  folder: string
  clock: HandClock
  log: ReturnType<typeof memoryLog>
  /** A path below `/api/signage/`, by default as the administrator. */
  ask(path: string, init?: RequestInit & { as?: string | null }): Promise<Response>
  post(path: string, body: unknown, as?: string | null): Promise<Response>
  connect(): Promise<PlayerSocket>
  /** A player that has been approved for this screen, and its pairing. */
  paired(screen: string): Promise<{ player: PlayerSocket; token: string; publicKey: string }>
  /** A player that plays this screen. */
  playing(screen: string): Promise<{ player: PlayerSocket; token: string; publicKey: string }>
}

/** Closed when the test ends. */
export async function startScheduler(
  documents: readonly SignageDocument[] = smallTown(),
  more: Partial<SchedulerSettings> = {},
): Promise<SchedulerOnPort> {
  const lake = await startLake()
  await fill(lake.client, documents)
  const [clock, log, folder] = [handClock(), memoryLog(), ownFolder()]
  const scheduler = openScheduler(
    { folder, lake: accessOf(lake), origin: 'https://pufa.test', demoKey, fonts: false, ...more },
    { clock, log },
  )
  const server = createServer((request, response) => scheduler.handle(request, response))
  server.on('upgrade', (request, socket, head) => scheduler.upgrade?.(request, socket, head))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(async () => {
    await scheduler.close()
    server.close()
    server.closeAllConnections()
    await lake.close()
  })
  await scheduler.start?.()
  await until('the scheduler to be ready', () => scheduler.ready?.() ?? true)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const ask: SchedulerOnPort['ask'] = (path, { as = lake.token, ...init } = {}) =>
    fetch(`${origin}/api/signage/${path}`, {
      ...init,
      headers: { ...(as === null ? {} : { authorization: `Bearer ${as}` }), ...init.headers },
    })
  const post: SchedulerOnPort['post'] = (path, body, as) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), ...(as === undefined ? {} : { as }) })
  let requests = 0

  async function paired(screen: string) {
    const player = await connectPlayer(origin)
    player.say({
      type: 'pair',
      request: `request-number-${++requests}`.padEnd(32, '.'),
      width: 192,
      height: 96,
      version: '1',
    })
    const { code } = await player.next('pairing')
    const answer = await post('pairings/approve', { code, screen })
    if (!answer.ok) throw new Error(await answer.text())
    const { token, publicKey } = await player.next('paired')
    return { player, token, publicKey }
  }

  return {
    origin,
    lake,
    scheduler,
    folder,
    clock,
    log,
    ask,
    post,
    connect: () => connectPlayer(origin),
    paired,
    async playing(screen) {
      const pairing = await paired(screen)
      pairing.player.say({ type: 'hello', screen, token: pairing.token, revision: 0, version: '1' })
      await pairing.player.next('manifest')
      return pairing
    },
  }
}
