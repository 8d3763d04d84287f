/** @file Shows the question, its choices, and what came of the answer. */
import type { BankQuestion } from '../../fair/bank.ts'
import { letterOf } from '../../fair/paper.ts'
import { element } from '../element.ts'

export interface Board {
  ask(question: BankQuestion, topic: string): void
  tell(question: BankQuestion, chosen: number): void
}

/** @param onChoose is told the place of the choice, from 1 */
export function createBoard(onChoose: (place: number) => void): Board {
  const topicLine = element('#topic', HTMLElement)
  const title = element('#question', HTMLElement)
  const list = element('#choices', HTMLElement)
  const verdict = element('#verdict', HTMLElement)
  const outcome = element('#outcome', HTMLElement)
  const explanation = element('#explanation', HTMLElement)
  const laws = element('#laws', HTMLElement)
  const next = element('#next', HTMLButtonElement)
  const result = element('#result', HTMLElement)

  function choiceButton(words: string, place: number): HTMLLIElement {
    const item = document.createElement('li')
    const button = document.createElement('button')
    const letter = document.createElement('b')
    const text = document.createElement('span')
    const mark = document.createElement('em')
    button.type = 'button'
    letter.textContent = letterOf(place)
    text.textContent = words
    button.append(letter, text, mark)
    button.addEventListener('click', () => onChoose(place))
    item.append(button)
    return item
  }

  return {
    ask(question, topic) {
      topicLine.textContent = topic
      title.textContent = question.title
      list.replaceChildren(...question.choices.map((words, index) => choiceButton(words, index + 1)))
      verdict.hidden = true
      result.textContent = ''
      title.focus()
    },
    tell(question, chosen) {
      const isRight = chosen === question.answer
      for (const [index, button] of list.querySelectorAll('button').entries()) {
        const place = index + 1
        button.disabled = true
        const mark = button.querySelector('em')
        if (place === question.answer) button.className = 'right'
        else if (place === chosen) button.className = 'wrong'
        if (mark && place === question.answer) mark.textContent = '✔ 正确'
        else if (mark && place === chosen) mark.textContent = '✘ 选错'
      }
      const words = isRight ? '答对了' : `答错了，应当选${letterOf(question.answer)}`
      outcome.className = isRight ? 'outcome right' : 'outcome wrong'
      outcome.textContent = `${isRight ? '✔' : '✘'} ${words}`
      explanation.textContent = question.explanation
      laws.textContent = question.laws.join('、')
      verdict.hidden = false
      // Said once by itself: a part of the page that appears whole is not read by every reader.
      result.textContent = `${words}。${question.explanation}`
      next.focus()
    },
  }
}
