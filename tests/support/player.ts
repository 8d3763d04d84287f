/** @file A screen of the demonstration, open in a browser. */
import type { BrowserContext, Page } from 'playwright'

/** Opens the player of a demonstration screen and waits until it plays. */
export async function openScreen(
  context: BrowserContext,
  origin: string,
  screen: string,
  demoKey: string,
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/player/?slot=${screen}&screen=${screen}&demo=${demoKey}`)
  await page.waitForFunction(() => window.pufaPlayer?.nowPlaying)
  return page
}

/** Waits until the player shows an item whose title has these words; returns the instant it was seen. */
export async function waitUntilShown(page: Page, words: string): Promise<number> {
  await page.waitForFunction((expected) => window.pufaPlayer?.nowPlaying?.title.includes(expected), words, {
    polling: 'raf',
    timeout: 30_000,
  })
  return Date.now()
}
