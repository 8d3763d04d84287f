/** @file Small notes round the calendar: a warning, the legend, events that are not written to the end. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { IntentLink } from 'sanity/router'
import type { ScheduleEventDocument } from '../../../../contracts/documents/index.ts'
import type { Seen } from '../model/library.ts'
import { legend } from './look.ts'

export function Trouble({
  words,
  tone,
  again,
}: {
  words: string
  tone: 'caution' | 'critical'
  again?: () => void
}) {
  return (
    <Card padding={3} radius={2} role="alert" tone={tone}>
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1}>⚠ {words}</Text>
        {again && <Button fontSize={1} mode="ghost" onClick={again} padding={2} text="重新读取" />}
      </Flex>
    </Card>
  )
}

interface LegendProps {
  mayMake: boolean
  unfinished: readonly Seen<ScheduleEventDocument>[]
}

export function Legend({ mayMake, unfinished }: LegendProps) {
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} wrap="wrap">
        {legend.map(({ kind, words }) => (
          <Flex align="center" gap={2} key={kind}>
            <span
              aria-hidden
              className={`pufa-kind-${kind}`}
              style={{ width: 14, height: 14, background: 'var(--box)', borderLeft: '4px solid var(--edge)' }}
            />
            <Text muted size={1}>
              {words}
            </Text>
          </Flex>
        ))}
        <Text muted size={1}>
          斜纹＝草稿 · 变淡、⊘＝让位给别的排期 · 右边灰条＝部分屏幕或几分钟里让位 · 班＝调休上班 · 休＝放假
        </Text>
      </Flex>
      <Text muted size={1}>
        {mayMake
          ? '在空白处拖一段就能新建；拖动方框改时间，拖方框的上下边改长短。不用鼠标的，请用“列表”里的按钮。'
          : '您的账号只能看，不能改排期。'}
      </Text>
      {unfinished.length > 0 && (
        <Flex align="center" gap={2} wrap="wrap">
          <Text size={1}>◔ 还没写完、画不出来的草稿：</Text>
          {unfinished.map(({ document }) => (
            <IntentLink intent="edit" key={document._id} params={{ id: document._id, type: 'scheduleEvent' }}>
              <Text size={1}>{document.title ?? '（还没有名称）'}</Text>
            </IntentLink>
          ))}
        </Flex>
      )}
    </Stack>
  )
}
