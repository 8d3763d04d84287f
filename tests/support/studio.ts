/** @file What an editor does in the Studio, as the tests do it: sign in, open, write, publish. */
import type { BrowserContext, Page } from 'playwright'
import { adminPassword } from './program.ts'

/** Whoever signs in here has seen the tour: it would stand beside what the test looks at. */
export async function skipTour(context: BrowserContext, origin: string): Promise<void> {
  const me = (await (await context.request.get(`${origin}/v2025-02-19/users/me`)).json()) as { id: string }
  await context.request.put(`${origin}/v2025-02-19/users/me/keyvalue`, {
    data: [{ key: `pufa.tour.${me.id}`, value: { isDone: true, left: 0 } }],
    headers: { origin },
  })
}

/** Screens are left without loading the page again, as its links do: it takes a tenth of the time. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

/** Goes to a page of the Studio, by its path; loads the Studio only where the browser is elsewhere. */
export async function goInStudio(page: Page, origin: string, path: string): Promise<void> {
  const isThere = page.url().startsWith(`${origin}/studio/`)
  await (isThere ? goWithin(page, path) : page.goto(origin + path))
}

/** As `goInStudio`, and waits for a form that was not there before. */
export async function openForm(page: Page, origin: string, path: string): Promise<void> {
  await goInStudio(page, origin, '/studio/structure')
  await page.getByTestId('structure-tool-list-pane').first().waitFor()
  await page.getByTestId('form-view').waitFor({ state: 'detached' })
  await goInStudio(page, origin, path)
  await page.getByTestId('form-view').waitFor()
}

/** Signs in on the page of the lake, which leads to the Studio; ends on the desk. */
export async function signIn(
  page: Page,
  origin: string,
  password = adminPassword,
  user = 'admin',
): Promise<void> {
  await page.goto(`${origin}/login?origin=${encodeURIComponent(`${origin}/studio/`)}`)
  await page.getByLabel('账号').fill(user)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/studio/)
  await skipTour(page.context(), origin)
  await page.getByText('屏幕内容').first().waitFor()
}

/** Opens the form of a fresh document of a type. */
export async function createDocument(page: Page, origin: string, type: string): Promise<void> {
  await openForm(page, origin, `/studio/intent/create/template=${type};type=${type}/`)
}

export async function openDocument(page: Page, origin: string, type: string, id: string): Promise<void> {
  await openForm(page, origin, `/studio/intent/edit/id=${id};type=${type}/`)
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

/** Chooses one of the actions that stand behind the three dots beside 发布. */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', { name, exact: false }).click()
}

/** Opens what happened to the document, beside its form. */
export async function openHistory(page: Page): Promise<void> {
  const document = page.getByTestId('document-pane')
  await document.getByTestId('form-view').waitFor()
  await document.getByTestId('pane-context-menu-button').click()
  await page.getByRole('menuitem', { name: '历史记录' }).click()
  await page.getByTestId('timeline-item-button').first().waitFor()
}

/** Latin words in a text, other than the names of keys and what is allowed. */
export function englishIn(text: string, allowed: readonly string[] = []): string[] {
  const words = text.match(/[A-Za-z]{3,}(?: [A-Za-z]+)*/g) ?? []
  return words.filter((word) => !['Ctrl', 'Alt', 'Shift', 'Tab', 'Esc', ...allowed].includes(word))
}

/** Those that a page shows. */
export const englishOn = async (page: Page, allowed: readonly string[] = []): Promise<string[]> =>
  englishIn(await page.locator('body').innerText(), allowed)

/** The lake, asked and told as the editor who is signed in. */
export interface AskedLake {
  /** The answer of a query over everything, drafts too. */
  query<Result>(groq: string, params?: Record<string, unknown>): Promise<Result>
  mutate(...mutations: object[]): Promise<void>
}

export function lakeOf(context: BrowserContext, origin: string): AskedLake {
  const data = `${origin}/v2025-02-19/data`
  return {
    async query<Result>(groq: string, params: Record<string, unknown> = {}) {
      const search = new URLSearchParams({ query: groq, perspective: 'raw' })
      for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value))
      const response = await context.request.get(`${data}/query/production?${search}`)
      if (!response.ok()) throw new Error(`The query answered ${response.status()}: ${await response.text()}`)
      return ((await response.json()) as { result: Result }).result
    },
    async mutate(...mutations) {
      const response = await context.request.post(`${data}/mutate/production`, {
        data: { mutations },
        headers: { origin },
      })
      if (!response.ok())
        throw new Error(`The mutation answered ${response.status()}: ${await response.text()}`)
    },
  }
}
