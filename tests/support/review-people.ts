/** @file The sample accounts at the Studio, each in a browser context of its own, and the steps of review they take. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { expect } from 'vitest'
import { keepLedger, type Ledger } from './ledger.ts'
import { adminPassword, type Program } from './program.ts'
import { englishOn, signIn } from './studio.ts'

export interface StudioPerson {
  context: BrowserContext
  page: Page
  ledger: Ledger
}

/** The password that the program printed for a sample account when it made it. */
export function samplePassword(program: Program, name: string): string {
  const found = new RegExp(`${name}  密码 (\\S+)`).exec(program.output())?.[1]
  if (!found) throw new Error(`The program printed no password for ${name}`)
  return found
}

/** Signs in by the page of the lake, as its own person, and waits for the desk. */
export async function personAt(browser: Browser, program: Program, name: string): Promise<StudioPerson> {
  const { origin } = program
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const ledger = keepLedger(context, origin)
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await signIn(page, origin, name === 'admin' ? adminPassword : samplePassword(program, name), name)
  return { context, page, ledger }
}

/** Presses the large button, says something where asked to, confirms, and waits for the badge that follows. */
export async function decide(
  page: Page,
  press: { button: string; confirm: string; words?: string; badge: string },
): Promise<void> {
  await page.getByTestId(`action-${press.button}`).and(page.locator(':enabled')).click()
  await confirm(page, press)
}

/** As `decide`, for a button behind the three dots. */
export async function decideFromMenu(
  page: Page,
  press: { button: string; confirm: string; words?: string; badge: string },
): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', { name: press.button }).click()
  await confirm(page, press)
}

async function confirm(
  page: Page,
  { confirm: label, words, badge }: { confirm: string; words?: string; badge: string },
): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (words !== undefined) await dialog.getByRole('textbox').fill(words)
  expect(await englishOn(page)).toEqual([])
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await badgeOf(page, badge)
}

/** Waits until the badge under the form says it. */
export const badgeOf = (page: Page, words: string): Promise<void> =>
  page.getByTestId('document-pane').getByText(words, { exact: true }).last().waitFor()
