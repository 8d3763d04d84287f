/** @file One screen: its picture, what plays and why, how its player is, and what may be told to it. */
import { Button, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import { IntentLink, StateLink } from 'sanity/router'
import { readDue, readScreen } from './asking.ts'
import { factsOf } from './facts.ts'
import { IncidentList } from './IncidentList.tsx'
import { wholeLog } from './incidents.ts'
import { Empty, Fresh, MarkBadge, Part, Read } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import { ScreenCommands } from './ScreenCommands.tsx'
import { ScreenPairing } from './ScreenPairing.tsx'
import { Screenshot } from './Screenshot.tsx'
import { useSession } from './session.ts'
import type { ScreenView } from './shapes.ts'
import { clockWords, lastingWords, markOf, momentWords, troublesOf } from './words.ts'

const everyMs = 3_000
const dueEveryMs = 10_000

/** What the screen says that it shows, and what it should show by the timetable. */
function Playing({ view }: { view: ScreenView }) {
  const now = useNow()
  const due = usePolled(`due ${view.screen}`, dueEveryMs, (signal) => readDue(view.screen, signal))
  const { online, nowPlaying } = view
  return (
    <Part title="在播什么、为什么">
      {online && nowPlaying ? (
        <Text size={1}>
          ▶ 正在播：{nowPlaying.title.replaceAll('\n', ' ')}（已播 {lastingWords(now - nowPlaying.since)}）
        </Text>
      ) : (
        <Text muted size={1}>
          {online ? '在线，还没有报告在播什么。' : '屏幕不在线，不知道此刻在播什么。'}
        </Text>
      )}
      <Read from={due}>
        {({ item, why, until }) => (
          <Stack gap={3}>
            <Text size={1}>
              此刻该播：{item.title.replaceAll('\n', ' ')}，到 {clockWords(Date.parse(until))}
            </Text>
            <Text muted size={1}>
              {why}
            </Text>
          </Stack>
        )}
      </Read>
    </Part>
  )
}

function Facts({ view }: { view: ScreenView }) {
  const now = useNow()
  return (
    <dl className="console-facts">
      {factsOf(view, now).map(({ label, text, wrong }) => [
        <dt key={label}>{label}</dt>,
        <dd key={`${label}-text`}>{wrong ? `⚠ ${text}` : text}</dd>,
      ])}
    </dl>
  )
}

function Warnings({ view }: { view: ScreenView }) {
  const told = troublesOf(view)
  if (told.length === 0) return null
  return (
    <Card padding={3} radius={2} role="status" tone={view.alerts.length > 0 ? 'critical' : 'caution'}>
      <Stack gap={3}>
        {told.map((trouble) => (
          <Text key={trouble} size={1}>
            {trouble}
          </Text>
        ))}
        {view.alerts.map(({ incident, title, openedAt }) => (
          <Text key={incident} muted size={1}>
            {title}从 {momentWords(openedAt)} 开始
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

export function ScreenPage({ screen }: { screen: string }) {
  const { commands } = useSession()
  const polled = usePolled(`screen ${screen}`, everyMs, (signal) => readScreen(screen, signal))
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Button
          as={StateLink}
          fontSize={1}
          mode="ghost"
          padding={2}
          state={{ tab: 'screens' }}
          text="← 全部屏幕"
        />
        <Fresh again={polled.again} at={polled.at} />
      </Flex>
      <Read from={polled}>
        {(view) => (
          <Stack gap={4}>
            <Flex align="center" gap={3} wrap="wrap">
              <Heading as="h1" size={2}>
                {view.title}
              </Heading>
              <MarkBadge {...markOf(view)} />
              <IntentLink intent="edit" params={{ id: screen, type: 'screen' }}>
                <Text size={1}>屏幕资料</Text>
              </IntentLink>
            </Flex>
            <Warnings view={view} />
            <div className="console-two">
              <Stack gap={5}>
                <Screenshot onTaken={polled.again} view={view} />
                <Playing view={view} />
                {commands && <ScreenCommands onDone={polled.again} view={view} />}
              </Stack>
              <Stack gap={5}>
                <Part title="状态">
                  <Facts view={view} />
                </Part>
                {commands && <ScreenPairing onDone={polled.again} view={view} />}
              </Stack>
            </div>
            <Part title="这块屏的事件">
              <IncidentList
                filter={{ ...wholeLog, screen }}
                none={<Empty>还没有告警，也没有人下过指令。</Empty>}
              />
            </Part>
          </Stack>
        )}
      </Read>
    </Stack>
  )
}
