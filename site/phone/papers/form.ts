/** @file The form of a paper: its values, the fields that matter, capitals beside amounts. */
import { capitals } from '../../papers/capitals.ts'
import { matters, money } from '../../papers/read.ts'
import { blanksOf, type Paper, type Values } from '../../papers/shape.ts'

export interface PaperForm {
  values(): Values
  /** Puts values into the fields; fields without a value are emptied. */
  fill(values: Values): void
  /** Shows the fields that matter after the choices made, and each amount in capitals. */
  follow(values: Values): void
  onInput(listener: () => void): void
  /** The key at the end of the form, or Enter in a field. The form itself is never sent anywhere. */
  onDone(listener: () => void): void
  /** When a field is left, and the press that left it is over: the time to speak about it. */
  onSettled(listener: () => void): void
}

export function paperForm(form: HTMLFormElement, paper: Paper): PaperForm {
  const blanks = blanksOf(paper)
  const partOf = (name: string) => form.querySelector<HTMLElement>(`[data-field="${name}"]`)
  const inputsOf = (name: string) =>
    Array.from(
      form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        `[data-field="${name}"] [name="${name}"]`,
      ),
    )
  const isRadio = (input: HTMLInputElement | HTMLTextAreaElement): input is HTMLInputElement =>
    input instanceof HTMLInputElement && input.type === 'radio'

  return {
    values() {
      const values: Record<string, string> = {}
      for (const { name } of blanks)
        for (const input of inputsOf(name))
          if (input.value !== '' && (!isRadio(input) || input.checked)) values[name] = input.value
      return values
    },
    fill(values) {
      for (const { name } of blanks)
        for (const input of inputsOf(name))
          if (isRadio(input)) input.checked = input.value === values[name]
          else input.value = values[name] ?? ''
    },
    follow(values) {
      for (const blank of blanks) {
        const part = partOf(blank.name)
        if (part) part.hidden = !matters(blank, values)
        const output = part?.querySelector('output')
        if (!output) continue
        const fen = money(values, blank.name)
        output.textContent = fen === null ? '' : `大写：${capitals(fen)}`
      }
    },
    onInput: (listener) => form.addEventListener('input', listener),
    onDone(listener) {
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        listener()
      })
    },
    onSettled: (listener) => form.addEventListener('change', afterPress(listener)),
  }
}

/**
 * Puts off a call until no button of the mouse is down. A field is left when the next one is pressed; what
 * is written under the field at that moment would push the pressed one away, and the click would be lost.
 */
function afterPress(listener: () => void): () => void {
  let pressed = false
  let waiting = false
  const settle = () => {
    if (pressed || !waiting) return
    waiting = false
    listener()
  }
  document.addEventListener('mousedown', () => (pressed = true), true)
  document.addEventListener(
    'mouseup',
    () => {
      pressed = false
      // The click itself follows the release.
      setTimeout(settle)
    },
    true,
  )
  return () => {
    waiting = true
    setTimeout(settle)
  }
}
