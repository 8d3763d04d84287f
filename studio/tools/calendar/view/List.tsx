/** @file The same boxes as a list by days, for the keyboard and for narrow windows. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { wallClock } from '../../../../contracts/schedule/zone.ts'
import { isLost, type Box } from '../model/boxes.ts'
import { clockWords, dayWords, lostWords, modeWords, rankWords } from '../model/words.ts'
import type { ScheduleEvent } from '../../../../contracts/schedule/index.ts'
import { kindMarks, kindOf } from './look.ts'

interface ListProps {
  boxes: readonly Box[]
  titleOf: (id: string) => string
  eventsOf: (ids: readonly string[]) => ScheduleEvent[]
  mayMove: (box: Box) => boolean
  onOpen: (box: Box) => void
  onTime: (box: Box) => void
}

function timeWords({ zone, from, until, wholeDays, times }: Box): string {
  if (times > 1) return `${times} 次`
  if (!wholeDays) return `${clockWords(zone, from)}–${clockWords(zone, until, true)}`
  const days = Math.round((until - from) / 86_400_000)
  return days > 1 ? `全天，连着 ${days} 天` : '全天'
}

function Row({ box, titleOf, eventsOf, mayMove, onOpen, onTime }: Omit<ListProps, 'boxes'> & { box: Box }) {
  const { event, draft, lost } = box
  const [first] = lost
  return (
    <Card as="li" border padding={3} radius={2}>
      <Flex align="center" gap={3} wrap="wrap">
        <Stack flex={1} gap={2} style={{ minWidth: 220 }}>
          <Text size={1} weight="medium">
            {isLost(box) ? '⊘' : kindMarks[kindOf(event)]} {draft ? '【草稿】' : ''}
            {timeWords(box)} {event.title}
          </Text>
          <Text muted size={1}>
            {modeWords[event.mode]}，{rankWords(event)} · {titleOf(event.playlist)}
          </Text>
          {first && (
            <Text muted size={1}>
              ⊘ {lostWords(first.standing, eventsOf(first.by))}
              {lost.length > 1 ? `等 ${lost.length} 处` : ''}
            </Text>
          )}
        </Stack>
        <Button fontSize={1} mode="ghost" onClick={() => onOpen(box)} padding={2} text="看详情" />
        {mayMove(box) && (
          <Button fontSize={1} mode="ghost" onClick={() => onTime(box)} padding={2} text="改时间" />
        )}
      </Flex>
    </Card>
  )
}

export function List(props: ListProps) {
  const days = new Map<number, Box[]>()
  for (const box of [...props.boxes].sort((a, b) => a.from - b.from || b.event.priority - a.event.priority)) {
    const { day } = wallClock(box.zone, box.from)
    days.set(day, [...(days.get(day) ?? []), box])
  }
  if (days.size === 0) return <Text muted>这几天没有排期，屏幕播“没有排期时播什么”。</Text>
  return (
    <Stack gap={4}>
      {[...days].map(([day, boxes]) => {
        const [first] = boxes
        return (
          <Stack gap={2} key={day}>
            <Text as="h2" size={1} weight="semibold">
              {first && dayWords(first.zone, first.from)}
            </Text>
            <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {boxes.map((box) => (
                <Row {...props} box={box} key={box.key} />
              ))}
            </Stack>
          </Stack>
        )
      })}
    </Stack>
  )
}
