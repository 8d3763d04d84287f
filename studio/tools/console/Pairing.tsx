/** @file 配对: players that show six digits and wait, and the screens that have no player yet. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { StateLink } from 'sanity/router'
import { readScreens, readWaiting } from './asking.ts'
import { Empty, Fresh, MarkBadge, Part, Read } from './Pieces.tsx'
import { useNow, usePolled } from './polled.ts'
import { PairButton } from './ScreenPairing.tsx'
import { useSession } from './session.ts'
import type { WaitingPlayer } from './shapes.ts'
import { lastingWords, markOf, momentWords } from './words.ts'

const everyMs = 5_000

function Waiters({ waiting }: { waiting: readonly WaitingPlayer[] }) {
  const now = useNow()
  if (waiting.length === 0)
    return <Empty>此刻没有等着配对的播放器。在屏幕背后的主机上打开播放器，屏上会出现六位数字。</Empty>
  return (
    <Stack gap={2}>
      {waiting.map(({ width, height, address, expiresAt }, index) => (
        <Card border key={`${address}-${expiresAt}-${index}`} padding={3} radius={2}>
          <Flex align="center" gap={3} justify="space-between" wrap="wrap">
            <Text size={1} weight="medium">
              ◔ 一台播放器正显示六位数字
            </Text>
            <Text muted size={1}>
              窗口 {width} × {height} 点，网络地址 {address || '不明'}，{lastingWords(expiresAt - now)}
              后换一组数字
            </Text>
          </Flex>
        </Card>
      ))}
    </Stack>
  )
}

export function Pairing() {
  const { commands } = useSession()
  const screens = usePolled('screens', everyMs, readScreens)
  const waiting = usePolled(commands ? 'waiting' : null, everyMs, readWaiting)
  return (
    <Stack gap={5}>
      <Flex justify="flex-end">
        <Fresh again={screens.again} at={screens.at} />
      </Flex>
      {commands && (
        <Part
          note="数字只显示在屏上，这里看不到：要有人站在屏前念给您，才能确认接上的是哪一块。"
          title="等着配对的播放器"
        >
          <Read from={waiting}>{(value) => <Waiters waiting={value.waiting} />}</Read>
        </Part>
      )}
      <Read from={screens}>
        {({ screens: all }) => {
          const without = all.filter(({ pairedAt }) => pairedAt === null)
          const paired = all.filter(({ pairedAt }) => pairedAt !== null)
          return (
            <Stack gap={5}>
              <Part title={`还没有播放器的屏幕（${without.length} 块）`}>
                {without.length === 0 && <Empty>每块屏都有播放器了。</Empty>}
                {without.map((view) => (
                  <Card border key={view.screen} padding={3} radius={2}>
                    <Flex align="center" gap={3} justify="space-between" wrap="wrap">
                      <Stack gap={2}>
                        <Text size={1} weight="medium">
                          {view.title}
                        </Text>
                        <Text muted size={1}>
                          {view.county.title} · {view.address} · {view.size.width} × {view.size.height} 点
                        </Text>
                      </Stack>
                      <Flex align="center" gap={2}>
                        <MarkBadge {...markOf(view)} />
                        {commands && <PairButton onDone={screens.again} view={view} />}
                      </Flex>
                    </Flex>
                  </Card>
                ))}
              </Part>
              <Part title={`已配对的屏幕（${paired.length} 块）`}>
                {paired.length === 0 && <Empty>还没有一块屏配对。</Empty>}
                {paired.map((view) => (
                  <Card border key={view.screen} padding={3} radius={2}>
                    <Flex align="center" gap={3} justify="space-between" wrap="wrap">
                      <StateLink state={{ tab: 'screens', id: view.screen }}>
                        <Text size={1}>{view.title}</Text>
                      </StateLink>
                      <Flex align="center" gap={2}>
                        <Text muted size={1}>
                          {view.pairedAt === null ? '' : `${momentWords(view.pairedAt)} 配对`}
                        </Text>
                        <MarkBadge {...markOf(view)} />
                      </Flex>
                    </Flex>
                  </Card>
                ))}
              </Part>
            </Stack>
          )
        }}
      </Read>
    </Stack>
  )
}
