/** @file Papers as a phone shows them: the phone, the word that stands in all that is typed, the document. */
import type { Page } from 'playwright'

/** What the worker for reading without network asks for is told in resident-reads-offline. */
export const phone = {
  viewport: { width: 390, height: 844 },
  locale: 'zh-CN',
  hasTouch: true,
  isMobile: true,
  serviceWorkers: 'block',
} as const

/** Stands in everything that is typed, so that a single request holding any of it is found. */
export const secret = '甲乙丙丁戊'

export const squeeze = (text: string | null): string => (text ?? '').replace(/\s/g, '')
/** What the document on the page says, without white space. */
export const sheetText = async (page: Page): Promise<string> =>
  squeeze(await page.locator('#sheet').textContent())
