/** @file A trail as a list to read, newest first, one round after the other. Pure. */
import type { ReviewStep } from '../../contracts/documents/review.ts'
import { fullTimeWords } from './time-words.ts'
import { stepWords } from './words.ts'

export interface Entry {
  key: string
  /** Shape before the word, so that nothing is told by colour alone. */
  mark: string
  tone: 'default' | 'primary' | 'positive' | 'caution' | 'critical'
  what: string
  /** `张三`, or `张三，代李四`. */
  who: string
  when: string
  words: string | null
  /** How many times it had been handed in by then; 0: not yet. */
  round: number
}

const looks: Readonly<Record<ReviewStep['kind'], Pick<Entry, 'mark' | 'tone'>>> = {
  submit: { mark: '◔', tone: 'primary' },
  recall: { mark: '↶', tone: 'caution' },
  approve: { mark: '✓', tone: 'positive' },
  reject: { mark: '↩', tone: 'critical' },
  urgent: { mark: '⚠', tone: 'critical' },
  comment: { mark: '…', tone: 'default' },
  publish: { mark: '●', tone: 'positive' },
  unpublish: { mark: '■', tone: 'default' },
}

const begins = ({ kind }: ReviewStep) => kind === 'submit' || kind === 'urgent'

/** @param steps as they stand in the trail, oldest first */
export function timelineOf(steps: readonly ReviewStep[]): Entry[] {
  return steps
    .map((step, index): Entry => {
      const { _key: key, kind, stage, byName, onBehalfOfName, at, words } = step
      return {
        ...{ key, ...looks[kind], what: stepWords(kind, stage), when: fullTimeWords(at) },
        who: onBehalfOfName ? `${byName}，代${onBehalfOfName}` : byName,
        words: words ?? null,
        round: steps.slice(0, index + 1).filter(begins).length,
      }
    })
    .toReversed()
}
