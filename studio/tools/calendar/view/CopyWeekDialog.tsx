/** @file Copies a week: first the list of what would be copied and what not, then the drafts. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { dayText, parseLocal, type DayNumber } from '../../../../contracts/schedule/zone.ts'
import { copyOf, copyPlan, hasDates } from '../change/copy-week.ts'
import { randomText } from '../change/fresh.ts'
import type { NewEvent } from '../change/make.ts'
import { mondayOf } from '../model/days.ts'
import type { Library } from '../model/library.ts'
import { DayField } from './DayField.tsx'
import { Window } from './Window.tsx'

interface CopyWeekDialogProps {
  library: Library
  /** Monday of the week that is shown. */
  monday: DayNumber
  busy: boolean
  onClose: () => void
  onCopy: (events: readonly NewEvent[]) => void
}

/** Lines of what is not copied. */
const leftShown = 10

const weekWords = (monday: DayNumber) => `${dayText(monday)} 至 ${dayText(monday + 6)}`

export function CopyWeekDialog({ library, monday, busy, onClose, onCopy }: CopyWeekDialogProps) {
  const [target, setTarget] = useState(dayText(monday + 7))
  const to = mondayOf(parseLocal(target)?.day ?? monday + 7)
  const days = to - monday
  const plan = copyPlan(library.events, dayText(monday), days)
  const copied = plan.filter((line) => line.copied)
  const left = plan.filter((line) => !line.copied)
  const always = library.events.length - library.events.filter(({ document }) => hasDates(document)).length
  const copy = () => onCopy(copied.map(({ event }) => copyOf(event, days, `event-${randomText()}`)))
  return (
    <Window
      act={{
        text: copied.length > 0 ? `复制 ${copied.length} 条` : '没有可复制的',
        onClick: copy,
        disabled: copied.length === 0 || days === 0,
        busy,
      }}
      onClose={onClose}
      problems={days === 0 ? ['请选另一周里的一天'] : []}
      title="复制一周"
      width={2}
    >
      <Flex gap={4} wrap="wrap">
        <Stack gap={3} style={{ flex: 1, minWidth: 220 }}>
          <Text size={1} weight="medium">
            从这一周
          </Text>
          <Text size={1}>{weekWords(monday)}</Text>
          <Text size={1} weight="medium">
            到这一周
          </Text>
          <Text size={1}>{weekWords(to)}</Text>
        </Stack>
        <DayField label="那一周里的任何一天" onChange={setTarget} value={target} />
      </Flex>
      <Text muted size={1}>
        先看一看，按下面的按钮才会写。复制出来的都是草稿，可以撤销。
      </Text>
      <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {copied.concat(left.slice(0, leftShown)).map(({ event, copied: is, words }) => (
          <Card as="li" border key={event._id} padding={3} radius={2} tone={is ? 'positive' : 'default'}>
            <Flex gap={3} justify="space-between" wrap="wrap">
              <Text muted={!is} size={1} weight={is ? 'medium' : 'regular'}>
                {is ? '✔' : '—'} {event.title}
              </Text>
              <Text muted size={1}>
                {words}
              </Text>
            </Flex>
          </Card>
        ))}
      </Stack>
      {left.length > leftShown && (
        <Text muted size={1}>
          另有 {left.length - leftShown} 条也不复制。
        </Text>
      )}
      {always > 0 && (
        <Text muted size={1}>
          另有 {always} 条没有写第一天和最后一天，一直在播，那一周本来就有，不用复制。
        </Text>
      )}
    </Window>
  )
}
