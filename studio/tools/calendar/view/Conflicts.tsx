/** @file The list beside the calendar: who is covered by whom, when, and why. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import type { Conflict } from '../model/conflicts.ts'
import { lostReason, lostWords, screensWords, spanWords } from '../model/words.ts'

const shownAtFirst = 8
const spansShown = 3

interface ConflictsProps {
  conflicts: readonly Conflict[]
  span: string
  onOpen: (event: string) => void
}

function shareWords({ whole, share }: Conflict): string {
  const percent = Math.round(share * 100)
  return whole && percent >= 100 ? '全部' : percent < 1 ? '不到百分之一' : ` ${percent}%`
}

function When({ spans }: Pick<Conflict, 'spans'>) {
  const [all, setAll] = useState(false)
  const shown = all ? spans : spans.slice(0, spansShown)
  const rest = spans.length - shown.length
  return (
    <Stack gap={2}>
      {shown.map((each) => (
        <Text key={each.from} muted size={1}>
          {spanWords(each.zone, each)}
        </Text>
      ))}
      {rest > 0 && (
        <Button
          fontSize={1}
          mode="bleed"
          onClick={() => setAll(true)}
          padding={2}
          text={`共 ${spans.length} 次，都列出来`}
        />
      )}
    </Stack>
  )
}

function One({ conflict, onOpen }: { conflict: Conflict; onOpen: ConflictsProps['onOpen'] }) {
  const { event, standing, by, spans, whole } = conflict
  const screens = screensWords(conflict)
  return (
    <Card as="li" border padding={3} radius={2} tone={whole ? 'caution' : 'default'}>
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {whole ? '⚠ 一次也播不出：' : '⊘ '}
          {event.title}
        </Text>
        <Text size={1}>
          {lostWords(standing, by)}
          {screens && `（${screens}）`}
          {`，占它时间的${shareWords(conflict)}`}
        </Text>
        <Text size={1}>为什么：{lostReason(standing, event, by)}</Text>
        <When spans={spans} />
        <Flex gap={2} wrap="wrap">
          {[event, ...by].map(({ id, title }) => (
            <Button
              fontSize={1}
              key={id}
              mode="ghost"
              onClick={() => onOpen(id)}
              padding={2}
              text={`打开“${title}”`}
            />
          ))}
        </Flex>
      </Stack>
    </Card>
  )
}

/** Less than this of its time is a trifle, and is listed when asked for. */
const trifle = 0.1

export function Conflicts({ conflicts, span, onOpen }: ConflictsProps) {
  const [all, setAll] = useState(false)
  const grave = conflicts.filter(({ whole, share }) => whole || share >= trifle)
  const shown = all ? conflicts : grave.slice(0, shownAtFirst)
  const rest = conflicts.length - shown.length
  return (
    <Stack gap={3}>
      <Text as="h2" size={2} weight="semibold">
        {span}谁让位给谁
      </Text>
      {conflicts.length === 0 && (
        <Text muted size={1}>
          没有。每个排期到了时候都能播。
        </Text>
      )}
      {conflicts.length > 0 && grave.length === 0 && (
        <Text muted size={1}>
          没有要紧的：每个排期都播得出大部分。
        </Text>
      )}
      <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {shown.map((conflict) => (
          <One conflict={conflict} key={conflict.key} onOpen={onOpen} />
        ))}
      </Stack>
      {rest > 0 && (
        <Button
          fontSize={1}
          mode="ghost"
          onClick={() => setAll(true)}
          text={grave.length > shownAtFirst ? `还有 ${rest} 项，都列出来` : `还有 ${rest} 项零星的，都列出来`}
        />
      )}
    </Stack>
  )
}
