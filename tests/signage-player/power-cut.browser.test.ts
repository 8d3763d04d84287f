import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlayRecord } from '../../contracts/messages.ts'
import { long } from '../support/long.ts'
import { chainStart, chainText } from '../../contracts/proof.ts'
import { openBox, type Box } from './rig/box.ts'
import { builtPart, until } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'
import { demoKey, screenServer, type ScreenServer } from './rig/server.ts'

const cuts = long ? 50 : 5
const screen = 'cut'
let server: ScreenServer
let box: Box
let folder: string

beforeAll(async () => {
  const built = await builtPart()
  const { part } = built
  folder = built.folder
  server = screenServer(part)
  await server.start()
  box = await openBox()
})
afterAll(async () => {
  await box.discard()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Every link of the chain holds, no number is missing, no time is counted twice. */
function expectWhole(plays: readonly PlayRecord[]): void {
  let previous = chainStart
  let until = 0
  for (const [index, play] of plays.entries()) {
    expect(play.sequence).toBe(index + 1)
    expect(play.previous).toBe(previous)
    expect(play.until).toBeGreaterThanOrEqual(play.from)
    // Both ends are dated by rounding to whole milliseconds, and by an offset that may be mended.
    expect(play.from).toBeGreaterThanOrEqual(until - 50)
    previous = hash(chainText(play))
    until = play.until
  }
}

describe('a power cut at any moment', () => {
  test(
    `${cuts} times: it plays again by itself without a network, and the proof is whole, each play once`,
    async () => {
      const plays = ['一', '二', '三'].map((text) => [slogan(text, [text]), 1] as const)
      const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf(screen), now: Date.now() })
      server.publish(screen, server.key.sign(manifest))
      const address = `${server.origin()}/player/?slot=${screen}&demo=${demoKey}&screen=${screen}`
      const page = await box.powerOn(address)
      await until(page, { state: 'playing' })
      await page.evaluate(async () => void (await navigator.serviceWorker.ready))
      await server.stop()
      const starts: number[] = []
      const ends: number[] = []
      for (let cut = 0; cut < cuts; cut++) {
        await pause(500 + Math.random() * 4_000)
        ends.push(Date.now())
        await box.cutPower()
        starts.push(Date.now())
        const again = await box.powerOn(address)
        await again.waitForFunction(() => window.pufaPlayer?.nowPlaying, undefined, { polling: 20 })
        const { state, source } = await again.evaluate(() => ({ ...window.pufaPlayer }))
        expect([state, source]).toEqual(['playing', 'event'])
      }
      await pause(2_500)
      await server.start()
      await expect.poll(() => server.plays.size, { timeout: 90_000 }).toBeGreaterThan(cuts)
      // The last batch: nothing new but what is on.
      const count = async () => {
        const before = server.plays.size
        await pause(2_500)
        return server.plays.size - before
      }
      await expect.poll(count, { timeout: 60_000 }).toBeLessThanOrEqual(3)
      const stored = [...server.plays.values()].sort((a, b) => a.sequence - b.sequence)
      expectWhole(stored)
      // What was on at each cut is there, no longer than until the cut.
      for (const [index, end] of ends.entries()) {
        const start = starts[index] ?? Infinity
        const between = stored.filter(({ from }) => from > end && from < start)
        expect(between).toEqual([])
        expect(stored.some(({ from, until }) => from <= end && until <= end && until > end - 3_000)).toBe(
          true,
        )
      }
      console.log(`${stored.length} plays over ${cuts} power cuts`)
    },
    cuts * 20_000 + 120_000,
  )
})
