/**
 * @file The check-up on its page: one part at a time, then the result. Keeps the answers on this phone only.
 *
 * Nothing here knows the network. The page is in one of two states: `asking` one part, or `result`.
 */
import {
  type Answer,
  type Answers,
  type ListedItem,
  questionsForLawyer,
  verdictOf,
} from '../checkup/judge.ts'
import { keepAnswers, parseAnswers } from '../checkup/kept.ts'
import { resultWords, verdictWords } from '../checkup/words.ts'
import { chineseDate } from '../words/dates.ts'
import { element } from './element.ts'
import { forgetText, keepText, keptText } from './kept-text.ts'
import { phoneDate } from './phone-date.ts'
import { askTwice } from './wheel/ask-twice.ts'

const name = 'pufa-checkup'
const list = element('#checkup', HTMLElement)
const result = element('#result', HTMLElement)
const areas = [...list.querySelectorAll<HTMLElement>('section.area')]
const areaButtons = [...list.querySelectorAll<HTMLButtonElement>('#areas button')]

interface ShownItem extends ListedItem {
  place: HTMLElement
}

const items: readonly ShownItem[] = [...list.querySelectorAll<HTMLElement>('li.item')].map((place) => ({
  id: place.id,
  number: Number(place.dataset['number']),
  area: place.dataset['area'] ?? '',
  riskyAnswer: place.dataset['risky'] === 'yes' ? 'yes' : 'no',
  place,
}))

let answers: Answers = parseAnswers(keptText(name), new Set(items.map(({ id }) => id)))
let present = 0
const boxes = [...list.querySelectorAll<HTMLInputElement>('.answers input')]

const part = (item: ShownItem, selector: string) => element(selector, HTMLElement, item.place)
const within = (area: HTMLElement | undefined) => items.filter(({ place }) => area?.contains(place))
const listItem = (words: string) => Object.assign(document.createElement('li'), { textContent: words })

function showProgress(): void {
  const done = Object.keys(answers).length
  element('#progress', HTMLElement).textContent = `已答${done}项，共${items.length}项`
  for (const [index, button] of areaButtons.entries()) {
    const own = within(areas[index])
    const ownDone = own.filter(({ id }) => answers[id] !== undefined).length
    element('.done', HTMLElement, button).textContent = String(ownDone)
    button.classList.toggle('full', ownDone === own.length)
    if (index === present) button.setAttribute('aria-current', 'true')
    else button.removeAttribute('aria-current')
  }
}

/** @param focus whether the reader asked for it */
function showAsking(index: number, focus: boolean): void {
  present = Math.max(0, Math.min(areas.length - 1, index))
  list.dataset['state'] = 'asking'
  result.hidden = true
  for (const [place, area] of areas.entries()) area.hidden = place !== present
  for (const item of items) {
    item.place.hidden = false
    part(item, '.answers').hidden = false
    part(item, '.verdict').hidden = true
    part(item, '.behind').hidden = true
  }
  element('#to-ask', HTMLElement).hidden = true
  element('#areas', HTMLElement).hidden = false
  element('#steering', HTMLElement).hidden = false
  element('#before', HTMLElement).hidden = present === 0
  element('#after', HTMLElement).hidden = present === areas.length - 1
  showProgress()
  if (focus) areas[present]?.focus()
}

function showItemResult(item: ShownItem): void {
  const given = answers[item.id]
  const verdict = verdictOf(item, given)
  const isShown = verdict === 'risk' || verdict === 'open'
  item.place.hidden = !isShown
  part(item, '.answers').hidden = true
  part(item, '.behind').hidden = !isShown
  const line = part(item, '.verdict')
  line.hidden = !isShown
  line.className = `verdict state ${verdict === 'risk' ? 'soon' : 'unknown'}`
  line.textContent = verdictWords(verdict, given)
}

function showResult(): void {
  list.dataset['state'] = 'result'
  for (const item of items) showItemResult(item)
  for (const area of areas) area.hidden = within(area).every(({ place }) => place.hidden)
  const words = resultWords(items, answers)
  element('#result-words', HTMLElement).textContent = words.summary
  element('#counts', HTMLElement).replaceChildren(...words.counts.map(listItem))
  const questions = questionsForLawyer(items, answers)
  element('#lawyer-questions', HTMLElement).replaceChildren(...questions.map(listItem))
  element('#to-ask', HTMLElement).hidden = questions.length === 0
  element('#date', HTMLElement).textContent = chineseDate(phoneDate())
  element('#areas', HTMLElement).hidden = true
  element('#steering', HTMLElement).hidden = true
  result.hidden = false
  result.focus()
}

const isAnswer = (value: string): value is Answer => ['yes', 'no', 'unknown'].includes(value)

list.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !isAnswer(target.value)) return
  answers = { ...answers, [target.name]: target.value }
  keepText(name, keepAnswers(answers))
  showProgress()
})
for (const [index, button] of areaButtons.entries())
  button.addEventListener('click', () => showAsking(index, true))
element('#before', HTMLElement).addEventListener('click', () => showAsking(present - 1, true))
element('#after', HTMLElement).addEventListener('click', () => showAsking(present + 1, true))
element('#show-result', HTMLElement).addEventListener('click', showResult)
element('#back', HTMLElement).addEventListener('click', () => showAsking(present, true))
element('#print', HTMLElement).addEventListener('click', () => print())
askTwice(element('#clear', HTMLButtonElement), '确定清空', () => {
  answers = {}
  forgetText(name)
  for (const box of boxes) box.checked = false
  showAsking(0, true)
})

if (items.length > 0) {
  for (const box of boxes) box.checked = answers[box.name] === box.value
  element('#on-paper', HTMLElement).hidden = true
  showAsking(0, false)
}
