/**
 * @file The directory: the list follows the filter in place, over everybody, without asking the server.
 *
 * The conditions stand behind the `#`. Where the list cannot be read the form is sent as it would be
 * without script; where no program answers (plain files), a query in the address is applied here instead.
 */
import {
  conditionNames,
  filterNames,
  fits,
  loosened,
  readFilter,
  writeFilter,
  type Filter,
} from '../preferences/matching.ts'
import { inOrderOf, type RosterPerson } from '../preferences/roster.ts'
import { readPreferences, writePreferences } from '../preferences/state.ts'
import { chineseDate } from '../words/dates.ts'
import { carriedChoices, carryChoices } from './people/carry.ts'
import { element, part, said } from './people/element.ts'
import { rosterFrom } from './people/load-roster.ts'
import { phoneDate } from './phone-date.ts'
import { personLine } from './people/person-line.ts'

const shownAtOnce = 60

const form = part<HTMLFormElement>('form[data-roster]')
const heading = part('#found')
const status = part('[data-status]')
const list = part('[data-people]')
const tiles = [...document.querySelectorAll<HTMLAnchorElement>('a[data-county]')]
const roster = rosterFrom(said(form, 'roster'))
const field = (name: string) => part<HTMLSelectElement>(`select[name="${name}"]`, form)

const chosen = (): Filter =>
  readFilter(`?${new URLSearchParams(filterNames.map((n) => [n, field(n).value]))}`)

/** What of these conditions the form has choices for. */
function offered(filter: Filter): Filter {
  const has = (name: keyof Filter) => [...field(name).options].some(({ value }) => value === filter[name])
  const entries = filterNames.map((name) => [name, has(name) ? filter[name] : null])
  return Object.fromEntries(entries) as unknown as Filter
}

function fillForm(filter: Filter): void {
  for (const name of filterNames) field(name).value = filter[name] ?? ''
}

function markTile(county: string | null): void {
  for (const tile of tiles) {
    if (tile.dataset['county'] === county) tile.setAttribute('aria-current', 'true')
    else tile.removeAttribute('aria-current')
  }
}

/** The step-by-step way begins where the filter has come to. */
function carryConditions({ topic, county }: Filter): void {
  const way = part<HTMLAnchorElement>('a[data-flow]')
  const code = tiles.find((tile) => tile.dataset['county'] === county)?.dataset['code']
  const { people } = readPreferences(location.hash)
  const begun = { step: code ? 3 : 2, topic, county: code ?? null, people } as const
  way.href = said(form, 'preferences') + (topic ? `#${writePreferences(begun)}` : '')
}

function line(person: RosterPerson): HTMLLIElement {
  const pick = element(
    'a',
    { class: 'more pick', href: said(form, 'preferences'), 'data-pick': person.slug },
    element('span', { class: 'unseen' }, `把${person.name}`),
    '列为意向',
  )
  const carried = carriedChoices()
  const address = said(form, 'person') + encodeURIComponent(person.slug) + (carried && `#${carried}`)
  return personLine(person, address, pick)
}

function drawPeople(people: readonly RosterPerson[]): void {
  const lines = element('ul', { class: 'lines' }, ...people.slice(0, shownAtOnce).map(line))
  const rest = people.slice(shownAtOnce)
  const more =
    rest.length > 0 ? element('button', { class: 'button', type: 'button' }, `再看${rest.length}位`) : null
  more?.addEventListener('click', () => {
    const added = rest.map(line)
    lines.append(...added)
    more.remove()
    carryChoices(list)
    added[0]?.querySelector('a')?.focus()
  })
  list.replaceChildren(lines, ...(more ? [more] : []))
  carryChoices(list)
}

function drawNobody(people: readonly RosterPerson[], filter: Filter): void {
  const wider = loosened(people, filter).map(({ without, filter: next, count }) =>
    element(
      'li',
      {},
      element('a', { href: `#${writeFilter(next)}` }, `不限${conditionNames[without]}：${count}位`),
    ),
  )
  const all = element('li', {}, element('a', { href: '#all' }, `看全部${people.length}位`))
  list.replaceChildren(
    element('p', {}, '这几个条件合在一起，没有人符合。放宽一个再看：'),
    element('ul', { class: 'choices' }, ...wider, all),
    element('p', {}, '拿不准该找谁，直接拨打热线，由值班人员为您指路。'),
  )
}

/** @returns false when the list could not be read, and the page is as it was */
async function show(filter: Filter): Promise<boolean> {
  const read = await roster()
  if (!read) {
    status.textContent = '名单暂时读不到，请再点一次“筛选”，或拨打热线。'
    return false
  }
  const today = phoneDate()
  const everyone = inOrderOf(read, today)
  const people = everyone.filter((person) => fits(person, filter))
  heading.textContent = people.length > 0 ? `共${people.length}位` : '没有符合条件的人'
  status.textContent = heading.textContent
  const order = document.querySelector<HTMLTimeElement>('time[data-order]')
  if (order) {
    order.dateTime = today
    order.textContent = chineseDate(today)
  }
  if (people.length > 0) drawPeople(people)
  else drawNobody(everyone, filter)
  return true
}

/** Shows it, and keeps it in the address without sending it. */
async function follow(filter: Filter): Promise<boolean> {
  markTile(filter.county)
  carryConditions(filter)
  const kept = [writeFilter(filter), carriedChoices()].filter((text) => text !== '').join('&')
  const isShown = await show(filter)
  if (isShown) history.replaceState(null, '', location.pathname + (kept && `#${kept}`))
  return isShown
}

form.addEventListener('change', () => void follow(chosen()))
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void follow(chosen()).then((isShown) => {
    if (!isShown) return form.submit()
    heading.tabIndex = -1
    heading.focus()
  })
})
for (const tile of tiles) {
  tile.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    // A second press on a chosen tile lets the county go again.
    const county = said(tile, 'county')
    field('county').value = field('county').value === county ? '' : county
    void follow(chosen()).then((isShown) => {
      if (!isShown) form.submit()
    })
  })
}

/** The address may ask for conditions that the page, as it was served, does not show. */
function followAddress(): void {
  const asked = offered(readFilter(writeFilter(readFilter(location.hash)) || location.search))
  const isAsked = writeFilter(asked) !== ''
  if (location.hash !== '#all' && (!isAsked || writeFilter(asked) === writeFilter(chosen()))) return
  fillForm(asked)
  void follow(asked)
}

carryChoices(document)
carryConditions(chosen())
followAddress()
addEventListener('hashchange', followAddress)
