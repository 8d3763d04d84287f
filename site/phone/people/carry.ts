/**
 * @file Links that take a choice along behind their `#`: from a person's page or the directory to the
 * preferences, added to what this page's own address already holds.
 */
import { anything, readPreferences, withPerson, writePreferences } from '../../preferences/state.ts'

/**
 * Addresses of `a[data-pick]` below this node: the person is added as the last preference. Where that
 * cannot be, the link says why, and leads to the list that it would have joined.
 */
export function carryChoices(within: ParentNode): void {
  const { topic, county, people } = readPreferences(location.hash)
  for (const link of within.querySelectorAll<HTMLAnchorElement>('a[data-pick]')) {
    const slug = link.dataset['pick'] ?? ''
    const picked = withPerson(people, slug)
    const [address] = link.href.split('#')
    link.href = `${address}#${writePreferences({ step: 4, topic, county: county ?? anything, people: picked })}`
    const words = people.includes(slug)
      ? '已列为意向'
      : picked === people
        ? '意向已满，先去掉一位'
        : '列为意向'
    if (link.lastChild) link.lastChild.textContent = words
  }
}

/** What the address of this page holds of a choice, for the links to other pages; empty when nothing. */
export function carriedChoices(): string {
  const { people, topic, county } = readPreferences(location.hash)
  return people.length === 0 ? '' : writePreferences({ topic, county, people })
}
