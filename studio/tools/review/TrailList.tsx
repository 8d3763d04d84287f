/** @file A list of what is in review, narrowed, with several chosen at a time. */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { BulkBar } from './BulkBar.tsx'
import { Filters } from './Filters.tsx'
import { More } from './More.tsx'
import { RowCard } from './RowCard.tsx'
import type { Row } from './rows.ts'
import type { Desk, Narrowing } from './tasks.ts'

export interface TrailListProps {
  none: string
  /** All of this list. */
  rows: readonly Row[]
  /** Of them, those of the chosen kind and county. */
  shown: readonly Row[]
  narrowing: Narrowing
  desk: Desk
  open: string | null
  kindOf: (type: string) => string
  countyOf: (county: string | null) => string
  onNarrow: (narrowing: Narrowing) => void
  onOpen: (subject: string) => void
}

/** So many are drawn at first, and more on request. */
const page = 60

export function TrailList(props: TrailListProps) {
  const { none, rows, shown, narrowing, desk, open, kindOf, countyOf, onNarrow, onOpen } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [drawn, setDrawn] = useState(page)
  const picked = shown.filter(({ subject }) => chosen.has(subject))
  const kind = picked[0]?.subjectType ?? null
  const choose = (subject: string, isChosen: boolean) => {
    const next = new Set(picked.map((row) => row.subject))
    if (isChosen) next.add(subject)
    else next.delete(subject)
    setChosen(next)
  }
  const openIndex = shown.findIndex(({ subject }) => subject === open)
  const count = Math.max(drawn, openIndex + 1)
  return (
    <div className="pufa-review-list">
      <Card borderBottom padding={2}>
        <Filters countyOf={countyOf} kindOf={kindOf} narrowing={narrowing} onNarrow={onNarrow} rows={rows} />
      </Card>
      <div className="pufa-review-scroll">
        {shown.length === 0 && (
          <Box padding={5}>
            <Stack gap={4}>
              <Text align="center" size={2}>
                {rows.length === 0 ? none : '这一类里没有。'}
              </Text>
              {rows.length > 0 && (
                <Flex justify="center">
                  <Button mode="ghost" onClick={() => onNarrow({ type: null, county: null })} text="看全部" />
                </Flex>
              )}
            </Stack>
          </Box>
        )}
        {shown.slice(0, count).map((row) => (
          <RowCard
            county={countyOf(row.county)}
            desk={desk}
            isChosen={kind !== null && kind !== row.subjectType ? null : chosen.has(row.subject)}
            isOpen={row.subject === open}
            key={row.subject}
            kind={kindOf(row.subjectType)}
            onChoose={(isChosen) => choose(row.subject, isChosen)}
            onOpen={() => onOpen(row.subject)}
            row={row}
          />
        ))}
        <More left={shown.length - count} onMore={() => setDrawn(count + page)} />
      </div>
      <BulkBar
        all={shown.filter(({ subjectType }) => subjectType === kind)}
        desk={desk}
        kind={kind === null ? '' : kindOf(kind)}
        onAll={(subjects) => setChosen(new Set(subjects))}
        onLeave={() => setChosen(new Set())}
        picked={picked}
      />
    </div>
  )
}
