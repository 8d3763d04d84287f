/**
 * @file The shortcut of 发布 where Sanity does not hear it: where no field has the focus, and while the
 * button waits for a check.
 *
 * Sanity hears it inside the document's pane only. After a reference was chosen from the list, the list
 * goes and with it the focus, and the keys would be lost. With several documents open it stays unheard,
 * for it could mean any of them.
 */
import { useEffect } from 'react'

/** As Sanity names the keys. */
export const publishKeys = 'Ctrl+Alt+P'

type Keys = Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'code'>

/** Control+Alt+P, whatever letter the layout makes of it. */
export function isPublishKeys({ ctrlKey, altKey, shiftKey, metaKey, code }: Keys): boolean {
  return ctrlKey && altKey && !shiftKey && !metaKey && code === 'KeyP'
}

/** @param press what the keys do, or null while they may do nothing */
export function usePublishShortcut(press: (() => void) | null): void {
  useEffect(() => {
    if (!press) return
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPublishKeys(event)) return
      const [pane, ...others] = document.querySelectorAll('[data-testid="document-pane"]')
      const at = event.target
      if (!pane || others.length > 0 || !(at instanceof Node)) return
      if (at !== document.body && !pane.contains(at)) return
      event.preventDefault()
      press()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  })
}
