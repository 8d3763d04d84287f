/**
 * @file Counts last days on the reader's phone, beside every time limit of a question and on /deadlines.
 *
 * The day is the page's (`data-today`), not the phone's: old phones lose their date. What is chosen and
 * typed stays in the fields themselves; nothing is kept and nothing is sent.
 */
import type { PeriodUnit } from '../../contracts/documents/knowledge.ts'
import { calendarFile, canSaveFiles } from '../deadlines/calendar-file.ts'
import { countPeriod, daysUntil, type Counted, type Period, type SwappedDays } from '../deadlines/count.ts'
import { kindOf } from '../deadlines/kind.ts'
import type { Matter } from '../deadlines/matters.ts'
import { adviceText, dayAndWeekday, daysLeftText, reasons } from '../deadlines/words.ts'

function part<Kind extends HTMLElement = HTMLElement>(root: ParentNode, name: string): Kind {
  const found = root.querySelector<Kind>(`[data-${name}]`)
  if (!found) throw new Error(`the page has no part ${name}`)
  return found
}

const json = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent || 'null')
const swapped = (json('deadline-years') ?? {}) as SwappedDays

/** @returns what is asked for, or null while something is still open */
function asked(root: HTMLElement): Period | null {
  const { amount, unit } = root.dataset
  const start = part<HTMLInputElement>(root, 'start').value
  return amount && unit && start ? { start, amount: Number(amount), unit: unit as PeriodUnit } : null
}

function show(root: HTMLElement): void {
  const period = asked(root)
  const counted = period && countPeriod(period, swapped)
  part(root, 'problem').hidden = !period || counted !== null
  part(root, 'result').hidden = !counted
  if (period && counted) write(root, period, counted)
}

function write(root: HTMLElement, period: Period, counted: Counted): void {
  const { title = '', today = '' } = root.dataset
  const days = daysUntil(counted.lastDay, today)
  const advice = adviceText(kindOf({ title, ...period }), days, counted)
  part(root, 'last').textContent = dayAndWeekday(counted.lastDay)
  const left = part(root, 'left')
  left.textContent = daysLeftText(days)
  left.className = `state ${days < 0 ? 'late' : days < 30 ? 'soon' : 'good'}`
  part(root, 'advice').textContent = advice ?? ''
  part(root, 'advice').hidden = advice === null
  part(root, 'call').hidden = days >= 7
  part(root, 'reasons').replaceChildren(
    ...reasons(period, counted).map((reason) => {
      const line = document.createElement('li')
      line.textContent = reason
      return line
    }),
  )
  const savable = days >= 0 && canSaveFiles(navigator.userAgent)
  part(root, 'save').hidden = !savable
  part(root, 'note-down').hidden = days < 0 || savable
}

function save(root: HTMLElement): void {
  const period = asked(root)
  const counted = period && countPeriod(period, swapped)
  if (!period || !counted) return
  const { title = '', today = '', hotline = '' } = root.dataset
  const note = `从${period.start}起算。这是自己算的，请赶早去办，拿不准打${hotline}。`
  const text = calendarFile({ title, lastDay: counted.lastDay, note, today })
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const way = document.createElement('a')
  way.href = address
  way.download = `${title}-${counted.lastDay}.ics`
  way.click()
  // The browser reads the file after this event; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** On the page of all matters: what is chosen becomes what is counted. */
function chooser(root: HTMLElement, matters: readonly Matter[]): void {
  const matter = part<HTMLSelectElement>(root, 'matter')
  const event = part<HTMLSelectElement>(root, 'event')
  const ownAmount = part<HTMLInputElement>(root, 'own-amount')
  const ownUnit = part<HTMLSelectElement>(root, 'own-unit')
  const chosen = () => matters.find(({ id }) => id === matter.value)

  function chooseMatter(): void {
    const { starts = [] } = chosen() ?? {}
    event.replaceChildren(...starts.map(({ runsFrom }, place) => new Option(runsFrom, String(place))))
    chooseEvent()
  }
  function chooseEvent(): void {
    const isOwn = matter.value === 'own'
    const found = chosen()
    const start = found?.starts[Number(event.value)]
    root.dataset['title'] = isOwn ? '自己填的期限' : (found?.title ?? '')
    root.dataset['amount'] = isOwn ? ownAmount.value : String(found?.amount ?? '')
    root.dataset['unit'] = isOwn ? ownUnit.value : (found?.unit ?? '')
    part(root, 'own').hidden = !isOwn
    part(root, 'event-field').hidden = (found?.starts.length ?? 0) < 2
    part(root, 'start-field').hidden = !isOwn && !found
    part(root, 'start-label').textContent = start
      ? `${start.runsFrom}，是哪一天？`
      : '从哪一天起算？写着“收到之日起”的，填收到那天'
    part(root, 'note').textContent = start?.note ?? ''
    part(root, 'note').hidden = !start?.note
    const question = part<HTMLAnchorElement>(root, 'question')
    question.textContent = start?.question.title ?? ''
    question.href = start ? `/questions/${start.question.slug}` : '/questions'
    part(root, 'next').hidden = !start
    show(root)
  }
  matter.addEventListener('change', chooseMatter)
  for (const field of [event, ownUnit]) field.addEventListener('change', chooseEvent)
  ownAmount.addEventListener('input', chooseEvent)
  chooseMatter()
}

const matters = json('deadline-matters') as readonly Matter[] | null
for (const root of document.querySelectorAll<HTMLElement>('[data-counter]')) {
  const start = part<HTMLInputElement>(root, 'start')
  start.addEventListener('input', () => show(root))
  part(root, 'is-today').addEventListener('click', () => {
    start.value = root.dataset['today'] ?? ''
    show(root)
  })
  part(root, 'save').addEventListener('click', () => save(root))
  if (matters) chooser(root, matters)
  root.hidden = false
}
for (const plain of document.querySelectorAll<HTMLElement>('[data-by-hand]')) plain.hidden = true
