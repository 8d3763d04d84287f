/**
 * @file The preference flow. The address behind the `#` is the only state: every act writes it, every
 * change of it draws the page anew, so back undoes, forward redoes, and a link shows the same to another.
 */
import type { Filter } from '../preferences/matching.ts'
import { countyOf, readFacts, topicOf } from '../preferences/places.ts'
import { inOrderOf, type RosterPerson } from '../preferences/roster.ts'
import {
  anything,
  movedBy,
  preferencesMax,
  readPreferences,
  settle,
  withoutPerson,
  withPerson,
  writePreferences,
  type Preferences,
  type Step,
} from '../preferences/state.ts'
import { placeName, whoIsMissing } from '../preferences/wording.ts'
import { element, part, said } from './people/element.ts'
import { rosterFrom } from './people/load-roster.ts'
import { phoneDate } from './phone-date.ts'
import { drawMatches } from './people/match-step.ts'
import { drawOrder } from './people/order-step.ts'
import { fillSheet, sheetFragment } from './people/sheet-view.ts'
import { drawStages } from './people/stages.ts'

const flow = part('#flow')
const voice = part('[data-said]', flow)
const facts = readFacts(part('#facts').textContent)
const roster = rosterFrom(said(flow, 'roster'))
const sections = [...flow.querySelectorAll<HTMLElement>('[data-step]')]
let drawnStep: Step | null = null
let drawings = 0
/** Said once the next drawing stands. */
let news: readonly (Node | string)[] = []

function go(change: Partial<Preferences>, ...words: readonly (Node | string)[]): void {
  news = words
  const fragment = writePreferences({ ...readPreferences(location.hash), madeOn: null, ...change })
  if (location.hash === `#${fragment}`) void draw()
  else location.hash = fragment
}

function undoButton(): HTMLButtonElement {
  const before = location.hash
  const undo = element('button', { type: 'button', class: 'take', 'data-key': 'undo' }, '撤销')
  undo.addEventListener('click', () => {
    news = ['已经撤销。']
    location.hash = before
  })
  return undo
}

function toggle(person: RosterPerson, people: readonly string[]): void {
  if (people.includes(person.slug)) {
    return go({ people: withoutPerson(people, person.slug) }, `已去掉${person.name}。`, undoButton())
  }
  if (people.length >= preferencesMax) {
    voice.replaceChildren(`最多写${preferencesMax}位。要换人，先去掉一位。`)
    return
  }
  go({ people: withPerson(people, person.slug) }, `${person.name}列为${placeName(people.length)}。`)
}

function move(person: RosterPerson, people: readonly string[], places: -1 | 1): void {
  const moved = movedBy(people, person.slug, places)
  const at = moved.indexOf(person.slug)
  if (moved === people) voice.replaceChildren(`${person.name}已经是${places < 0 ? '第一位' : '最后一位'}。`)
  else go({ people: moved }, `${person.name}现在是${placeName(at)}。`)
}

/** Conditions of the third step; a county's code becomes its slug. */
function filterOf(state: Preferences): Filter {
  const topic = topicOf(facts, state.topic)?.slug ?? null
  const county = countyOf(facts, state.county)?.slug ?? null
  return { topic, county, category: null, office: null }
}

/** Draws what the address says. The first two steps need no list; the others wait for it. */
async function draw(): Promise<void> {
  const state = readPreferences(location.hash)
  const words = news
  news = []
  const held =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined
  drawStages(flow, state, facts)
  drawings += 1
  const mine = drawings
  const list = state.step < 3 ? null : await roster()
  // Another act came while the list was on its way: that one draws.
  if (mine !== drawings) return
  const isUnread = state.step >= 3 && list === null
  for (const section of sections) section.hidden = isUnread || said(section, 'step') !== String(state.step)
  if (isUnread) return sayUnread()
  const missing = list ? drawStep(state, inOrderOf(list, phoneDate())) : 0
  voice.replaceChildren(...(words.length > 0 ? words : [whoIsMissing(missing) ?? '']))
  settleFocus(state.step, held)
}

function drawStep(state: Preferences, people: readonly RosterPerson[]): number {
  const section = part(`[data-step="${state.step}"]`, flow)
  const { known, unknown } = settle(state.people, people)
  const chosen = known.map(({ slug }) => slug)
  if (state.step === 3) {
    const filter = filterOf(state)
    drawMatches(section, {
      people,
      filter,
      asked: [
        countyOf(facts, state.county)?.title ?? '全部县（市、区）',
        topicOf(facts, state.topic)?.title ?? '各类事情',
      ].join('，'),
      chosen,
      pageOf: ({ slug }) =>
        `${said(flow, 'person')}${encodeURIComponent(slug)}#${writePreferences({ ...state, people: chosen })}`,
      onToggle: (person) => toggle(person, chosen),
      onLoosen: (wider) =>
        go({
          topic: wider.topic === null ? anything : state.topic,
          county: wider.county === null ? anything : state.county,
        }),
      onNext: () => go({ step: 4, people: chosen }),
    })
  }
  if (state.step === 4) {
    drawOrder(section, {
      people: known,
      onMove: (person, places) => move(person, chosen, places),
      onRemove: (person) => toggle(person, chosen),
      onMore: () => go({ step: state.topic === null ? 1 : 3, people: chosen }),
      onSheet: () => go({ step: 5, people: chosen }),
    })
  }
  if (state.step === 5) {
    const today = phoneDate()
    const address = new URL(said(flow, 'sheet'), location.href).href
    fillSheet(section, state, { roster: people, facts, today, address })
    part<HTMLAnchorElement>('[data-alone]', section).href = `${address}#${sheetFragment(state, today)}`
  }
  return state.step === 5 ? 0 : unknown.length
}

function sayUnread(): void {
  const again = element('button', { type: 'button', class: 'take' }, '再试一次')
  again.addEventListener('click', () => void draw())
  voice.replaceChildren('名录没有读到，可能是网络断了。您选的都还在网址里，没有丢。', again)
}

/** A step that comes anew is read from its heading; within a step the finger stays where it was. */
function settleFocus(step: Step, held: string | undefined): void {
  const isNew = drawnStep !== null && drawnStep !== step
  drawnStep = step
  const section = part(`[data-step="${step}"]`, flow)
  const kept = held && flow.querySelector<HTMLElement>(`[data-key="${CSS.escape(held)}"]`)
  if (isNew) {
    part('h2', section).focus({ preventScroll: true })
    flow.scrollIntoView({ block: 'start' })
  } else if (kept) kept.focus({ preventScroll: true })
  else if (held) (flow.querySelector<HTMLElement>('[data-key="undo"]') ?? part('h2', section)).focus()
}

for (const stage of flow.querySelectorAll<HTMLButtonElement>('[data-stage]')) {
  stage.addEventListener('click', () => go({ step: Number(stage.dataset['stage']) as Step }))
}
for (const choice of flow.querySelectorAll<HTMLButtonElement>('button[data-topic]')) {
  choice.addEventListener('click', () => go({ topic: said(choice, 'topic'), step: 2 }))
}
for (const choice of flow.querySelectorAll<HTMLButtonElement>('button[data-county]')) {
  choice.addEventListener('click', () => go({ county: said(choice, 'county'), step: 3 }))
}
part('[data-print]', flow).addEventListener('click', () => print())
addEventListener('hashchange', () => void draw())
flow.hidden = false
void draw()
// Asked for before it is needed: a phone that loses its network later can still go on to the sheet.
void roster()
