/** @file At the end of a row: where the content stands. What is public as it stands says nothing. */
import { useListedState } from './use-states.ts'

const colours: Readonly<Record<string, string>> = {
  ...{ primary: '#1a56c4', positive: '#0b6b2e', caution: '#8a5300', critical: '#b3261e' },
}

export interface StateChipProps {
  /** Id of the published content. */
  subject: string
  isReviewed: boolean
}

export function StateChip({ subject, isReviewed }: StateChipProps) {
  const state = useListedState(subject, isReviewed)
  if (state === null) return null
  const color = colours[state.tone] ?? 'inherit'
  return (
    <span
      data-testid="listed-state"
      style={{ color, fontSize: 12, fontWeight: 600, paddingRight: 4, whiteSpace: 'nowrap' }}
    >
      {state.label}
    </span>
  )
}
