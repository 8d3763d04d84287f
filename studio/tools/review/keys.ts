/** @file The keys of the lists: J and ↓ to the next, K and ↑ to the one before, Enter to the press that approves. */
import { useEffect } from 'react'

export type KeyDeed = 'next' | 'previous' | 'into'

const deeds: Readonly<Record<string, KeyDeed>> = {
  ...{ j: 'next', J: 'next', ArrowDown: 'next' },
  ...{ k: 'previous', K: 'previous', ArrowUp: 'previous' },
  Enter: 'into',
}

export interface Pressed {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  isComposing: boolean
}

/** @param where the key was pressed: whatever takes typing, and presses of its own, keep their keys */
export function deedOf(pressed: Pressed, where: { takesText: boolean; isPress: boolean }): KeyDeed | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.isComposing) return null
  if (where.takesText) return null
  const deed = deeds[pressed.key] ?? null
  return deed === 'into' && where.isPress ? null : deed
}

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"] *'

/** @param isOn false: a dialog or a form has the keys */
export function useKeys(isOn: boolean, act: (deed: KeyDeed) => void): void {
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const deed = deedOf(event, {
        takesText: target?.closest(typing) !== null && target !== null,
        isPress: target?.closest('button, a, summary') !== null && target !== null,
      })
      if (deed === null) return
      event.preventDefault()
      act(deed)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
