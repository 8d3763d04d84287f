/** @file What axe finds on a page: WCAG 2.2 AA and good practice, one line for each finding. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * A page in a frame is a page of its own, and is asked for on its own. So nothing is put together from
 * several frames, which the library does in a second page that it opens for each look, and which takes three
 * times as long; only what is found is told in full.
 * @param within only this part of the page: Sanity's own frame has faults that nobody here can mend
 */
export async function findings(page: Page, within?: string): Promise<string[]> {
  const whole = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const axe = within === undefined ? whole : whole.include(within)
  const { violations } = await axe.withTags(tags).exclude('iframe').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`))
}
