/** @file Sanity's date box with a button that writes today's date. */
import { Box, Button, Flex } from '@sanity/ui'
import { set, type StringInputProps } from 'sanity'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { browserClock } from '../clock.ts'
import { bureauZone } from '../schema/standing.ts'

export function TodayInput(props: StringInputProps) {
  const today = dayText(wallClock(bureauZone, browserClock.now()).day)
  return (
    <Flex gap={2}>
      <Box flex={1}>{props.renderDefault(props)}</Box>
      <Button
        disabled={props.readOnly === true || props.value === today}
        mode="ghost"
        onClick={() => props.onChange(set(today))}
        text="今天"
        type="button"
      />
    </Flex>
  )
}
