/** @file Where the card of the tour stands: beside what it points at, within the window, never over it. Pure. */

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

/** In CSS pixels. `sheet`: along the lower edge, over the whole width. */
export type CardPlace =
  { kind: 'beside'; left: number; top: number } | { kind: 'sheet'; edge: 'top' | 'bottom' }

/** A window narrower than this has no room beside anything. */
const narrowWidth = 700
const gap = 12
const margin = 8

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to))

const isApart = (one: Box, other: Box) =>
  one.left + one.width <= other.left ||
  other.left + other.width <= one.left ||
  one.top + one.height <= other.top ||
  other.top + other.height <= one.top

/** @param target null: nothing of it is on the screen */
export function placeCard(target: Box | null, card: Size, view: Size): CardPlace {
  const sheetEdge = target && target.top > view.height / 2 ? 'top' : 'bottom'
  if (!target || view.width < narrowWidth) return { kind: 'sheet', edge: sheetEdge }
  const across = clamp(target.left, margin, view.width - card.width - margin)
  const down = clamp(target.top, margin, view.height - card.height - margin)
  const tried = [
    { left: across, top: target.top + target.height + gap },
    { left: target.left + target.width + gap, top: down },
    { left: target.left - card.width - gap, top: down },
    { left: across, top: target.top - card.height - gap },
  ]
  const found = tried.find(({ left, top }) => {
    const isInside =
      left >= margin &&
      top >= margin &&
      left + card.width <= view.width - margin &&
      top + card.height <= view.height - margin
    return isInside && isApart({ left, top, ...card }, target)
  })
  return found ? { kind: 'beside', ...found } : { kind: 'sheet', edge: sheetEdge }
}
