/**
 * @file A browser as a box in the street has it: a process of its own with its profile on disk, which can
 * be killed in the middle of anything, as by a power cut, and started again on the same profile.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright'
import { findChromium, quietArguments } from '../../support/browser.ts'

export interface Box {
  /** Starts the browser and opens the page. */
  powerOn(address: string): Promise<Page>
  /** Kills the browser's process; nothing of it gets another word in. */
  cutPower(): Promise<void>
  discard(): Promise<void>
}

const startsWithinMs = 20_000

async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort')
  for (const end = Date.now() + startsWithinMs; Date.now() < end; await pause(50)) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text.includes('\n')) return Number(text.split('\n')[0])
  }
  throw new Error('the browser did not start')
}

export async function openBox(): Promise<Box> {
  const executable = findChromium()
  if (!executable) throw new Error('没有找到 Chromium')
  const profile = await mkdtemp(join(tmpdir(), 'pufa-box-'))
  let running: ChildProcess | null = null
  let browser: Browser | null = null

  const cutPower = async (): Promise<void> => {
    const dying = running
    running = null
    if (!dying?.pid || dying.exitCode !== null) return
    const gone = new Promise((resolve) => dying.once('exit', resolve))
    // The whole group, so that no helper process writes anything after it.
    process.kill(-dying.pid, 'SIGKILL')
    await gone
    await browser?.close().catch(() => undefined)
    browser = null
  }
  return {
    async powerOn(address) {
      await rm(join(profile, 'DevToolsActivePort'), { force: true })
      running = spawn(
        executable,
        [
          ...quietArguments,
          '--headless=new',
          '--hide-crash-restore-bubble',
          '--remote-debugging-port=0',
          `--user-data-dir=${profile}`,
          'about:blank',
        ],
        { detached: true, stdio: 'ignore' },
      )
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`)
      const [context] = browser.contexts()
      const page = context?.pages()[0] ?? (await context?.newPage())
      if (!page) throw new Error('the browser gives no page')
      await page.goto(address)
      return page
    },
    cutPower,
    async discard() {
      await cutPower()
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
