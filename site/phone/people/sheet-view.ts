/** @file Fills the blank sheet from what was chosen. */
import { countyOf, topicOf, type AidAddress, type PreferenceFacts } from '../../preferences/places.ts'
import type { RosterPerson } from '../../preferences/roster.ts'
import { settle, writePreferences, type Preferences } from '../../preferences/state.ts'
import { firstWords, placeName, whoIsMissing, whyTooFew } from '../../preferences/wording.ts'
import { chineseDate } from '../../words/dates.ts'
import { codePicture } from './code-picture.ts'
import { element, part } from './element.ts'
import { phoneLink } from './person-line.ts'

export interface SheetSources {
  roster: readonly RosterPerson[]
  facts: PreferenceFacts
  /** Day on which the sheet is made, where the choice itself holds none. */
  today: string
  /** Whole address of the sheet's page, without its `#`. */
  address: string
}

/** What stands behind the `#` of the sheet's address. */
export function sheetFragment(state: Preferences, today: string): string {
  const { topic, county, people, madeOn } = state
  return writePreferences({ topic, county, people, madeOn: madeOn ?? today })
}

/** @returns how many people of the choice the list knows */
export function fillSheet(view: HTMLElement, state: Preferences, sources: SheetSources): number {
  const { roster, facts, today, address } = sources
  const field = (name: string) => part(`[data-fill="${name}"]`, view)
  const { known, unknown } = settle(state.people, roster)
  const topic = topicOf(facts, state.topic)
  const county = countyOf(facts, state.county)

  write(field('topic'), topic?.title ?? null)
  write(field('county'), county?.title ?? null)
  field('people').replaceChildren(...known.map(preference))
  if (county) field('places').replaceChildren(...whereToGo(county))
  field('words').textContent = firstWords({
    topic: topic?.title ?? null,
    county: county?.title ?? null,
    people: known,
  })
  const date = field('date')
  date.textContent = `填写日期：${chineseDate(state.madeOn ?? today)}`
  date.hidden = false
  const notices = [whoIsMissing(unknown.length), whyTooFew(known.length)].filter((text) => text !== null)
  field('notice').replaceChildren(...notices.map((text) => element('span', { class: 'line' }, text)))
  field('notice').hidden = notices.length === 0
  const code = codePicture(`${address}#${sheetFragment(state, today)}`, '这张意向单的二维码')
  field('picture').replaceChildren(...(code ? [code] : []))
  field('code').hidden = code === null
  return known.length
}

/** What is not known stays a blank to write on. */
function write(holder: HTMLElement, text: string | null): void {
  holder.classList.toggle('blank', text === null)
  holder.textContent = text ?? ''
}

function preference({ name, categoryName, office, officePhone }: RosterPerson, at: number): HTMLElement {
  return element(
    'li',
    {},
    element('b', {}, placeName(at)),
    element(
      'span',
      {},
      element('strong', {}, name),
      ` ${categoryName}`,
      element('span', { class: 'line' }, `${office?.title ?? '机构未登记'}　电话：`, phoneLink(officePhone)),
    ),
  )
}

function whereToGo(county: PreferenceFacts['counties'][number]): HTMLElement[] {
  const { places, bureauName, phone, title } = county
  if (places.length > 0) return places.map(placeLine)
  if (bureauName && phone) {
    return [element('li', {}, `${title}的受理窗口还没有录入，先打${bureauName}：`, phoneLink(phone))]
  }
  return [element('li', {}, `${title}的受理窗口还没有录入，先打热线问。`)]
}

function placeLine({ title, address, phone, hours }: AidAddress): HTMLElement {
  const times = hours ? `　${hours}` : ''
  return element(
    'li',
    {},
    element('strong', {}, title),
    ' 电话：',
    phoneLink(phone),
    element('span', { class: 'line' }, address + times),
  )
}
