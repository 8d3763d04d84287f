/**
 * @file Many simulated players in one process, driven over IPC by the measurement.
 *
 * Each speaks the real protocol: hello, manifest with signature and parts checked, `applied`, time,
 * heartbeat, poll, jittered reconnection as the player's own. They do not draw. Instants are those of
 * the machine's steady clock in milliseconds, which all its processes share.
 */
import type { CrowdOrder, CrowdReport } from './orders.ts'
import { SimulatedPlayer, steadyMs } from './player.ts'

const openedAtOnce = 200
const players: SimulatedPlayer[] = []
let words = ''
let hits: number[] = []

function say(report: CrowdReport): void {
  process.send?.(report)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function until(check: () => boolean): Promise<void> {
  while (!check()) await pause(20)
}

async function carryOut(order: CrowdOrder): Promise<void> {
  switch (order.type) {
    case 'connect': {
      for (let at = 0; at < order.screens.length; at += openedAtOnce) {
        const batch = order.screens.slice(at, at + openedAtOnce).map(
          (screen) =>
            new SimulatedPlayer(order.origin, screen, (text) => {
              if (words && text.includes(words)) hits.push(steadyMs())
            }),
        )
        players.push(...batch)
        for (const player of batch) player.dial()
        await until(() => batch.every((player) => player.revision > 0))
      }
      return say({ type: 'done' })
    }
    case 'watch':
      words = order.words
      hits = []
      return say({ type: 'done' })
    case 'hits':
      await until(() => hits.length >= order.count || steadyMs() > order.giveUpAt)
      return say({ type: 'hits', at: hits, connected: players.filter(({ open }) => open).length })
    case 'back': {
      await until(() => players.every(({ open }) => open) || steadyMs() > order.giveUpAt)
      return say({
        type: 'hits',
        at: players.map(({ backAt }) => backAt),
        connected: players.filter(({ open }) => open).length,
      })
    }
    case 'bytes': {
      const sum = (): number => players.reduce((total, player) => total + player.bytes(), 0)
      const before = sum()
      await pause(order.forMs)
      return say({ type: 'bytes', bytes: sum() - before, players: players.length })
    }
    case 'end':
      for (const player of players) player.end()
      process.exit(0)
  }
}

process.on('message', (order: CrowdOrder) => {
  carryOut(order).catch((error: unknown) => say({ type: 'failed', why: String(error) }))
})
say({ type: 'done' })
