/** @file The row of steps above the flow: where one is, what is chosen so far, and the way to each. */
import { countyOf, topicOf, type PreferenceFacts } from '../../preferences/places.ts'
import type { Preferences } from '../../preferences/state.ts'
import { part } from './element.ts'

/** Writes what is chosen into the row of steps, and marks the chosen topic and county. */
export function drawStages(flow: HTMLElement, state: Preferences, facts: PreferenceFacts): void {
  const values = [
    topicOf(facts, state.topic)?.title ?? (state.topic === null ? '' : '别的事'),
    countyOf(facts, state.county)?.title ?? (state.county === null ? '' : '不限'),
    state.people.length > 0 ? `${state.people.length}位` : '',
    '',
    '',
  ]
  for (const stage of flow.querySelectorAll<HTMLButtonElement>('[data-stage]')) {
    const at = Number(stage.dataset['stage'])
    part('[data-chosen]', stage).textContent = values[at - 1] ?? ''
    if (at === state.step) stage.setAttribute('aria-current', 'step')
    else stage.removeAttribute('aria-current')
  }
  for (const choice of flow.querySelectorAll<HTMLElement>('button[data-topic], button[data-county]')) {
    const { topic, county } = choice.dataset
    choice.setAttribute('aria-pressed', String(topic ? topic === state.topic : county === state.county))
  }
}
