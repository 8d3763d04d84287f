/** @file A button that must be pressed twice, since what it does cannot be taken back. */

/** @param question what the button says after the first press, until it loses the focus */
export function askTwice(button: HTMLButtonElement, question: string, act: () => void): void {
  const words = button.textContent
  let isAsking = false
  const set = (asking: boolean) => {
    isAsking = asking
    button.textContent = asking ? question : words
  }
  button.addEventListener('click', () => {
    if (!isAsking) return set(true)
    set(false)
    act()
  })
  button.addEventListener('blur', () => set(false))
}
