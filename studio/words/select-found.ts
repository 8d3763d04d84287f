/** @file Selects what was found within the box that the form brings into focus. */
import type { Finding } from '../../contracts/words/finding.ts'

/** The form opens groups and dialogs first; a box that has not come by then is left as it is. */
const triesMax = 20
const betweenMs = 50

interface Box {
  value: string
  setSelectionRange(from: number, to: number): void
}

const isBox = (element: unknown): element is Box =>
  typeof (element as Partial<Box> | null)?.setSelectionRange === 'function'

/** @param page the browser's document */
export function selectFound(
  page: { readonly activeElement: unknown },
  { from, to, found }: Pick<Finding, 'found' | 'from' | 'to'>,
): void {
  if (from === to) return
  let tries = 0
  const timer = setInterval(() => {
    tries += 1
    const box = page.activeElement
    const stands = isBox(box) && box.value.slice(from, to) === found
    if (stands) box.setSelectionRange(from, to)
    if (stands || tries >= triesMax) clearInterval(timer)
  }, betweenMs)
}
