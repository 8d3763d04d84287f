/**
 * @file The wheel on its page: loads the bank, spins, asks, tells, keeps the round on this phone.
 *
 * Nothing that is answered leaves the phone. The one state is the round's stage, and `spinning` beside it.
 */
import { type Bank, type BankQuestion, chosenQuestions, topicOf } from '../fair/bank.ts'
import { parseFragment, type StandChoice, toFragment, usualChoice } from '../fair/choice.ts'
import { drawQuestion } from '../fair/draw.ts'
import { keyAction } from '../fair/keys.ts'
import { answer, ask, emptyRound, parseRound, proceed, type Round } from '../fair/round.ts'
import { restOn, sectorsOf } from '../fair/sectors.ts'
import { element } from './element.ts'
import { keepText, keptText } from './kept-text.ts'
import { createBoard } from './wheel/board.ts'
import { createFace } from './wheel/face.ts'
import { offerFullScreen } from './wheel/full-screen.ts'
import { loadBank } from './wheel/load.ts'
import { choiceName, roundName } from './wheel/names.ts'
import { askTwice } from './wheel/ask-twice.ts'

const stage = element('#stage', HTMLElement)
const notice = element('#notice', HTMLElement)
const trouble = element('#trouble', HTMLElement)
const spinButton = element('#spin', HTMLButtonElement)
const nextButton = element('#next', HTMLButtonElement)
const score = element('#score', HTMLElement)
const quiet = matchMedia('(prefers-reduced-motion: reduce)')
const numbers = new Uint32Array(1)
const random = () => crypto.getRandomValues(numbers)[0] ?? 0

function readChoice(bank: Bank): StandChoice {
  const choice =
    parseFragment(location.hash) ?? parseFragment(keptText(choiceName) ?? '') ?? usualChoice(bank)
  keepText(choiceName, toFragment(choice))
  return choice
}

function play(bank: Bank, choice: StandChoice): void {
  const questions = chosenQuestions(bank.questions, choice)
  const topics = bank.topics.filter(({ slug }) => questions.some((each) => topicOf(each, choice) === slug))
  const titles = new Map(bank.topics.map(({ slug, title }) => [slug, title]))
  const sectors = sectorsOf(topics, choice.sectors)
  if (sectors.length === 0) {
    trouble.hidden = false
    element('#trouble-words', HTMLElement).textContent = '选的题类和人群里没有题目，请回“普法集市”重新选题。'
    return
  }
  const face = createFace(element('#face', SVGGElement), sectors)
  const board = createBoard((place) => choose(place))
  const inBank = (id: string | null) => bank.questions.find((question) => question.id === id)
  let round = parseRound(keptText(roundName))
  let spinning = false
  let turned = 0

  function show(): void {
    stage.dataset['stage'] = spinning ? 'spinning' : round.stage
    spinButton.disabled = spinning
    const left = questions.filter(({ id }) => !round.asked.includes(id)).length
    const parts = [`答了${round.answered}题`, `答对${round.right}题`, `本轮还有${left}题`]
    score.replaceChildren(
      ...parts.map((words) => Object.assign(document.createElement('span'), { textContent: words })),
    )
  }

  function take(next: Round): void {
    round = next
    keepText(roundName, JSON.stringify(round))
    show()
  }

  const put = (question: BankQuestion) => board.ask(question, titles.get(topicOf(question, choice)) ?? '')

  async function spin(): Promise<void> {
    if (spinning || round.stage !== 'ready') return
    const drawn = drawQuestion(questions, new Set(round.asked), random)
    if (drawn === null) return
    const { question, fresh } = drawn
    notice.textContent = fresh && round.asked.length > 0 ? '题目都问过一遍了，从头开始新的一轮。' : ''
    const topic = topicOf(question, choice)
    const index = sectors.findIndex((sector) => sector.topics.includes(topic))
    turned = restOn(index, sectors.length, turned, random)
    spinning = true
    take(ask(round, question.id, fresh))
    await face.turnTo(turned, !quiet.matches)
    spinning = false
    show()
    put(question)
  }

  function choose(place: number): void {
    const question = inBank(round.present)
    if (!question || spinning || round.stage !== 'asking' || place > question.choices.length) return
    take(answer(round, place, question.answer))
    board.tell(question, place)
  }

  function goOn(): void {
    take(proceed(round))
    notice.textContent = ''
    spinButton.focus()
  }

  spinButton.addEventListener('click', () => void spin())
  nextButton.addEventListener('click', goOn)
  askTwice(element('#reset', HTMLButtonElement), '确定清零', () => {
    take(emptyRound)
    notice.textContent = '记分和题目都已清零。'
    spinButton.focus()
  })
  document.addEventListener('keydown', (event) => {
    if (spinning || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return
    const action = keyAction(event.key, round.stage)
    const isPress = event.key === ' ' || event.key === 'Enter'
    // Space and Enter belong to the button or link that has the focus.
    if (action === null || (isPress && event.target instanceof Element && event.target.closest('a, button')))
      return
    event.preventDefault()
    if (action.do === 'spin') void spin()
    else if (action.do === 'next') goOn()
    else choose(action.place)
  })

  const present = inBank(round.present)
  if (round.stage !== 'ready' && !present) round = proceed(round)
  if (round.stage === 'ready') spinButton.focus({ preventScroll: true })
  else if (present) {
    put(present)
    if (round.chosen !== null) board.tell(present, round.chosen)
  }
  element('#play', HTMLElement).hidden = false
  show()
}

async function start(): Promise<void> {
  trouble.hidden = true
  notice.textContent = '正在取题目……'
  const loaded = await loadBank(stage.dataset['bank'] ?? '')
  notice.textContent = ''
  if (loaded === null) {
    trouble.hidden = false
    element('#again', HTMLElement).hidden = false
    return
  }
  if (loaded.from === 'phone') notice.textContent = '没有网络，用的是这台设备上存下的题目，照样能玩。'
  play(loaded.bank, readChoice(loaded.bank))
}

element('#without-script', HTMLElement).hidden = true
element('#bar-tools', HTMLElement).hidden = false
offerFullScreen(element('#full', HTMLButtonElement))
element('#again', HTMLButtonElement).addEventListener('click', () => void start())
void start()
