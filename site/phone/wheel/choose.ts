/** @file The choice of topics on `/fair`: kept on this phone, handed to the wheel behind the `#` of its address. */
import { parseFragment, toFragment } from '../../fair/choice.ts'
import { element } from '../element.ts'
import { keepText, keptText } from '../kept-text.ts'
import { choiceName } from './names.ts'

const form = element('#stand', HTMLFormElement)
const audience = element('#stand-audience', HTMLSelectElement)
const sectors = element('#stand-sectors', HTMLSelectElement)
const trouble = element('#stand-trouble', HTMLElement)
const ticks = [...form.querySelectorAll<HTMLInputElement>('input[name="topic"]')]

function setAll(checked: boolean): void {
  for (const tick of ticks) tick.checked = checked
}

/** What this phone chose the last time; topics that have gone since are left out. */
function restore(): void {
  const kept = parseFragment(keptText(choiceName) ?? '')
  if (kept === null) return
  const wanted = new Set(kept.topics)
  if (ticks.some(({ value }) => wanted.has(value)))
    for (const tick of ticks) tick.checked = wanted.has(tick.value)
  audience.value = kept.audience ?? ''
  if (audience.selectedIndex === -1) audience.value = ''
  sectors.value = String(kept.sectors)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const topics = ticks.filter(({ checked }) => checked).map(({ value }) => value)
  if (topics.length === 0) {
    trouble.textContent = '请至少选一类题。'
    ticks[0]?.focus()
    return
  }
  const fragment = toFragment({ topics, audience: audience.value || null, sectors: Number(sectors.value) })
  keepText(choiceName, fragment)
  location.assign(`/fair/wheel${fragment}`)
})
element('#all', HTMLButtonElement).addEventListener('click', () => setAll(true))
element('#none', HTMLButtonElement).addEventListener('click', () => setAll(false))
restore()
element('#wheel-without-script', HTMLElement).hidden = true
form.hidden = ticks.length === 0
