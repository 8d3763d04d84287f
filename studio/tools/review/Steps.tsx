/** @file Everything that was done with one content, in order. */
import { Stack, Text } from '@sanity/ui'
import type { ReviewStep } from '../../../contracts/documents/review.ts'
import { stepWords } from '../../review/words.ts'
import { instantWords } from './reading/dates.ts'

export function Steps({ steps }: { steps: readonly ReviewStep[] }) {
  return (
    <div>
      {steps.map(({ _key, kind, stage, byName, onBehalfOfName, at, words }) => (
        <div className="pufa-review-step" key={_key}>
          <Stack gap={2}>
            <Text size={1} weight="medium">
              {stepWords(kind, stage)}
            </Text>
            <Text muted size={1}>
              {`${byName}${onBehalfOfName ? `（代 ${onBehalfOfName}）` : ''} · ${instantWords(at)}`}
            </Text>
            {words && <div className="pufa-review-words">{words}</div>}
          </Stack>
        </div>
      ))}
    </div>
  )
}
