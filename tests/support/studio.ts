/** @file What an editor does in the Studio, as the tests do it: sign in, open, write, publish. */
import type { Page } from 'playwright'
import { adminPassword } from './program.ts'

/** Opens the Studio and signs in where it asks; ends on the desk. */
export async function signIn(page: Page, origin: string, password = adminPassword): Promise<void> {
  await page.goto(`${origin}/studio/`)
  await page.waitForURL(/\/login/)
  await page.getByLabel('账号').fill('admin')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/studio/)
  await page.getByText('屏幕内容').first().waitFor()
}

/** Opens the form of a fresh document of a type. */
export async function createDocument(page: Page, origin: string, type: string): Promise<void> {
  await page.goto(`${origin}/studio/intent/create/template=${type};type=${type}/`)
  await page.getByTestId('form-view').waitFor()
}

export async function openDocument(page: Page, origin: string, type: string, id: string): Promise<void> {
  await page.goto(`${origin}/studio/intent/edit/id=${id};type=${type}/`)
  await page.getByTestId('form-view').waitFor()
}

/** A person takes a moment to reach the button; the Studio uses it to check what was typed last. */
const reachForButtonMs = 1_500

/** Waits as a person does until what was written is saved and may be published. */
export async function readyToPublish(page: Page): Promise<void> {
  await page.getByTestId('action-发布').and(page.locator(':enabled')).waitFor()
  await page.waitForTimeout(reachForButtonMs)
}

/** Presses before the test gives up. */
const pressesMax = 3
const askedWithinMs = 4_000

/**
 * Presses until the Studio asks the lake to publish. It sometimes loses a press while it still checks a
 * reference that was just chosen (a fault of the Studio's own, said aloud here); a person presses again.
 * @returns when the press that counted was made, Unix ms
 */
export async function publish(page: Page): Promise<number> {
  await readyToPublish(page)
  for (let press = 1; press <= pressesMax; press++) {
    const asked = page
      .waitForResponse((response) => response.url().includes('document.publish'), { timeout: askedWithinMs })
      .then(
        () => true,
        () => false,
      )
    const pressed = Date.now()
    await page.getByTestId('action-发布').click()
    if (await asked) return pressed
    process.stdout.write(`the Studio lost press ${press} on 发布\n`)
  }
  throw new Error('the Studio takes no press on 发布')
}
