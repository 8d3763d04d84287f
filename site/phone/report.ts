/** @file 找错 on the phone: a text that holds a telephone or ID number is refused before it is sent. */
import { holdsPersonalNumber } from '../desk/personal.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-report]')) {
  const text = form.querySelector('textarea')
  const refusal = form.querySelector<HTMLElement>('[data-refusal]')
  form.addEventListener('submit', (event) => {
    if (text === null || refusal === null || !holdsPersonalNumber(text.value)) return
    event.preventDefault()
    refusal.textContent =
      '里面有像手机号、电话或身份证号的数字，没有发出去。请删去这些数字再提交；需要有人联系您，请直接打热线。'
    refusal.hidden = false
    text.focus()
  })
  text?.addEventListener('input', () => {
    if (refusal !== null) refusal.hidden = true
  })
}
