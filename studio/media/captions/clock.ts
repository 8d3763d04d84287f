/** @file Moments of a film as a clerk reads and writes them: 1:02.5 stands for 62.5 seconds. Pure. */

const wide: Readonly<Record<string, string>> = { '：': ':', '，': '.', '。': '.', '．': '.', ',': '.' }

/** To the tenth of a second; nobody sets captions finer by hand. */
export const tenths = (seconds: number): number => Math.max(0, Math.round(seconds * 10) / 10)

export function clockOf(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return ''
  const whole = Math.round(seconds * 1000) / 1000
  const minutes = Math.floor(whole / 60)
  const rest = Math.round((whole - minutes * 60) * 1000) / 1000
  const [integer = '0', fraction = ''] = String(rest).split('.')
  return `${minutes}:${integer.padStart(2, '0')}.${fraction || '0'}`
}

/** @returns seconds, or `null` where it reads as no moment */
export function readClock(text: string): number | null {
  const plain = text.trim().replace(/[：，。．,]/gu, (each) => wide[each] ?? each)
  if (!/^(?:(?:\d{1,2}:)?\d{1,3}:)?\d{1,5}(?:\.\d{1,3})?$/u.test(plain)) return null
  return plain.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
