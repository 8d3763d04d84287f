/** @file The player built once, the browser started once, and pages that show a player. */
import { rm } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright'
import type { Log, Part } from '../../../contracts/part.ts'
import type { BuiltPlayer } from '../../../signage-player/build.ts'
import { playerPart } from '../../../signage-player/server.ts'
import { launchBrowser } from '../../support/browser.ts'
import { copyOfPlayer } from './built.ts'
import { demoKey, screenServer, type ScreenServer, type ServerClock } from './server.ts'

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export async function builtPart(): Promise<{ part: Part; built: BuiltPlayer; folder: string }> {
  const { folder, built } = await copyOfPlayer()
  const part = playerPart({ folder }, { log: silentLog })
  await part.start?.()
  return { part, built, folder }
}

/** A host that is not this machine, as far as the browser knows: no secure context over plain http. */
export const foreignHost = 'screens.test'

export function startBrowser(): Promise<Browser> {
  return launchBrowser({ args: [`--host-resolver-rules=MAP ${foreignHost} 127.0.0.1`] })
}

export interface Rig {
  part: Part
  /** Where the player's files are, of this rig alone. */
  folder: string
  server: ScreenServer
  browser: Browser
  context: BrowserContext
  close(): Promise<void>
}

/** A built player, a server that has it, and a browser. */
export async function startRig(clock?: ServerClock): Promise<Rig> {
  const { part, folder } = await builtPart()
  const server = screenServer(part, clock)
  await server.start()
  const browser = await startBrowser()
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } })
  return {
    part,
    folder,
    server,
    browser,
    context,
    async close() {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a player that is paired with `screen` by the try-out key, in a slot of that name. */
export async function openPaired({ context, server }: Rig, screen: string, query = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.origin()}/player/?slot=${screen}&demo=${demoKey}&screen=${screen}${query}`)
  return page
}

/** What the page tells of itself; see `signage-player/page/main.ts`. */
export interface Seen {
  state: string
  nowPlaying: { item: string; title: string; kind: string; since: number } | null
  source: string
  revision: number
  lastSwitchAt: number
  plays: number
  assetsMissing: number
  connected: boolean
  problems: string[]
}

export function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const player = window.pufaPlayer
    if (!player) throw new Error('no player')
    return JSON.parse(JSON.stringify(player)) as Seen
  })
}

/** Waits until the player fits all that is given. */
export async function until(
  page: Page,
  wanted: Record<string, string | number | boolean>,
  timeout = 15_000,
): Promise<void> {
  await page.waitForFunction(
    (facts) => {
      const player = window.pufaPlayer
      const flat = player && { ...player, item: player.nowPlaying?.item }
      return flat && Object.entries(facts).every(([name, value]) => flat[name as keyof typeof flat] === value)
    },
    wanted,
    { timeout, polling: 20 },
  )
}

/** PNG of the picture in the screen's own pixels. */
export async function picture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => window.pufaPlayer?.screenshot() ?? '')
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

export type { Browser, BrowserContext, Page }
