/** @file Shows every print button, which needs script, and makes it print. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button.print')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
