/** @file The fourth step: the chosen people, to be put in order. */
import type { RosterPerson } from '../../preferences/roster.ts'
import { preferencesMax } from '../../preferences/state.ts'
import { placeName, whyTooFew } from '../../preferences/wording.ts'
import { element, part } from './element.ts'

export interface OrderStep {
  people: readonly RosterPerson[]
  onMove(person: RosterPerson, places: -1 | 1): void
  onRemove(person: RosterPerson): void
  onMore(): void
  onSheet(): void
}

/** Draws the step into its section. */
export function drawOrder(section: HTMLElement, step: OrderStep): void {
  const { people } = step
  part('[data-ranking]', section).replaceChildren(...people.map((person, at) => entry(person, at, step)))
  const few = part('[data-few]', section)
  few.textContent = whyTooFew(people.length) ?? ''
  few.hidden = few.textContent === ''
  const sheet = act('sheet', '下一步：出意向单', 'button', () => {
    // Not barred without a word: the reason stands there, and is read out.
    if (few.hidden) step.onSheet()
    else few.focus()
  })
  const more = people.length < preferencesMax ? [act('add', '再加一位', 'take', step.onMore)] : []
  part('[data-onward]', section).replaceChildren(sheet, ...more)
}

function entry(person: RosterPerson, at: number, step: OrderStep): HTMLElement {
  const { name, slug, categoryName, office } = person
  const named = (words: string) => [element('span', { class: 'unseen' }, `${name}：`), words]
  const up = act(`up-${slug}`, '', 'take', () => step.onMove(person, -1))
  const down = act(`down-${slug}`, '', 'take', () => step.onMove(person, 1))
  const remove = act(`remove-${slug}`, '', 'take', () => step.onRemove(person))
  up.append(...named('▲ 上移'))
  down.append(...named('▼ 下移'))
  remove.append(...named('去掉'))
  if (at === 0) up.setAttribute('aria-disabled', 'true')
  if (at === step.people.length - 1) down.setAttribute('aria-disabled', 'true')
  return element(
    'li',
    {},
    element('b', {}, placeName(at)),
    element(
      'div',
      {},
      element('strong', {}, name),
      ` ${categoryName}`,
      element('span', { class: 'line' }, office?.title ?? '机构未登记'),
      element('div', { class: 'actions' }, up, down, remove),
    ),
  )
}

function act(key: string, words: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className, 'data-key': key }, words)
  made.addEventListener('click', onClick)
  return made
}
