/** @file 全年计划: twelve months by the legal calendar, each day with its programme, its state and its press. */
import { Box, Button, Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { Empty, MarkBadge, Waiting } from '../../console/Pieces.tsx'
import { planMarks, planRows, type PlanRow, type PlanState } from '../model/plan.ts'
import { PlanDialog } from '../parts/PlanDialog.tsx'
import { daysWords, PlanSheet, programmeWords } from '../parts/PlanSheet.tsx'
import type { TabProps } from '../parts/session.ts'

const yearsShown = 2
const months = Array.from({ length: 12 }, (_, index) => index + 1)
const states = Object.keys(planMarks) as readonly PlanState[]

function Line({ row, open, onOpen, isPast }: LineProps) {
  const { legal, programme, state, parts, note } = row
  const { shape, word, tone } = planMarks[state]
  return (
    <div
      className="pufa-desk-plan"
      data-open={open || undefined}
      data-testid={`plan-${legal._id}`}
      role="listitem"
    >
      <p
        className={`pufa-desk-words ${isPast ? 'quiet' : ''}`}
      >{`${daysWords(row)}${isPast ? '（已过）' : ''}`}</p>
      <p className="pufa-desk-words strong">{legal.title}</p>
      <div>
        <p className="pufa-desk-words quiet">{programmeWords(programme)}</p>
        {note?.text && <p className="pufa-desk-words quiet">✎ {note.text}</p>}
      </div>
      <div>
        <MarkBadge shape={shape} tone={tone} word={word} />
      </div>
      <div className="pufa-desk-presses">
        <Button
          aria-label={`${parts.length > 0 ? '看看' : '安排'}：${legal.title}`}
          fontSize={1}
          mode="ghost"
          onClick={onOpen}
          padding={3}
          text={parts.length > 0 || isPast ? '看看' : '安排'}
        />
      </div>
    </div>
  )
}

interface LineProps {
  row: PlanRow
  open: boolean
  onOpen: () => void
  isPast: boolean
}

export function PlanTab(props: TabProps) {
  const { desk, open, go } = props
  const { library, answer, own, year: thisYear, todayText } = desk
  const [year, setYear] = useState(thisYear)
  const [printing, setPrinting] = useState(false)
  const rows = useMemo(
    () => (library && answer ? planRows(year, library, answer, own) : null),
    [year, library, answer, own],
  )
  if (!rows || !library) return <Waiting />
  const opened = rows.find(({ legal }) => legal._id === open) ?? null
  const countOf = (of: PlanState) => rows.filter(({ state }) => state === of).length
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} wrap="wrap">
        <Box style={{ minWidth: 120 }}>
          <Select
            aria-label="哪一年"
            fontSize={1}
            onChange={({ currentTarget }) => setYear(Number(currentTarget.value))}
            value={String(year)}
          >
            {Array.from({ length: yearsShown }, (_, index) => thisYear + index).map((each) => (
              <option key={each} value={each}>{`${each} 年`}</option>
            ))}
          </Select>
        </Box>
        <Box style={{ flex: '1 1 260px' }}>
          <Text size={1}>
            {states.map((of) => `${planMarks[of].shape} ${planMarks[of].word} ${countOf(of)}`).join('　')}
          </Text>
        </Box>
        <Button fontSize={1} mode="ghost" onClick={() => setPrinting(true)} padding={3} text="打印一页" />
      </Flex>
      {rows.length === 0 && <Empty>还没有普法日。请在“内容”的“屏幕与排期”里添上。</Empty>}
      {months.map((month) => {
        const own = rows.filter((row) => row.month === month)
        return rows.length === 0 ? null : (
          <Stack as="section" gap={2} key={month}>
            <Text as="h2" size={1} weight="semibold">
              {`${month} 月`}
            </Text>
            {own.length === 0 ? (
              <Text muted size={1}>
                这个月没有普法日。
              </Text>
            ) : (
              <Card border overflow="hidden" radius={2} role="list">
                {own.map((row) => (
                  <Line
                    isPast={row.last < todayText}
                    key={row.legal._id}
                    onOpen={() => go({ tab: 'plan', open: row.legal._id })}
                    open={row === opened}
                    row={row}
                  />
                ))}
              </Card>
            )}
          </Stack>
        )
      })}
      {opened && (
        <PlanDialog
          {...props}
          key={`${opened.legal._id} ${year}`}
          library={library}
          onClose={() => go({ tab: 'plan', open: null })}
          row={opened}
          year={year}
        />
      )}
      {printing && (
        <PlanSheet onLeave={() => setPrinting(false)} rows={rows} todayText={todayText} year={year} />
      )}
    </Stack>
  )
}
