/** @file What screens show by order and not by timetable: told above every page, for it is easily forgotten. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useRouter } from 'sanity/router'
import { readOrders } from './asking.ts'
import { orderTitle, progressOf, standingOf } from './orders.ts'
import { MarkBadge } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import { useTitles } from './titles.ts'

const everyMs = 5_000

export function InForce() {
  const { navigate } = useRouter()
  const now = useNow()
  const { value } = usePolled('in-force', everyMs, (signal) => readOrders('?open=1', signal))
  const orders = value?.orders ?? []
  const titleOf = useTitles(orders.flatMap(({ order }) => (order.kind === 'withdraw' ? order.ids : [])))
  if (orders.length === 0) return null
  return (
    <Card aria-label="正在生效的命令" as="section" border padding={3} radius={2} tone="critical">
      <Stack gap={3}>
        {orders.map(({ order, inForce, counts }) => (
          <Flex align="center" gap={3} justify="space-between" key={order.id} wrap="wrap">
            <Flex align="center" gap={3} wrap="wrap">
              <MarkBadge {...standingOf(order, inForce, now)} />
              <Text size={1} weight="medium">
                {orderTitle(order, titleOf)}
              </Text>
              <Text muted size={1}>
                {progressOf(counts).words}
              </Text>
            </Flex>
            <Button
              aria-label={`查看第 ${order.id} 号命令：${orderTitle(order, titleOf)}`}
              fontSize={1}
              mode="ghost"
              onClick={() => navigate({ tab: 'orders', id: String(order.id) })}
              padding={2}
              text="查看"
            />
          </Flex>
        ))}
      </Stack>
    </Card>
  )
}
