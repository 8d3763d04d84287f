/**
 * @file The shortcut of 发布 where no field has the focus.
 *
 * Sanity hears it inside the document's pane only. After a reference was chosen from the list, the list
 * goes and with it the focus, and the keys would be lost. With several documents open it stays unheard,
 * for it could mean any of them.
 */
import { useEffect } from 'react'

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
      if (event.defaultPrevented || event.target !== document.body || !isPublishKeys(event)) return
      if (document.querySelectorAll('[data-testid="document-pane"]').length !== 1) return
      event.preventDefault()
      press()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  })
}
