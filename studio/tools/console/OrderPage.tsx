/** @file One order: who has obeyed and who has not, as it happens; and its end. */
import { Button, Card, Flex, Heading, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { StateLink, useRouter } from 'sanity/router'
import { reasonCharactersMax, type OrderedScreen, type OrderReport } from '../../../contracts/orders.ts'
import { endOrder, readOrder } from './asking.ts'
import { PersonName } from './IncidentList.tsx'
import { byPressing, complianceMarks, orderTitle, progressOf, standingOf } from './orders.ts'
import { Fresh, Labelled, MarkBadge, Part, Read, Trouble } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import { useSession } from './session.ts'
import { useTitles } from './titles.ts'
import { clockWords, momentWords } from './words.ts'

const everyMs = 1_000

function ScreenRow({ screen }: { screen: OrderedScreen }) {
  const { id, title, county, state, acknowledgedAt, note } = screen
  return (
    <tr>
      <td>
        <MarkBadge {...complianceMarks[state]} />
      </td>
      <td>
        <StateLink state={{ tab: 'screens', id }}>{title}</StateLink>
        <div>{county}</div>
      </td>
      <td>{acknowledgedAt === null ? note : `${clockWords(acknowledgedAt)} 执行`}</td>
    </tr>
  )
}

function Obeyed({ report }: { report: OrderReport }) {
  const { percent, words, complete } = progressOf(report.counts)
  return (
    <Part title="执行情况">
      <Card border padding={4} radius={2} role="status" tone={complete ? 'positive' : 'default'}>
        <Stack gap={3}>
          <Text size={2} weight="medium">
            {complete ? '✓ ' : '◔ '}
            {words}
          </Text>
          <div
            aria-label="已执行的比例"
            aria-valuemax={100}
            aria-valuemin={0}
            aria-valuenow={percent}
            className="console-bar"
            role="progressbar"
          >
            <i style={{ width: `${percent}%` }} />
          </div>
        </Stack>
      </Card>
      <div className="console-scroll">
        <table className="console-table">
          <thead>
            <tr>
              <th>状态</th>
              <th>屏幕</th>
              <th>说明</th>
            </tr>
          </thead>
          <tbody>
            {byPressing(report.screens).map((screen) => (
              <ScreenRow key={screen.id} screen={screen} />
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

const endWords = {
  stop: '恢复播放',
  withdraw: '恢复这些内容',
  notice: '提前结束',
  urgent: '提前结束',
  end: '',
}

function End({ report }: { report: OrderReport }) {
  const { navigate } = useRouter()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const press = async () => {
    setBusy(true)
    const answer = await endOrder(report.order.id, reason.trim())
    setBusy(false)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) navigate({ tab: 'orders', id: String(answer.value.order.id) })
  }
  return (
    <Card border padding={4} radius={2}>
      <Stack gap={4}>
        <Labelled id="end-reason" label="结束的原因（可以不写）">
          <TextInput
            fontSize={1}
            id="end-reason"
            maxLength={reasonCharactersMax}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setReason(event.currentTarget.value)}
            value={reason}
          />
        </Labelled>
        {trouble && <Trouble sentence={trouble} />}
        <Button
          disabled={isBusy}
          onClick={() => void press()}
          padding={4}
          text={isBusy ? '正在结束…' : endWords[report.order.kind]}
          tone="primary"
        />
      </Stack>
    </Card>
  )
}

function Head({ report }: { report: OrderReport }) {
  const now = useNow()
  const { order, inForce } = report
  const titleOf = useTitles(order.kind === 'withdraw' ? order.ids : [])
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} wrap="wrap">
        <Heading as="h1" size={2}>
          {orderTitle(order, titleOf)}
        </Heading>
        <MarkBadge {...standingOf(order, inForce, now)} />
      </Flex>
      {'text' in order && (
        <div className="console-words" data-tone={'tone' in order ? order.tone : 'solemn'}>
          {order.text}
        </div>
      )}
      <Text muted size={1}>
        第 {order.id} 号命令，{momentWords(order.at)} 由 <PersonName id={order.by} /> 下达
        {order.reason && `，原因：${order.reason}`}
      </Text>
    </Stack>
  )
}

export function OrderPage({ id }: { id: string }) {
  const { commands } = useSession()
  const polled = usePolled(`order ${id}`, everyMs, (signal) => readOrder(id, signal))
  return (
    <Stack gap={4}>
      <Flex align="center" justify="space-between">
        <Button
          as={StateLink}
          fontSize={1}
          mode="ghost"
          padding={2}
          state={{ tab: 'orders' }}
          text="← 抢播与停播"
        />
        <Fresh again={polled.again} at={polled.at} />
      </Flex>
      <Read from={polled}>
        {(report) => (
          <Stack gap={5}>
            <Head report={report} />
            {commands && report.inForce && report.order.kind !== 'end' && <End key={id} report={report} />}
            <Obeyed report={report} />
          </Stack>
        )}
      </Read>
    </Stack>
  )
}
