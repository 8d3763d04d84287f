/**
 * @file Two boxes, a day and a time, over one local date-time without an offset.
 *
 * Sanity's own `datetime` stores an instant in UTC; a notice that ends "on the fourth" must not move
 * with the browser's zone. Times in the boxes are the bureau's wall clock. The day is Sanity's date box,
 * whose calendar speaks Chinese whatever language the browser has.
 */
import { Box, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { DateInput, PatchEvent, set, unset, type DateInputProps, type StringInputProps } from 'sanity'
import { boxesOf, readTime, sentenceOf, valueOf, type DayAndTime, type Edge } from './local-time.ts'

const timeWords: Record<Edge, { label: string; placeholder: string }> = {
  start: { label: '几点开始', placeholder: '零点' },
  end: { label: '几点结束', placeholder: '当天结束' },
  moment: { label: '几点', placeholder: '08:30' },
}

function LocalTimeInput({ edge, ...props }: StringInputProps & { edge: Edge }) {
  const { value, onChange, readOnly } = props
  const boxes = boxesOf(value, edge)
  /** What is being typed, until it reads as a time. */
  const [typed, setTyped] = useState<string | null>(null)

  const write = (change: Partial<DayAndTime>) => {
    const next = valueOf({ ...boxes, ...change }, edge)
    onChange(next === undefined ? unset() : set(next))
  }

  const takeDay: StringInputProps['onChange'] = (patches) => {
    const [patch] = PatchEvent.from(patches).patches
    if (patch?.type === 'set' && typeof patch.value === 'string') write({ day: patch.value })
    else if (patch?.type === 'unset') onChange(unset())
  }

  const takeTime = (text: string) => {
    const time = readTime(text)
    setTyped(time === null ? text : null)
    if (time !== null) write({ time })
  }

  return (
    <Stack gap={3}>
      <Flex gap={2}>
        <Box flex={2}>
          <DateInput {...(props as DateInputProps)} onChange={takeDay} value={boxes.day || undefined} />
        </Box>
        <Box flex={1}>
          <TextInput
            aria-label={timeWords[edge].label}
            disabled={boxes.day === ''}
            inputMode="numeric"
            onBlur={() => setTyped(null)}
            onChange={(event: ChangeEvent<HTMLInputElement>) => takeTime(event.currentTarget.value)}
            placeholder={timeWords[edge].placeholder}
            readOnly={readOnly ?? false}
            value={typed ?? boxes.time}
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
