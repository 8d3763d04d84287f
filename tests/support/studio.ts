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

/** Whether an address asks the lake to publish. */
export function isPublish(url: string): boolean {
  return url.includes('tag=sanity.studio.document.publish')
}

/**
 * Presses 发布 once, as soon as the button can be pressed. The Studio may still check what was chosen last:
 * it says so on the button and publishes by itself.
 * @returns when it was pressed, Unix ms; by then the lake has been asked
 */
export async function publish(page: Page): Promise<number> {
  const button = page.getByTestId('action-发布').and(page.locator(':enabled'))
  await button.waitFor()
  const pressed = Date.now()
  await Promise.all([page.waitForRequest((request) => isPublish(request.url())), button.click()])
  return pressed
}
