/** @file The third step: people who fit, in the neutral order of the day, each to be taken or let go. */
import { fits, loosened, type Filter } from '../../preferences/matching.ts'
import type { RosterPerson } from '../../preferences/roster.ts'
import { preferencesMin } from '../../preferences/state.ts'
import { placeName } from '../../preferences/wording.ts'
import { element, part } from './element.ts'
import { personLine } from './person-line.ts'

export interface MatchStep {
  people: readonly RosterPerson[]
  filter: Filter
  /** What is asked for, in words. */
  asked: string
  chosen: readonly string[]
  /** Address of the page of a person. */
  pageOf(person: RosterPerson): string
  onToggle(person: RosterPerson): void
  onLoosen(filter: Filter): void
  onNext(): void
}

const shownAtOnce = 12
let shownMax = shownAtOnce
let shownFor = ''

/** Draws the step into its section. */
export function drawMatches(section: HTMLElement, step: MatchStep): void {
  const { people, filter, chosen } = step
  const matches = people.filter((person) => fits(person, filter))
  const key = JSON.stringify(filter)
  if (key !== shownFor) shownMax = shownAtOnce
  shownFor = key
  part('[data-summary]', section).textContent =
    matches.length > 0
      ? `${step.asked}：共${matches.length}位，按今天的轮换次序排列。`
      : `${step.asked}：名录里没有合适的人。`
  part('[data-matches]', section).replaceChildren(
    ...matches
      .slice(0, shownMax)
      .map((person) => personLine(person, step.pageOf(person), takeButton(person, step))),
  )
  part('[data-after]', section).replaceChildren(
    ...moreButton(section, step, matches.length),
    ...wider(step, matches.length),
    nextButton(step, chosen.length),
  )
}

function button(key: string, words: string, onClick: () => void, className = 'button'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className, 'data-key': key }, words)
  made.addEventListener('click', onClick)
  return made
}

function takeButton(person: RosterPerson, step: MatchStep): HTMLButtonElement {
  const at = step.chosen.indexOf(person.slug)
  const made = button(
    `take-${person.slug}`,
    '',
    () => step.onToggle(person),
    at === -1 ? 'take' : 'take taken',
  )
  made.append(
    element('span', { class: 'unseen' }, `${person.name}：`),
    at === -1 ? '列为意向' : `✓ ${placeName(at)}，点此取消`,
  )
  return made
}

function moreButton(section: HTMLElement, step: MatchStep, count: number): HTMLElement[] {
  if (count <= shownMax) return []
  const show = () => {
    const from = shownMax
    shownMax += shownAtOnce * 2
    drawMatches(section, step)
    part('[data-matches]', section).children[from]?.querySelector('a')?.focus()
  }
  return [button('more', `再看${Math.min(count - shownMax, shownAtOnce * 2)}位`, show, 'take')]
}

/** Where fewer fit than one needs, the conditions that stand in the way. */
function wider(step: MatchStep, count: number): HTMLElement[] {
  if (count >= preferencesMin) return []
  const choices = loosened(step.people, step.filter).filter((choice) => choice.count > count)
  const names = {
    county: '不限县（市、区）',
    topic: '不限擅长的事情',
    category: '不限类别',
    office: '不限机构',
  }
  return [
    element('p', {}, '点援要写两位或更多。放宽一个条件，可以看到更多的人：'),
    element(
      'div',
      { class: 'actions' },
      ...choices.map(({ without, filter, count: found }) =>
        button(`wider-${without}`, `${names[without]}（${found}位）`, () => step.onLoosen(filter), 'take'),
      ),
    ),
  ]
}

function nextButton(step: MatchStep, count: number): HTMLElement {
  const words = count === 0 ? '先选人，再排先后' : `已选${count}位，下一步：排先后`
  return element('div', { class: 'actions' }, button('next', words, step.onNext))
}
