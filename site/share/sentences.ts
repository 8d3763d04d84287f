/**
 * @file Chinese prose by sentences and by breaths. Pure.
 *
 * What is said about the law is shortened by whole sentences only: half a sentence may say the opposite.
 * Nor is a sentence left standing whose exception comes next and did not fit.
 */

/** Sentences with their closing marks; a line of its own is a sentence too. */
export function sentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.match(/[^。！？]+[。！？]?[”』」）]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** How a sentence begins that takes back part of the one before it. */
const takesBack = /^(?:但|不过|可是|然而|除非|除了|否则|例外)/

/** From the beginning, as long as `take` accepts them. @returns how many were taken and may stand */
export function takeWhole(list: readonly string[], take: (sentence: string) => boolean): number {
  let count = 0
  while (count < list.length && take(list[count] ?? '')) count += 1
  while (count > 0 && takesBack.test(list[count] ?? '')) count -= 1
  return count
}

/** The whole sentences from the beginning that fit; empty where not even the first does. */
export function wholeWithin(text: string, lengthMax: number): string {
  const all = sentences(text)
  let room = lengthMax
  const count = takeWhole(all, (sentence) => {
    room -= [...sentence].length
    return room >= 0
  })
  return all.slice(0, count).join('')
}

/** The whole sentences that fit, else the first one where it is not too long either. */
export function chiefOf(text: string, lengthMax: number, firstLengthMax: number): string {
  const whole = wholeWithin(text, lengthMax)
  return whole === '' ? wholeWithin(text, firstLengthMax) : whole
}

/** What makes the rest of a sentence one that must not be left out. */
const restricts = /但|除外|例外|不过|除非|否则|只有|才能|不得|不能|不满|以上|以下/
/** What a sentence cannot end with: the condition is said, and not what follows from it. */
const hangs = /[的时后前]$|^(?:如果|要是|只要|凡是)[^，]*$/

/** As much as ends at a comma or the like, fits, and can stand alone; empty where nothing does. */
export function breathsWithin(text: string, lengthMax: number): string {
  const breaths = text.match(/[^，；：、。！？]+[，；：、。！？]?/g) ?? []
  for (let count = breaths.length; count > 0; count -= 1) {
    const taken = breaths.slice(0, count).join('')
    const plain = taken.replace(/[，；。]$/, '')
    if ([...plain].length > lengthMax || /[、：]$/.test(plain) || hangs.test(plain)) continue
    if (!restricts.test(breaths.slice(count).join(''))) return plain
  }
  return ''
}

export const lengthOf = (text: string): number => [...text.replaceAll(/\s/g, '')].length
