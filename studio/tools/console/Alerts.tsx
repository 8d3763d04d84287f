/** @file 告警与事件: what needs somebody at this moment, and the log of what was and who did what. */
import { Button, Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { StateLink } from 'sanity/router'
import { readAlerts, readCounties } from './asking.ts'
import { DayBox } from './DayBox.tsx'
import { IncidentList } from './IncidentList.tsx'
import { logKinds, wholeLog, type LogFilter } from './incidents.ts'
import { Empty, Fresh, Labelled, MarkBadge, Part, Read } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import type { CountyView, IncidentView } from './shapes.ts'
import { lastingWords, momentWords } from './words.ts'

const everyMs = 5_000

function Alert({ alert }: { alert: IncidentView }) {
  const now = useNow()
  return (
    <Card border padding={3} radius={2} tone="critical">
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Stack gap={2}>
          <Flex align="center" gap={2} wrap="wrap">
            <MarkBadge shape="⚠" tone="critical" word={alert.kindTitle} />
            <StateLink state={{ tab: 'screens', id: alert.screen }}>
              <Text size={1} weight="medium">
                {alert.title}
              </Text>
            </StateLink>
            <Text muted size={1}>
              {alert.county?.title ?? ''}
            </Text>
          </Flex>
          <Text size={1}>{alert.note}</Text>
        </Stack>
        <Text muted size={1}>
          {momentWords(alert.openedAt)} 开始，已 {lastingWords(now - alert.openedAt)}
        </Text>
      </Flex>
    </Card>
  )
}

interface LogBarProps {
  filter: LogFilter
  counties: readonly CountyView[]
  onChange(filter: LogFilter): void
}

function LogBar({ filter, counties, onChange }: LogBarProps) {
  const take = (name: keyof LogFilter) => (event: ChangeEvent<HTMLSelectElement>) =>
    onChange({ ...filter, [name]: event.currentTarget.value })
  return (
    <Flex align="flex-start" gap={3} wrap="wrap">
      <Labelled id="log-kind" label="看什么">
        <Select fontSize={1} id="log-kind" onChange={take('kind')} padding={2} value={filter.kind}>
          {Object.entries(logKinds).map(([kind, title]) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled id="log-county" label="县区">
        <Select fontSize={1} id="log-county" onChange={take('county')} padding={2} value={filter.county}>
          <option value="">全部县区</option>
          {counties.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Labelled>
      <DayBox
        id="log-from"
        label="从哪天"
        onChange={(from) => onChange({ ...filter, from })}
        value={filter.from}
      />
      <DayBox id="log-to" label="到哪天" onChange={(to) => onChange({ ...filter, to })} value={filter.to} />
      {JSON.stringify(filter) !== JSON.stringify(wholeLog) && (
        <Button fontSize={1} mode="ghost" onClick={() => onChange(wholeLog)} padding={2} text="清除条件" />
      )}
    </Flex>
  )
}

export function Alerts() {
  const alerts = usePolled('alerts', everyMs, readAlerts)
  const counties = usePolled('map', null, readCounties)
  const [filter, setFilter] = useState(wholeLog)
  return (
    <Stack gap={5}>
      <Part
        aside={<Fresh again={alerts.again} at={alerts.at} />}
        note="毛病好了，告警自己解除，不用在这里消除。"
        title="此刻的告警"
      >
        <Read from={alerts}>
          {(value) =>
            value.alerts.length === 0 ? (
              <Empty>✓ 此刻没有告警。</Empty>
            ) : (
              <Stack gap={2}>
                {value.alerts.map((alert) => (
                  <Alert alert={alert} key={alert.id} />
                ))}
              </Stack>
            )
          }
        </Read>
      </Part>
      <Part note="告警什么时候开始、什么时候解除，谁下过什么指令，都在这里，不能改。" title="事件记录">
        <Card border padding={3} radius={2}>
          <LogBar counties={counties.value?.counties ?? []} filter={filter} onChange={setFilter} />
        </Card>
        <IncidentList filter={filter} none={<Empty>没有符合条件的记录。</Empty>} />
      </Part>
    </Stack>
  )
}
