/** @file What needs somebody now, beside the map: screens with an alert, and screens that are off the line. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { StateLink } from 'sanity/router'
import { Empty, MarkBadge, Part } from './Pieces.tsx'
import type { ScreenView } from './shapes.ts'
import { markOf, troublesOf } from './words.ts'

const listedMax = 5

export function Needs({ screens }: { screens: readonly ScreenView[] }) {
  const needing = screens.filter((view) => ['alert', 'offline'].includes(markOf(view).state))
  return (
    <Part title={needing.length === 0 ? '要处理的' : `要处理的（${needing.length} 块屏）`}>
      {needing.length === 0 && <Empty>✓ 没有告警，配对过的屏幕都在线。</Empty>}
      {needing.slice(0, listedMax).map((view) => (
        <Card border key={view.screen} padding={3} radius={2} tone={markOf(view).tone}>
          <Stack gap={3}>
            <Flex align="center" gap={2} justify="space-between">
              <StateLink state={{ tab: 'screens', id: view.screen }}>
                <Text size={1} weight="medium">
                  {view.title}
                </Text>
              </StateLink>
              <MarkBadge {...markOf(view)} />
            </Flex>
            {troublesOf(view).map((trouble) => (
              <Text key={trouble} size={1}>
                {trouble}
              </Text>
            ))}
          </Stack>
        </Card>
      ))}
      {needing.length > listedMax && (
        <Text muted size={1}>
          还有 {needing.length - listedMax} 块，排在下面的最前。
        </Text>
      )}
    </Part>
  )
}
