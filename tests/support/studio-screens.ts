/**
 * @file Walks through the Studio as it stands: every tool of its navbar with its tabs and menus, every pane of
 * its desk, a fresh form and a written document of every type. What is added later is visited by itself, since
 * nothing is named here but what tells a pane from a list.
 */
import type { Page } from 'playwright'

export interface Words {
  /** What the page shows. */
  text: string
  /** What is said to whoever hears the page, or points at something: names that no text shows. */
  hidden: string[]
}

/** Waits until nothing on the page has changed for a moment. @returns what it says then */
export const settledWords = (page: Page): Promise<Words> =>
  page.evaluate(async () => {
    const stillMs = 150
    const waitMsMax = 4000
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(still)
        clearTimeout(most)
        observer.disconnect()
        resolve()
      }
      const isWaiting = () =>
        document.querySelector('[data-ui="Spinner"]') !== null ||
        /正在(?:打开|取出|读取)/u.test(document.body.innerText)
      const settle = () => (isWaiting() ? again() : end())
      let still = setTimeout(settle, stillMs)
      const most = setTimeout(end, waitMsMax)
      function again() {
        clearTimeout(still)
        still = setTimeout(settle, stillMs)
      }
      const observer = new MutationObserver(again)
      observer.observe(document.body, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      })
    })
    const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']
    const named = [...document.querySelectorAll(names.map((name) => `[${name}]`).join(','))]
    const hidden = named.flatMap((element) => names.map((name) => element.getAttribute(name) ?? ''))
    return { text: document.body.innerText, hidden: [...new Set(hidden)] }
  })

/** Addresses of all tools, those of a menu too where the navbar is full. */
export async function toolAddresses(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('[data-testid="studio-navbar"] a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(hrefs)].filter((href) => /^\/studio\/[\w-]+$/u.test(href))
}

/** The last pane of the desk: whether it lists documents, and where its rows lead. */
export async function lastPane(page: Page): Promise<{ listsDocuments: boolean; rows: string[] }> {
  const panes = page.locator('[data-pane-index]')
  if ((await panes.count()) === 0) return { listsDocuments: false, rows: [] }
  const last = panes.last()
  const kind = await last.getAttribute('data-ui')
  if (kind !== 'ListPane' && kind !== 'DocumentListPane') return { listsDocuments: false, rows: [] }
  const rows = await last
    .locator('a[data-testid^="pane-item-"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return { listsDocuments: kind === 'DocumentListPane', rows: rows.filter((href) => href !== '') }
}
