/** @file The sheet's own page: on the resident's phone, on paper, and on the adviser's phone after a scan. */
import { readFacts } from '../preferences/places.ts'
import { readPreferences, writePreferences } from '../preferences/state.ts'
import { element, part, said } from './people/element.ts'
import { rosterFrom } from './people/load-roster.ts'
import { phoneDate } from './phone-date.ts'
import { fillSheet, sheetFragment } from './people/sheet-view.ts'

const page = part('#sheet')
const view = part('[data-sheet-view]', page)
const state = part('[data-state]', page)
const actions = part('[data-actions]', page)
const facts = readFacts(part('#facts').textContent)
const roster = rosterFrom(said(page, 'roster'))
/** What is shown when a choice is taken out of the address again. */
const blank = [...view.childNodes].map((node) => node.cloneNode(true))

function say(text: string, ...more: readonly Node[]): void {
  state.replaceChildren(text, ...more)
  state.hidden = text === ''
}

async function draw(): Promise<void> {
  const chosen = readPreferences(location.hash)
  const isBlank = chosen.people.length === 0
  part('[data-blank]', page).hidden = !isBlank
  if (isBlank) {
    view.replaceChildren(...blank.map((node) => node.cloneNode(true)))
    actions.hidden = false
    part('[data-copy]', actions).hidden = true
    return
  }
  const list = await roster()
  if (!list) {
    const again = element('button', { class: 'button', type: 'button' }, '再试一次')
    again.addEventListener('click', () => void draw())
    say('名录没有读到，可能是网络断了，意向单暂时填不出来。', again)
    return
  }
  say('')
  const today = phoneDate()
  const address = new URL(location.pathname, location.href).href
  // The address in the bar and the one in the code are the same to the letter.
  history.replaceState(null, '', `${address}#${sheetFragment(chosen, today)}`)
  fillSheet(view, chosen, { roster: list.people, facts, today, address })
  part<HTMLAnchorElement>('[data-change]', actions).href =
    `${said(page, 'preferences')}#${writePreferences({ ...chosen, step: 4, madeOn: null })}`
  part('[data-copy]', actions).hidden = false
  actions.hidden = false
}

part('[data-print]', actions).addEventListener('click', () => print())
part('[data-copy]', actions).addEventListener('click', () => {
  const failed = () => say('这个浏览器不让复制。请长按地址栏复制，或者让对方扫二维码。')
  if (!('clipboard' in navigator)) return failed()
  navigator.clipboard
    .writeText(location.href)
    .then(() => say('网址已经复制，可以发给家里人或者办事人员。'), failed)
})
addEventListener('hashchange', () => void draw())
void draw()
