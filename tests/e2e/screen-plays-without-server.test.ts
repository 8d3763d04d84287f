/**
 * @file The line of a village is down for some time: its screen keeps to the timetable, survives a reload,
 * and afterwards hands in each play once. For an hour in the long form.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlayRecord } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import { launchBrowser } from '../support/browser.ts'
import { clockAhead, handClocks, type PlayerClock } from '../support/clock.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { long } from '../support/long.ts'
import { openScreen } from '../support/player.ts'
import { freePort, startProgram, temporaryFolder, type Program } from '../support/program.ts'

interface Turn {
  item: string
  from: Instant
  until: Instant
}

const screen = 'screen-wuqiang-nianhua'
const minuteMs = 60_000
const downMs = (long ? 60 : 15) * minuteMs
/** The player's time is the server's, a few milliseconds beside the one that the test sets. */
const slackMs = 500
const rate = 10

const dataFolder = temporaryFolder()
const shown: Turn[] = []
let port: number
let program: Program
let browser: Browser
let context: BrowserContext
let ledger: Ledger
let page: Page
let clock: PlayerClock
let timetable: Turn[]
let plays: PlayRecord[]

const start = (env: Record<string, string> = {}) => startProgram({ port, dataFolder, env })

beforeAll(async () => {
  port = await freePort()
  program = await start()
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 640, height: 360 } })
  ledger = keepLedger(context, program.origin)
  clock = await handClocks(context, rate)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  program.removeData()
})

async function timelineOf(from: Instant, until: Instant): Promise<Turn[]> {
  const query = new URLSearchParams({
    screen,
    from: new Date(from).toISOString(),
    to: new Date(until).toISOString(),
  })
  const response = await fetch(`${program.origin}/api/signage/timeline?${query}`)
  const turns = (await response.json()) as { item: { id: string }; from: string; until: string }[]
  return turns.map((turn) => ({
    item: turn.item.id,
    from: Date.parse(turn.from),
    until: Date.parse(turn.until),
  }))
}

/** Newest last. */
async function playsStored(): Promise<PlayRecord[]> {
  const response = await fetch(`${program.origin}/api/signage/screens/${screen}/plays`, {
    headers: { authorization: `Bearer ${program.token()}` },
  })
  const stored = ((await response.json()) as { plays: PlayRecord[] }).plays
  return stored.sort((a, b) => a.sequence - b.sequence)
}

/** Waits until the item has been on since about this instant. */
async function waitUntilOn({ item, from }: Turn): Promise<void> {
  await page.waitForFunction(
    ({ item, since }) => {
      const on = window.pufaPlayer?.nowPlaying
      return on?.item === item && on.since >= since
    },
    { item, since: from - slackMs },
    { polling: 20, timeout: 5_000 },
  )
}

/** Takes the player through these turns, each for its whole length. */
async function stepThrough(turns: readonly Turn[]): Promise<void> {
  for (const turn of turns) {
    // A look shortly before the end makes the next item ready, as it does in real time.
    await clock.standAt(page, turn.from - 1_000)
    await page.waitForTimeout(1_500 / rate)
    await clock.standAt(page, turn.from + slackMs / 2)
    await waitUntilOn(turn).catch(async (error: unknown) => {
      const on = await page.evaluate(() => JSON.stringify(window.pufaPlayer?.nowPlaying))
      throw new Error(`due since ${turn.from}: ${turn.item}; on: ${on}`, { cause: error })
    })
    shown.push(turn)
  }
}

async function lineDown(): Promise<void> {
  await program.kill()
  await context.setOffline(true)
  await page.waitForFunction(() => window.pufaPlayer?.connected === false)
}

/** The server's clock has gone on as the player's has. */
async function lineUp(): Promise<void> {
  program = await start(clockAhead(await clock.run(page)))
  const began = Date.now()
  await context.setOffline(false)
  await page.waitForFunction(() => window.pufaPlayer?.connected)
  process.stdout.write(`line up → connected after ${Date.now() - began} ms\n`)
}

const isContinuous = (records: readonly PlayRecord[]) =>
  records.every(({ sequence }, index) => sequence === index + 1)

/** Two of them in the order of their numbers that were on the screen at the same time. */
const overlaps = (records: readonly PlayRecord[]) =>
  records.filter(({ until }, index) => until > (records[index + 1]?.from ?? until) + slackMs)

/** Turns of which no play, or not the whole play, is among these. */
function withoutProof(turns: readonly Turn[], records: readonly PlayRecord[]): Turn[] {
  const near = (a: Instant, b: Instant) => Math.abs(a - b) <= slackMs
  return turns.filter(
    ({ item, from, until }) =>
      records.filter((play) => play.item === item && near(play.from, from) && near(play.until, until))
        .length !== 1,
  )
}

test('a paired screen takes along all it needs before the line goes down', async () => {
  page = await openScreen(context, program.origin, screen, program.demoKey())
  await page.waitForFunction(
    () => window.pufaPlayer?.assetsMissing === 0 && navigator.serviceWorker.controller !== null,
  )
  const soon = Date.now() + 20_000
  timetable = (await timelineOf(soon, soon + downMs)).filter(({ from }) => from >= soon)
  expect(timetable.length).toBeGreaterThan(downMs / minuteMs)
})

test('cut off, it keeps to the timetable that the server told: what plays follows from the clock alone', async () => {
  await lineDown()
  const began = Date.now()
  await stepThrough(timetable.slice(0, timetable.length / 2))
  process.stdout.write(`${shown.length} plays without a server in ${Date.now() - began} ms\n`)
}, 300_000)

test('switched off and on without a line it plays again at once, since the browser kept all of it', async () => {
  const began = Date.now()
  await page.reload()
  await page.waitForFunction(() => window.pufaPlayer?.nowPlaying)
  process.stdout.write(`reload without a server → plays after ${Date.now() - began} ms\n`)
  const due = shown.at(-1)
  if (due) await waitUntilOn(due)
  await stepThrough(timetable.slice(timetable.length / 2))
}, 300_000)

test('back on line, each play arrives once: the numbers have no gap and no repeat', async () => {
  await lineUp()
  // The last of them is still on.
  const over = shown.slice(0, -1)
  await expect.poll(async () => withoutProof(over, await playsStored()), { timeout: 30_000 }).toEqual([])
  plays = await playsStored()
  expect(isContinuous(plays)).toBe(true)
  expect(overlaps(plays)).toEqual([])
  process.stdout.write(
    `${plays.length} plays proved, ${over.length} of them from the time without a server\n`,
  )
})

test('cut off and back once more, nothing of it arrives again', async () => {
  await lineDown()
  await lineUp()
  const known = plays.length
  await expect.poll(async () => (await playsStored()).length, { timeout: 60_000 }).toBeGreaterThan(known)
  const later = await playsStored()
  expect(later.slice(0, known)).toEqual(plays)
  expect(isContinuous(later)).toBe(true)
  expect(overlaps(later)).toEqual([])
})

test('but for the line that was down, no page reported an error, and nothing left the origin', () => {
  ledger.forgive(
    /WebSocket connection to .* failed|ERR_CONTENT_LENGTH_MISMATCH|ERR_CONNECTION_(?:REFUSED|RESET)|ERR_INTERNET_DISCONNECTED/,
  )
  expect(ledger.faults()).toEqual([])
})
