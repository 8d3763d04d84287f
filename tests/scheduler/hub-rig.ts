/**
 * @file The hub over real WebSockets, with manifests of no content and a clock of the test's own.
 *
 * The hub's sweep runs only by `pass`; sockets keep the real timers.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'
import { fleetOf } from '../../scheduler/fleet/status.ts'
import { pairingCodes } from '../../scheduler/fleet/pairing.ts'
import type { Manifests } from '../../scheduler/manifests/manifests.ts'
import { hubOf } from '../../scheduler/push/hub.ts'
import type { Session } from '../../scheduler/push/session.ts'
import { pairingStore } from '../../scheduler/store/pairings.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { handClock, memoryLog, ownDatabase } from './clock.ts'
import { connectPlayer, type PlayerSocket } from './player-socket.ts'
import { plainKey } from './plain-key.ts'

const sweepEveryMs = 10_000

/** Manifests of no content but a filler, by revision. */
function plainManifests(revisions: Map<string, number>, filler: string | undefined): Manifests {
  const heldOf: Manifests['get'] = (screen) => {
    const revision = revisions.get(screen)
    if (revision === undefined) return null
    const signature = plainKey().sign(JSON.stringify({ revision, filler }))
    return { head: { revision }, parts: [], signature, used: new Set<string>() } as unknown as ReturnType<
      Manifests['get']
    >
  }
  return {
    get: heldOf,
    toSend: heldOf,
    manifest: () => null,
    profiles: () => [],
    overweight: () => [],
    refresh: async () => undefined,
    raise: (screen, above) => void revisions.set(screen, above + 1),
    size: () => revisions.size,
  }
}

export async function hubRig({ connectionsMax, filler }: { connectionsMax?: number; filler?: string } = {}) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const [clock, log, database] = [handClock(), memoryLog(), ownDatabase()]
  const revisions = new Map([['screen-1', 5]])
  const pairings = pairingStore(database, clock.now)
  const fleet = fleetOf(database, clock.now)
  let code = 0
  const hub = hubOf({
    now: clock.now,
    log,
    codes: pairingCodes<Session>(clock.now, () => ++code),
    pairings,
    manifests: plainManifests(revisions, filler),
    fleet,
    plays: playStore(database, clock.now),
    key: plainKey(),
    ...(connectionsMax === undefined ? {} : { connectionsMax }),
  })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    hub.close()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  async function playing(screen = 'screen-1', revision = 0): Promise<PlayerSocket> {
    const { token } = pairings.pair(screen, 'p')
    const player = await connectPlayer(origin)
    player.say({ type: 'hello', screen, token, revision, version: '1' })
    await player.next('welcome')
    return player
  }
  /** Moves the clock and lets the sweep run. */
  function pass(ms: number): void {
    clock.at += ms
    vi.advanceTimersByTime(sweepEveryMs)
  }
  return { hub, clock, log, origin, fleet, revisions, playing, pass, connect: () => connectPlayer(origin) }
}

/** It still gets an answer. */
export async function isUnharmed(player: PlayerSocket): Promise<void> {
  player.say({ type: 'time', sent: 1 })
  await player.next('time')
}
