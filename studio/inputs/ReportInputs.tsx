/** @file What a reader sent, shown as it came: the page as a link, the instant in words. Neither is edited. */
import { Card, Stack, Text } from '@sanity/ui'
import type { StringInputProps } from 'sanity'
import type { CalendarYear } from '../../contracts/documents/index.ts'
import { clockWords, replyClock, workingDaysAfter } from '../../contracts/editorial/working-days.ts'
import { calendarOf } from '../../contracts/schedule/from-documents.ts'
import { timeText, wallClock, type DayNumber } from '../../contracts/schedule/zone.ts'
import { useLive } from '../lake/use-live.ts'
import { useNow } from '../review/use-now.ts'
import { replyWorkingDays, ownPath } from '../schema/rules/report.ts'
import { bureauZone } from '../schema/standing.ts'
import { dayWords } from './local-time.ts'

const yearsQuery = '*[_type == "calendarYear" && !(_id in path("drafts.**"))]'
const minuteMs = 60_000

export function PathInput({ value, elementProps }: StringInputProps) {
  const path = ownPath(value)
  return (
    <Card border padding={3} radius={2}>
      <Text size={1}>
        {path ? (
          <a href={path} id={elementProps.id} rel="noreferrer" target="_blank">
            {path}（在新窗口打开）
          </a>
        ) : (
          (value ?? '')
        )}
      </Text>
    </Card>
  )
}

/** By the bureau's own table of swapped days; nothing until it is read. */
function Due({ received }: { received: DayNumber }) {
  const { answer } = useLive<CalendarYear[]>(yearsQuery, yearsQuery, {})
  const today = wallClock(bureauZone, useNow(minuteMs)).day
  if (!answer) return null
  const calendar = calendarOf(answer, [], [])
  const { untabled, ...clock } = replyClock(calendar, received, replyWorkingDays, today)
  return (
    <Text muted size={1}>
      请在 {dayWords(workingDaysAfter(calendar, received, replyWorkingDays))} 以前答复（{replyWorkingDays}{' '}
      个工作日，{clockWords(clock)}）。
      {untabled.length > 0 && `${untabled.join('、')} 年的调休表还没有填，先按周一至周五算。`}
    </Text>
  )
}

export function ReceivedAtInput({ value }: StringInputProps) {
  const instant = Date.parse(value ?? '')
  if (Number.isNaN(instant)) return <Text size={1}>{value ?? ''}</Text>
  const { day, ms } = wallClock(bureauZone, instant)
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        <Text size={1}>
          {dayWords(day)} {timeText(ms)}
        </Text>
        <Due received={day} />
      </Stack>
    </Card>
  )
}
