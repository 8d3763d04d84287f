/** @file Where on the screen the thing is that a step points at, followed while it moves. */
import { useEffect, useState } from 'react'
import type { Box } from './place.ts'

const everyMs = 200

/** Whether a press at its middle would meet it: what a full navbar has folded away is still in the page. */
function isOnScreen(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return false
  const middle = { x: left + width / 2, y: Math.min(top + height / 2, window.innerHeight - 1) }
  const met = document.elementFromPoint(middle.x, middle.y)
  // What cannot be pressed lets a press through to what it stands in.
  return met !== null && (element.contains(met) || met === element.parentElement)
}

function boxOf(selectors: readonly string[]): Box | null {
  for (const selector of selectors) {
    const found = [...document.querySelectorAll(selector)].find(isOnScreen)
    if (found) {
      const { left, top, width, height } = found.getBoundingClientRect()
      return { left, top, width, height }
    }
  }
  return null
}

const isSame = (one: Box | null, other: Box | null) =>
  one?.left === other?.left &&
  one?.top === other?.top &&
  one?.width === other?.width &&
  one?.height === other?.height

export function useTarget(selectors: readonly string[]): Box | null {
  const [box, setBox] = useState<Box | null>(() => boxOf(selectors))
  useEffect(() => {
    const look = () =>
      setBox((before) => {
        const now = boxOf(selectors)
        return isSame(before, now) ? before : now
      })
    look()
    const timer = setInterval(look, everyMs)
    window.addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('resize', look)
    }
  }, [selectors])
  return box
}
