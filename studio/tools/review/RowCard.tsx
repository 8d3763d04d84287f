/** @file One content in a list: what it is, whose, since when it waits and for what. */
import { Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { stageWords } from '../../review/words.ts'
import type { Row } from './rows.ts'
import { awaitedStage, inPlaceOf, waitingWords, type Desk } from './tasks.ts'

export interface RowCardProps {
  row: Row
  kind: string
  county: string
  desk: Desk
  isOpen: boolean
  /** Null: it cannot be chosen among the others. */
  isChosen: boolean | null
  onChoose: (isChosen: boolean) => void
  onOpen: () => void
}

function stateOf(row: Row, desk: Desk): string {
  if (row.state === 'rejected')
    return `↩ ${row.rejected?.stage ? stageWords(row.rejected.stage) : ''}退回：${row.rejected?.words ?? ''}`
  const stage = awaitedStage(row, desk)
  if (stage === null)
    return row.owes && row.state !== 'open' ? '⚠ 急件已放行，要补审' : '✓ 审核通过，还没公开'
  const absent = inPlaceOf(row, desk)
  return `◔ 等${stageWords(stage)}${absent ? `（代 ${absent}）` : ''}${row.owes ? ' · 急件补审' : ''}`
}

export function RowCard({ row, kind, county, desk, isOpen, isChosen, onChoose, onOpen }: RowCardProps) {
  return (
    <div className="pufa-review-row" data-open={isOpen || undefined} data-testid="review-row">
      <label>
        <Checkbox
          aria-label={`选中：${row.title}`}
          checked={isChosen ?? false}
          disabled={isChosen === null}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </label>
      <button aria-current={isOpen || undefined} onClick={onOpen} type="button">
        <Stack gap={3}>
          <Text size={2} textOverflow="ellipsis" weight="medium">
            {row.title}
          </Text>
          <Flex gap={3} justify="space-between">
            <Text muted size={1} textOverflow="ellipsis">
              {[kind, county, row.from && `${row.from} 送审`].filter(Boolean).join(' · ')}
            </Text>
            <Text muted size={1} style={{ flex: 'none' }}>
              {waitingWords(row.since, desk.at)}
            </Text>
          </Flex>
          <Text size={1} textOverflow="ellipsis">
            {stateOf(row, desk)}
          </Text>
        </Stack>
      </button>
    </div>
  )
}
