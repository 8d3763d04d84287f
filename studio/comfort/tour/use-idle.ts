/** @file Says when nobody has pressed anything for a while: only then may something come up by itself. */
import { useEffect, useState } from 'react'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * @param isAsked starts the wait; what is pressed meanwhile starts it again
 * @returns true once it has been still for so long, and from then on while it is asked
 */
export function useIdle(isAsked: boolean, forMs: number): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!isAsked) {
      setIdle(false)
      return
    }
    const wait = () => setTimeout(() => setIdle(true), forMs)
    let timer = wait()
    const again = () => {
      clearTimeout(timer)
      timer = wait()
    }
    for (const sign of signs) window.addEventListener(sign, again, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true })
    }
  }, [isAsked, forMs])
  return isAsked && isIdle
}
