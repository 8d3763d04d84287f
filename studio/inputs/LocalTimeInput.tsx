/**
 * @file Two boxes, a day and a time, over one local date-time without an offset.
 *
 * Sanity's own `datetime` stores an instant in UTC; a notice that ends "on the fourth" must not move
 * with the browser's zone. Times in the boxes are the bureau's wall clock.
 */
import { Box, Flex, Stack, Text, TextInput } from '@sanity/ui'
import type { ChangeEvent } from 'react'
import { set, unset, type StringInputProps } from 'sanity'
import { boxesOf, sentenceOf, valueOf, type DayAndTime, type Edge } from './local-time.ts'

const labels: Record<Edge, { day: string; time: string }> = {
  start: { day: '第一天', time: '几点开始，不填为零点' },
  end: { day: '最后一天', time: '几点结束，不填为当天结束' },
  moment: { day: '日期', time: '时间' },
}

function LocalTimeInput({ edge, ...props }: StringInputProps & { edge: Edge }) {
  const { value, onChange, elementProps, readOnly } = props
  const boxes = boxesOf(value, edge)

  const write = (change: Partial<DayAndTime>) => {
    const next = valueOf({ ...boxes, ...change }, edge)
    onChange(next === undefined ? unset() : set(next))
  }

  return (
    <Stack gap={3}>
      <Flex gap={2} wrap="wrap">
        <Box flex={2}>
          <TextInput
            {...elementProps}
            aria-label={labels[edge].day}
            onChange={(event: ChangeEvent<HTMLInputElement>) => write({ day: event.currentTarget.value })}
            readOnly={readOnly ?? false}
            type="date"
            value={boxes.day}
          />
        </Box>
        <Box flex={1}>
          <TextInput
            aria-label={labels[edge].time}
            disabled={boxes.day === ''}
            onChange={(event: ChangeEvent<HTMLInputElement>) => write({ time: event.currentTarget.value })}
            readOnly={readOnly ?? false}
            type="time"
            value={boxes.time}
          />
        </Box>
      </Flex>
      <Text muted size={1}>
        {sentenceOf(value, edge)}
      </Text>
    </Stack>
  )
}

export function StartInput(props: StringInputProps) {
  return <LocalTimeInput {...props} edge="start" />
}

export function EndInput(props: StringInputProps) {
  return <LocalTimeInput {...props} edge="end" />
}

export function MomentInput(props: StringInputProps) {
  return <LocalTimeInput {...props} edge="moment" />
}
