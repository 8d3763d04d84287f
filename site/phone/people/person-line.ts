/** @file One person in a list, drawn as `LawyerList.astro` draws it. */
import type { RosterPerson } from '../../preferences/roster.ts'
import { tel } from '../../words/addresses.ts'
import { element } from './element.ts'

export const phoneLink = (phone: string) => element('a', { class: 'more', href: tel(phone) }, phone)

/**
 * @param address of the person's own page
 * @param actions what can be done with this person here
 */
export function personLine(
  person: RosterPerson,
  address: string,
  ...actions: readonly HTMLElement[]
): HTMLLIElement {
  const { name, categoryName, office, county, expertise, officePhone } = person
  return element(
    'li',
    {},
    element('a', { class: 'name', href: address }, name),
    element(
      'p',
      { class: 'marks' },
      element('b', {}, categoryName),
      office && element('span', {}, office.title),
      county && element('span', {}, county.title),
    ),
    expertise.length > 0 ? element('p', {}, `擅长：${expertise.map(({ title }) => title).join('、')}`) : null,
    element('p', {}, '办公电话：', phoneLink(officePhone)),
    ...actions,
  )
}
