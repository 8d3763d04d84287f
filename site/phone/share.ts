/**
 * @file Copies words, and opens the printer, on the pages that hand an item on.
 *
 * Without it the words are there to press and hold, and the browser's own menu prints.
 */

function say(id: string, text: string): void {
  const place = document.querySelector(`[data-copied="${id}"]`)
  if (place) place.textContent = text
}

/** Browsers give the clipboard to secure pages only; a selection can be copied on all. */
async function copy(field: HTMLTextAreaElement): Promise<boolean> {
  field.focus()
  field.select()
  field.setSelectionRange(0, field.value.length)
  if (!window.isSecureContext) return document.execCommand('copy')
  return navigator.clipboard.writeText(field.value).then(
    () => true,
    () => document.execCommand('copy'),
  )
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const id = button.dataset['copy'] ?? ''
  const field = document.getElementById(id)
  if (!(field instanceof HTMLTextAreaElement)) continue
  button.hidden = false
  button.addEventListener('click', () => {
    void copy(field).then((done) => say(id, done ? '已复制，去粘贴吧' : '没能复制，请长按文字选中再复制'))
  })
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
