/**
 * @file What a copy of the site without a server does on the phone: large text, search words, article
 * numbers. The marks that it looks for are put in by the export; elsewhere it finds nothing to do.
 */

const largeTextKey = 'pufa:large-text'

const sizes = ['normal', 'large', 'largest'] as const
type Size = (typeof sizes)[number]
const root = document.documentElement

function remembered(): Size {
  try {
    const kept = localStorage.getItem(largeTextKey)
    return sizes.find((size) => size === kept) ?? 'normal'
  } catch {
    // Storage may be forbidden; then a size lasts for this page.
    return 'normal'
  }
}

function choose(size: Size): void {
  show(size)
  try {
    localStorage.setItem(largeTextKey, size)
  } catch {
    // As above.
    return
  }
}

/** The same two buttons as the program's own switch, with the same words. */
function show(size: Size): void {
  root.classList.toggle('large', size !== 'normal')
  root.classList.toggle('largest', size === 'largest')
  for (const button of document.querySelectorAll<HTMLElement>('[data-exported-size]')) {
    const isMain = button.dataset['exportedSize'] === 'large'
    const next: Size = isMain
      ? size === 'normal'
        ? 'large'
        : 'normal'
      : size === 'largest'
        ? 'large'
        : 'largest'
    button.hidden = !isMain && size === 'normal'
    button.textContent = isMain
      ? size === 'normal'
        ? '大字版'
        : '标准字'
      : size === 'largest'
        ? '小一点'
        : '再大些'
    button.onclick = () => choose(next)
  }
}

/** What is typed goes behind the `#`, which browsers do not send. */
function serveForm(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const typed = String(new FormData(form).get(form.dataset['exported'] ?? '') ?? '').trim()
    event.preventDefault()
    if (form.dataset['exported'] === 'q') location.href = `${form.action}#q=${encodeURIComponent(typed)}`
    else location.href = `${form.action}${/\d+(?:-\d+)?/.exec(typed.normalize('NFKC'))?.[0] ?? ''}/`
  })
}

export function serveExportedSwitches(): void {
  if (document.querySelector('[data-exported-size]')) show(remembered())
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-exported]')) serveForm(form)
}
