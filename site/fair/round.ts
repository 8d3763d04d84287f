/**
 * @file One stand's round: what has been asked, what is being asked, and the score. Pure.
 *
 * `stage` is the only state: `ready` to be spun, `asking` a question, `told` its answer. A wheel that is
 * still turning is no stage of the round: whoever reloads meanwhile gets the question. Text that was kept
 * on the phone is parsed as a stranger's: anything odd gives an empty round.
 */

export interface Round {
  stage: 'ready' | 'asking' | 'told'
  /** Ids of the questions of this round so far, the present one included. */
  asked: readonly string[]
  /** Id of the present question; null while ready. */
  present: string | null
  /** The place chosen, from 1; null until answered. */
  chosen: number | null
  /** Since the last reset, over all rounds. */
  answered: number
  right: number
}

export const emptyRound: Round = {
  stage: 'ready',
  asked: [],
  present: null,
  chosen: null,
  answered: 0,
  right: 0,
}

/** Bounds what is kept on the phone. */
const askedMax = 2_000

/** @param fresh all had been asked: the list of asked questions begins again with this one */
export function ask(round: Round, id: string, fresh: boolean): Round {
  const asked = fresh ? [id] : [...round.asked, id].slice(-askedMax)
  return { ...round, stage: 'asking', asked, present: id, chosen: null }
}

/** Only a first answer counts. */
export function answer(round: Round, chosen: number, right: number): Round {
  if (round.stage !== 'asking') return round
  return {
    ...round,
    stage: 'told',
    chosen,
    answered: round.answered + 1,
    right: round.right + (chosen === right ? 1 : 0),
  }
}

/** Back to the wheel. A question left without an answer counts as asked, not as answered. */
export const proceed = (round: Round): Round => ({ ...round, stage: 'ready', present: null, chosen: null })

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

/** @param text as `JSON.stringify` of a round gives it; null: nothing was kept */
export function parseRound(text: string | null): Round {
  if (text === null) return emptyRound
  try {
    const value: unknown = JSON.parse(text)
    return isRound(value) ? value : emptyRound
  } catch (error) {
    if (error instanceof SyntaxError) return emptyRound
    throw error
  }
}

function isRound(value: unknown): value is Round {
  if (typeof value !== 'object' || value === null) return false
  const { stage, asked, present, chosen, answered, right } = value as Partial<Record<keyof Round, unknown>>
  if (!Array.isArray(asked) || asked.length > askedMax || asked.some((id) => typeof id !== 'string'))
    return false
  if (!isCount(answered) || !isCount(right) || right > answered) return false
  if (stage === 'ready') return present === null && chosen === null
  if (typeof present !== 'string') return false
  return stage === 'asking' ? chosen === null : stage === 'told' && isCount(chosen) && chosen >= 1
}
