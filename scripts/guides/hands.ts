/**
 * @file A person's eyes and hands in a real browser: finds things by the words that stand on them, as the
 * person does, and presses, writes, chooses and ticks.
 */
import { errors, type Locator, type Page } from 'playwright'
import { dialogWords, type Deed } from './deeds.ts'

const patientMs = 45_000
const pollMs = 100
const insteadMax = 600
/** So long only what is called exactly so is taken; a name that merely holds the words comes second. */
const exactMs = 700

const pressed = [
  ...([
    'button',
    'link',
    'tab',
    'menuitem',
    'option',
    'radio',
    'checkbox',
    'switch',
    'menuitemradio',
  ] as const),
] as const

/** Words on a button that cannot be pressed yet are waited for. */
const open = ':not(:disabled):not(:disabled *)'

type Root = Page | Locator

const any = (locators: readonly Locator[]): Locator => locators.reduce((one, other) => one.or(other))

const byRole = (root: Root, words: string, exact: boolean): Locator =>
  any(pressed.map((role) => root.getByRole(role, { name: words, exact, disabled: false })))

const dialogs = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true })

/** Words are looked for in what lies on top first: a menu, a dialog, then the page. */
function roots(page: Page): Root[] {
  return [
    page.locator('[role="menu"], [role="listbox"]').filter({ visible: true }).last(),
    dialogs(page).last(),
    page,
  ]
}

async function firstShown(locator: Locator): Promise<Locator | null> {
  const shown = locator.filter({ visible: true })
  return (await shown.count()) > 0 ? shown.first() : null
}

/** What a person would say is there instead, in short. */
async function insteadOf(page: Page): Promise<string> {
  const text = await page.locator('body').innerText()
  return `${page.url()} says: ${text.replaceAll(/\s+/gu, ' ').slice(0, insteadMax)}`
}

/** Asks again until it is there. @throws Error that names the words, and what is there instead */
async function wait(
  page: Page,
  what: string,
  look: (passedMs: number) => Promise<Locator | null>,
): Promise<Locator> {
  const begun = performance.now()
  for (;;) {
    const passed = performance.now() - begun
    const found = await look(passed)
    if (found) return found
    if (passed > patientMs) throw new Error(`Not on the screen: ${what}\n${await insteadOf(page)}`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** The part of the page that these words are the heading or the label of. */
export function partOf(page: Page, words: string): Locator {
  const heads = page.getByText(words, { exact: true })
  return page
    .locator(
      '[data-testid^="field-"], fieldset, section, article, li, [role="region"], [role="dialog"], form',
    )
    .filter({ has: heads, visible: true })
    .last()
}

/**
 * What a press on these words would hit.
 * @param within the heading or label of the part they stand in; `dialogWords`: a dialog, which is waited
 *   for, where the same words still stand on the button that opens it
 */
export function target(page: Page, words: string, within?: string): Promise<Locator> {
  const places = () => {
    if (within === undefined) return roots(page)
    return [within === dialogWords ? dialogs(page) : partOf(page, within)]
  }
  return wait(page, `“${words}”${within ? `，在“${within}”那里` : ''}`, async (passed) => {
    for (const exact of passed < exactMs ? [true] : [true, false])
      for (const root of places()) {
        const found = await firstShown(byRole(root, words, exact))
        if (found) return found
        if (passed < exactMs) continue
        const text = await firstShown(root.getByText(words, { exact }).and(page.locator(open)))
        if (text) return text
      }
    return null
  })
}

/** The box that these words are the label of. */
export function box(page: Page, label: string): Promise<Locator> {
  return wait(page, `“${label}”`, async (passed) => {
    for (const root of roots(page)) {
      const labelled = root
        .getByLabel(label, { exact: true })
        .and(root.locator('input, textarea, select, [role="textbox"]'))
      const found = await firstShown(labelled)
      if (found) return found
    }
    if (passed < exactMs) return null
    const inPart = partOf(page, label).locator('input:not([type="file"]), textarea, select, [role="textbox"]')
    return (
      (await firstShown(inPart)) ??
      firstShown(page.getByLabel(label).and(page.locator('input, textarea, select')))
    )
  })
}

/** Words that only stand there. */
export function seen(page: Page, words: string): Promise<Locator> {
  return wait(page, `“${words}”`, async () => {
    for (const exact of [true, false])
      for (const root of roots(page))
        for (const locator of [byRole(root, words, exact), root.getByText(words, { exact })]) {
          const found = await firstShown(locator)
          if (found) return found
        }
    return firstShown(page.getByLabel(words))
  })
}

/** Waits until what is typed goes somewhere. */
export async function typingPlace(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false,
  )
}

/** What a deed is done to; null where it is done wherever the cursor is. */
export function touched(page: Page, deed: Deed): Promise<Locator> | null {
  switch (deed.kind) {
    case 'press':
      return target(page, deed.words, deed.within)
    case 'fill':
    case 'choose':
      return box(page, deed.field)
    case 'tick':
      return target(page, deed.words)
    case 'type':
      return null
  }
}

/** What is found may be drawn anew before the finger is there: then it is looked for again. */
export async function press(page: Page, words: string, within?: string): Promise<void> {
  const begun = performance.now()
  for (;;)
    try {
      // Where it does not wait for what follows, running out of time means that nothing was pressed.
      return await (await target(page, words, within)).click({ timeout: 5_000, noWaitAfter: true })
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || performance.now() - begun > patientMs) throw error
    }
}

/** Does one deed. @returns what it was done to */
export async function perform(page: Page, deed: Deed): Promise<Locator | null> {
  const place = deed.kind === 'press' ? null : await touched(page, deed)
  switch (deed.kind) {
    case 'press':
      await press(page, deed.words, deed.within)
      break
    case 'fill':
      await place?.fill(deed.words)
      break
    case 'choose':
      await place?.selectOption({ label: deed.words })
      break
    case 'tick':
      await place?.check({ force: true })
      break
    case 'type':
      await typingPlace(page)
      // Boxes that search keep what was written last time.
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(deed.words)
  }
  return place
}
