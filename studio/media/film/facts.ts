/** @file What is measured of a film, against what its form says. Pure. */
export interface Measured {
  seconds: number
  width: number
  height: number
}

export interface Written {
  seconds: number | undefined
  width: number | undefined
  height: number | undefined
}

const secondsMax = 7200
const pixelsMax = 4096

const whole = (value: number, max: number): number => Math.min(max, Math.max(1, Math.round(value)))

/** Whole and within what the fields take; `null` where it is no measure. */
export function measured(seconds: number, width: number, height: number): Measured | null {
  if (![seconds, width, height].every((value) => Number.isFinite(value) && value > 0)) return null
  return {
    seconds: whole(seconds, secondsMax),
    width: whole(width, pixelsMax),
    height: whole(height, pixelsMax),
  }
}

export function lengthWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`
}

export const factsWords = ({ seconds, width, height }: Measured): string =>
  `片长 ${lengthWords(seconds)}，画面 ${width}×${height}`

/** What the form says otherwise; a second more or less is rounding. */
export function differing(found: Measured, written: Written): string[] {
  const names: string[] = []
  if (written.seconds !== undefined && Math.abs(written.seconds - found.seconds) > 1)
    names.push(`片长写的是 ${lengthWords(written.seconds)}`)
  if (written.width !== undefined && written.height !== undefined)
    if (written.width !== found.width || written.height !== found.height)
      names.push(`画面写的是 ${written.width}×${written.height}`)
  return names
}

export const isUnwritten = ({ seconds, width, height }: Written): boolean =>
  seconds === undefined && width === undefined && height === undefined
