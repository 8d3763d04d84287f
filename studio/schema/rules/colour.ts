/** @file Whether a colour can be read on the site's paper. Pure; WCAG 2.2, relative luminance. */
import type { Verdict } from './text.ts'

/** The site's paper, on which the accent stands as text. */
export const paper = '#fffdf8'
/** The least that text of ordinary size needs. */
export const contrastMin = 4.5

const hexColour = /^#[0-9a-f]{6}$/iu

function luminance(colour: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** @returns 1 (the same) to 21 (black on white) */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

export function readableOnPaper(colour: string | undefined): Verdict {
  if (!colour) return true
  if (!hexColour.test(colour)) return '请写成 #b22a1e 这样：井号加六位数字或字母'
  const found = contrast(colour, paper)
  if (found >= contrastMin) return true
  // Rounded down, or 4.46 would be shown as the 4.5 that is asked for.
  const shown = (Math.floor(found * 10) / 10).toFixed(1)
  return `颜色太浅，印在纸色上看不清（对比度 ${shown}，至少要 ${contrastMin}），请选深一些的`
}
