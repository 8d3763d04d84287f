/** @file What a box is, with the resolver's own words for the parts in which others have the screen. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import type { Box, Lost } from '../model/boxes.ts'
import {
  lostReason,
  lostWords,
  modeWords,
  rankWords,
  screensWords,
  spanWords,
  whenWords,
} from '../model/words.ts'
import type { ScheduleEvent } from '../../../../contracts/schedule/index.ts'

interface DetailsProps {
  box: Box
  playlist: string
  mayMove: boolean
  eventsOf: (ids: readonly string[]) => ScheduleEvent[]
  /** What the resolver says at an instant on one of the box's screens. */
  whyAt: (instant: number) => string
  onOpen: () => void
  onTime: () => void
  onClose: () => void
}

const partsShown = 3

function LostLines({
  box,
  lost,
  eventsOf,
  whyAt,
}: Pick<DetailsProps, 'box' | 'eventsOf' | 'whyAt'> & { lost: Lost }) {
  const by = eventsOf(lost.by)
  const screens = screensWords(lost)
  return (
    <Stack gap={2}>
      <Text size={1} weight="medium">
        ⊘ {spanWords(box.zone, lost)} {lostWords(lost.standing, by)}
        {screens && `（${screens}）`}
      </Text>
      <Text size={1}>{lostReason(lost.standing, box.event, by)}。</Text>
      <Text muted size={1}>
        那一刻：{whyAt(lost.from)}
      </Text>
    </Stack>
  )
}

export function Details({ box, playlist, mayMove, eventsOf, whyAt, onOpen, onTime, onClose }: DetailsProps) {
  const { event, draft, zone, times } = box
  return (
    <Card border padding={3} radius={2} role="region" aria-label="选中的排期" tone="primary">
      <Stack gap={3}>
        <Text as="h2" size={2} weight="semibold">
          {event.title}
        </Text>
        {draft && <Text size={1}>◔ 草稿：有还没有发布的改动，屏幕上播的可能不一样。</Text>}
        <Text size={1}>{times > 1 ? `这一天 ${times} 次` : spanWords(zone, box.window)}</Text>
        <Text size={1}>什么时候播：{whenWords(event.when)}</Text>
        <Text size={1}>播放单：{playlist}</Text>
        <Text size={1}>
          {modeWords[event.mode]}，{rankWords(event)}
        </Text>
        {box.lost.slice(0, partsShown).map((lost) => (
          <LostLines box={box} eventsOf={eventsOf} key={lost.from} lost={lost} whyAt={whyAt} />
        ))}
        {box.lost.length > partsShown && (
          <Text size={1}>还有 {box.lost.length - partsShown} 处，下面的列表里都有。</Text>
        )}
        {box.lost.length === 0 && <Text size={1}>▶ 这段时间都能播。</Text>}
        <Flex gap={2} wrap="wrap">
          <Button fontSize={1} onClick={onOpen} padding={3} text="打开排期" tone="primary" />
          {mayMove && <Button fontSize={1} mode="ghost" onClick={onTime} padding={3} text="改时间" />}
          <Button fontSize={1} mode="ghost" onClick={onClose} padding={3} text="收起" />
        </Flex>
      </Stack>
    </Card>
  )
}
