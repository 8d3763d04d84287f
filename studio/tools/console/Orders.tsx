/** @file 抢播与停播: what may be ordered, each on a page of its own, and all orders that were ever given. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { StateLink, useRouter } from 'sanity/router'
import { readOrders, type OrderRow } from './asking.ts'
import { DrillForm } from './DrillForm.tsx'
import { PersonName } from './IncidentList.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import { OrderPage } from './OrderPage.tsx'
import { orderTitle, progressOf, standingOf } from './orders.ts'
import { Empty, MarkBadge, Part, Read } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import { useSession } from './session.ts'
import { StopForm } from './StopForm.tsx'
import { useTitles } from './titles.ts'
import { WithdrawForm } from './WithdrawForm.tsx'
import { momentWords } from './words.ts'

const everyMs = 10_000
/** As many as the scheduler gives at once. */
const pageSize = 50

const doors = [
  { id: 'stop', title: '停播', what: '屏幕全部停下，只显示本局名称和时钟', tone: 'critical' },
  { id: 'notice', title: '抢播通知', what: '用审好的模板，立刻上屏', tone: 'primary' },
  { id: 'withdraw', title: '撤下内容', what: '有错的内容立刻从所有屏幕消失', tone: 'critical' },
  { id: 'drill', title: '演练', what: '在一块屏上练一遍，或只查不做', tone: 'default' },
] as const

function Row({ row, titleOf }: { row: OrderRow; titleOf: (id: string) => string }) {
  const now = useNow()
  const { order, inForce, counts } = row
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>{momentWords(order.at)}</td>
      <td>
        <StateLink state={{ tab: 'orders', id: String(order.id) }}>
          第 {order.id} 号 {orderTitle(order, titleOf)}
        </StateLink>
        <div>
          <PersonName id={order.by} />
          {order.reason && `：${order.reason}`}
        </div>
      </td>
      <td>
        <MarkBadge {...standingOf(order, inForce, now)} />
      </td>
      <td>{progressOf(counts).words}</td>
    </tr>
  )
}

function History() {
  const [before, setBefore] = useState<readonly number[]>([])
  const last = before.at(-1)
  const polled = usePolled(`orders ${last ?? ''}`, everyMs, (signal) =>
    readOrders(last === undefined ? '' : `?before=${last}`, signal),
  )
  const orders = polled.value?.orders ?? []
  const titleOf = useTitles(orders.flatMap(({ order }) => (order.kind === 'withdraw' ? order.ids : [])))
  const oldest = orders.at(-1)?.order.id
  return (
    <Part note="每条命令都永久记下：谁、什么时候、做什么、为什么。" title="命令记录">
      <Read from={polled}>
        {() =>
          orders.length === 0 ? (
            <Empty>{last === undefined ? '还没有人下达过命令。' : '没有更早的命令了。'}</Empty>
          ) : (
            <div className="console-scroll">
              <table className="console-table">
                <thead>
                  <tr>
                    <th>时间</th>
                    <th>命令</th>
                    <th>状态</th>
                    <th>执行情况</th>
                  </tr>
                </thead>
                <tbody>
                  {orders.map((row) => (
                    <Row key={row.order.id} row={row} titleOf={titleOf} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Read>
      <Flex gap={2}>
        {before.length > 0 && (
          <Button fontSize={1} mode="ghost" onClick={() => setBefore(before.slice(0, -1))} text="看更新的" />
        )}
        {orders.length === pageSize && oldest !== undefined && (
          <Button fontSize={1} mode="ghost" onClick={() => setBefore([...before, oldest])} text="看更早的" />
        )}
      </Flex>
    </Part>
  )
}

function Front() {
  const { commands } = useSession()
  const { navigate } = useRouter()
  return (
    <Stack gap={5}>
      {commands && (
        <div className="console-wall">
          {doors.map(({ id, title, what, tone }) => (
            <Stack gap={2} key={id}>
              <Button
                fontSize={3}
                mode={tone === 'critical' && id === 'stop' ? 'default' : 'ghost'}
                onClick={() => navigate({ tab: 'orders', id })}
                padding={5}
                text={title}
                tone={tone}
              />
              <Text align="center" muted size={1}>
                {what}
              </Text>
            </Stack>
          ))}
        </div>
      )}
      {!commands && (
        <Card border padding={3} radius={2} tone="transparent">
          <Text size={1}>您的账号可以看、不能下达命令。需要停播或撤下内容，请联系播控员或管理员。</Text>
        </Card>
      )}
      <History />
    </Stack>
  )
}

const forms = {
  stop: <StopForm />,
  notice: <NoticeForm />,
  withdraw: <WithdrawForm mode="real" />,
  drill: <DrillForm />,
} as const

const isForm = (id: string): id is keyof typeof forms => Object.hasOwn(forms, id)

export function Orders({ id }: { id: string | undefined }) {
  const { commands } = useSession()
  if (id !== undefined && /^\d+$/u.test(id)) return <OrderPage id={id} key={id} />
  if (id === undefined || !commands || !isForm(id)) return <Front />
  return (
    <Stack gap={4} style={{ maxWidth: 760 }}>
      <Flex>
        <Button
          as={StateLink}
          fontSize={1}
          mode="ghost"
          padding={2}
          state={{ tab: 'orders' }}
          text="← 抢播与停播"
        />
      </Flex>
      {forms[id]}
    </Stack>
  )
}
