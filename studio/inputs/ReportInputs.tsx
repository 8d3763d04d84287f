/** @file What a reader sent, shown as it came: the page as a link, the instant in words. Neither is edited. */
import { Card, Stack, Text } from '@sanity/ui'
import type { StringInputProps } from 'sanity'
import { timeText, wallClock } from '../../contracts/schedule/zone.ts'
import { replyWorkingDays, ownPath, workingDaysAfter } from '../schema/rules/report.ts'
import { bureauZone } from '../schema/standing.ts'
import { dayWords } from './local-time.ts'

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
        <Text muted size={1}>
          请在 {dayWords(workingDaysAfter(day, replyWorkingDays))} 以前答复（{replyWorkingDays}{' '}
          个工作日，按周一至周五算；遇调休以放假安排为准）。
        </Text>
      </Stack>
    </Card>
  )
}
