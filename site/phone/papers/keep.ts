/**
 * @file Keeps what was typed on this phone, in `localStorage` under `pufa:papers:<kind>`.
 *
 * A store that throws (private mode, full, forbidden) is borne: reading gives nothing, writing says false.
 * What is stored by somebody else's hand is read with suspicion: names of blanks with texts, nothing more.
 */
import type { Values } from '../../papers/shape.ts'

export interface Keep {
  /** False when the phone does not let the page keep anything. Changes nothing. */
  works(): boolean
  read(): Values
  /** @returns false when the phone does not let the page keep anything */
  write(values: Values): boolean
  clear(): boolean
  /** Calls with what another tab has kept, null when it has cleared. */
  watch(listener: (values: Values | null) => void): void
}

const charactersMax = 4_000

/** @returns null when nothing of use is stored */
function parse(text: string | null, names: ReadonlySet<string>): Values | null {
  if (text === null) return null
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return null
    const entries = Object.entries(stored).filter(
      (entry): entry is [string, string] => names.has(entry[0]) && typeof entry[1] === 'string',
    )
    return Object.fromEntries(entries.map(([name, value]) => [name, value.slice(0, charactersMax)]))
  } catch (error) {
    // Text that is no JSON was not written by this page.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Runs what may be forbidden. @returns null when the browser does not allow it */
function attempt<T>(action: (store: Storage) => T): { value: T } | null {
  try {
    return { value: action(window.localStorage) }
  } catch (error) {
    // Browsers throw DOMException for a full, private or forbidden store.
    if (error instanceof DOMException || error instanceof TypeError) return null
    throw error
  }
}

export function keepFor(slug: string, names: ReadonlySet<string>): Keep {
  const key = `pufa:papers:${slug}`
  const probe = 'pufa:probe'
  return {
    works: () =>
      attempt((store) => {
        store.setItem(probe, '1')
        store.removeItem(probe)
      }) !== null,
    read: () => parse(attempt((store) => store.getItem(key))?.value ?? null, names) ?? {},
    write: (values) => attempt((store) => store.setItem(key, JSON.stringify(values))) !== null,
    clear: () => attempt((store) => store.removeItem(key)) !== null,
    watch(listener) {
      window.addEventListener('storage', (event) => {
        if (event.key === key) listener(parse(event.newValue, names))
        // A cleared store names no key.
        else if (event.key === null) listener(null)
      })
    },
  }
}
