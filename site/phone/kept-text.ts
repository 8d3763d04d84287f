/**
 * @file Text kept on this phone. A phone may refuse (private windows, full storage): then nothing is kept,
 * and the page goes on without.
 */

export function keptText(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** @returns whether it was kept */
export function keepText(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text)
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

export function forgetText(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch (error) {
    // Where nothing can be kept there is nothing to forget.
    if (!(error instanceof DOMException)) throw error
  }
}
