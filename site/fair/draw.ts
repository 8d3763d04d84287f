/**
 * @file Draws the next question so that every question not yet asked is equally likely. Pure.
 *
 * Randomness is handed in as whole numbers of 32 bits. Numbers that would favour the first questions are
 * thrown away, so that no question gains from the division. Invariant: nothing is asked twice before all
 * have been asked.
 */

/** A whole number, uniform over 0 … 2³² − 1. */
export type Random = () => number

const span = 2 ** 32
/** A number is thrown away with less than even chance each time; so many in a row mean broken randomness. */
const triesMax = 200

/**
 * @returns a whole number, uniform over 0 … count − 1
 * @throws RangeError when `count` is not within 1 … 2³², or the randomness never yields a usable number
 */
export function below(count: number, random: Random): number {
  if (!Number.isInteger(count) || count < 1 || count > span) throw new RangeError(`cannot draw from ${count}`)
  const usable = span - (span % count)
  for (let tries = 0; tries < triesMax; tries += 1) {
    const value = random()
    if (value < usable) return value % count
  }
  throw new RangeError('the randomness handed in is broken')
}

export interface Drawn<Question> {
  question: Question
  /** True when all had been asked and a new round begins with this question. */
  fresh: boolean
}

/** @returns null when there is no question at all */
export function drawQuestion<Question extends { id: string }>(
  questions: readonly Question[],
  asked: ReadonlySet<string>,
  random: Random,
): Drawn<Question> | null {
  if (questions.length === 0) return null
  const left = questions.filter(({ id }) => !asked.has(id))
  const from = left.length > 0 ? left : questions
  const question = from[below(from.length, random)]
  return question === undefined ? null : { question, fresh: left.length === 0 }
}
