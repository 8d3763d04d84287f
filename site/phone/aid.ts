/**
 * @file The eligibility check for legal aid on the reader's phone: one question after the other.
 *
 * Answers live in the choices themselves and behind the `#` of the address, so that an adviser can pass a
 * result on as a link; nothing is kept and nothing is sent.
 */
import {
  answersText,
  consistent,
  isGroupAsked,
  nextQuestion,
  parseAnswers,
  type Answers,
} from '../aid/answers.ts'
import { assess, verdictTitles, type IncomeLine } from '../aid/assess.ts'

const check = document.querySelector<HTMLElement>('[data-check]')
const line = JSON.parse(document.getElementById('aid-line')?.textContent || 'null') as IncomeLine
const hasLine = line !== null

function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-${name}]`)
  if (!found) throw new Error(`the page has no part ${name}`)
  return found
}

function write(list: HTMLElement, texts: readonly string[]): void {
  list.replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement('li')
      line.textContent = text
      return line
    }),
  )
}

/** Of a folded question only the chosen answer stands, with a way to change it. */
function fold(question: HTMLElement, isFolded: boolean): void {
  question.classList.toggle('settled', isFolded)
  part(question, 'reopen').hidden = !isFolded
}

/** Asks what is open, hides what is not asked, and shows the outcome once it is certain. */
function show(root: HTMLElement, answers: Answers): void {
  const next = nextQuestion(answers, hasLine)
  for (const question of root.querySelectorAll<HTMLElement>('[data-question]')) {
    const name = question.dataset['question'] as keyof Answers
    question.hidden = name !== next && answers[name] === undefined
    for (const input of question.querySelectorAll('input')) {
      input.checked = input.value === answers[name]
      input.closest('label')?.classList.toggle('chosen', input.checked)
    }
    if (answers[name] === undefined) fold(question, false)
  }
  const { matter } = answers
  const migrant = root.querySelector<HTMLElement>('[data-choice=migrant]')
  if (migrant) migrant.hidden = !matter || !isGroupAsked('migrant', matter)
  const found = assess(answers, line)
  part(root, 'result').hidden = !found
  part(root, 'where').hidden = !found
  if (!found) return
  part(root, 'verdict').textContent = verdictTitles[found.verdict]
  write(part(root, 'reasons'), found.reasons)
  write(part(root, 'papers'), found.papers)
  write(part(root, 'ways'), found.ways)
}

function fromAddress(root: HTMLElement): void {
  const answers = consistent(parseAnswers(location.hash), hasLine)
  show(root, answers)
  for (const question of root.querySelectorAll<HTMLElement>('[data-question]'))
    fold(question, answers[question.dataset['question'] as keyof Answers] !== undefined)
}

function fromChoices(root: HTMLElement): void {
  const chosen = [...root.querySelectorAll<HTMLInputElement>('input:checked')]
  const text = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString()
  const answers = consistent(parseAnswers(text), hasLine)
  history.replaceState(null, '', `#${answersText(answers)}`)
  show(root, answers)
}

if (check) {
  const county = check.querySelector<HTMLSelectElement>('[data-county]')
  county?.addEventListener('change', () => {
    for (const place of check.querySelectorAll<HTMLElement>('[data-place]'))
      place.hidden = place.dataset['place'] !== county.value
  })
  // Arrow keys choose as they pass: a question folds only under a finger or a mouse, whose choice is meant.
  let isPointed = false
  addEventListener('pointerdown', () => (isPointed = true))
  addEventListener('keydown', () => (isPointed = false))
  for (const question of check.querySelectorAll<HTMLElement>('[data-question]')) {
    question.addEventListener('change', () => {
      fromChoices(check)
      fold(question, isPointed)
      if (isPointed) question.scrollIntoView({ block: 'start' })
    })
    part(question, 'reopen').addEventListener('click', () => {
      fold(question, false)
      question.querySelector<HTMLInputElement>('input:checked')?.focus()
    })
  }
  part(check, 'again').addEventListener('click', () => {
    history.replaceState(null, '', location.pathname + location.search)
    fromAddress(check)
    check.querySelector('input')?.focus()
    check.scrollIntoView()
  })
  // A place on the page (the skip link's `#main`) is no answer and takes none away.
  addEventListener('hashchange', () => {
    if (location.hash.includes('=')) fromAddress(check)
  })
  fromAddress(check)
  check.hidden = false
  for (const plain of document.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true
}
