/** @file One screen on the wall: its last picture, its place, what plays, and what is wrong. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { StateLink } from 'sanity/router'
import { pictureAddress } from './asking.ts'
import { MarkBadge } from './Pieces.tsx'
import { useNow } from './polled.ts'
import type { ScreenView } from './shapes.ts'
import { agoWords, markOf, seenWords, troublesOf } from './words.ts'

export function Picture({ view, height, large }: { view: ScreenView; height: number; large?: true }) {
  const { screen, title, pictureAt } = view
  return (
    <div className="console-picture" data-empty={pictureAt === null} data-large={large} style={{ height }}>
      {pictureAt === null ? (
        <span>还没有截图</span>
      ) : (
        <img alt={`${title}的截图`} loading="lazy" src={pictureAddress(screen, pictureAt)} />
      )}
    </div>
  )
}

export function Thumb({ view }: { view: ScreenView }) {
  const now = useNow()
  const { title, county, address, nowPlaying, online, lastSeenAt, pictureAt } = view
  const troubles = troublesOf(view)
  const mark = markOf(view)
  return (
    <Card as="article" border radius={2} tone={mark.state === 'alert' ? 'critical' : 'default'}>
      <StateLink className="console-thumb" state={{ tab: 'screens', id: view.screen }}>
        <Picture height={132} view={view} />
        <Stack gap={4} padding={3}>
          <Flex align="flex-start" gap={2} justify="space-between">
            <Text size={1} weight="medium">
              {title}
            </Text>
            <MarkBadge {...mark} />
          </Flex>
          <Text muted size={1}>
            {[county.title, address].filter(Boolean).join(' · ')}
          </Text>
          {online && nowPlaying && (
            <Text size={1} textOverflow="ellipsis">
              ▶ {nowPlaying.title.replaceAll('\n', ' ')}
            </Text>
          )}
          {troubles.map((trouble) => (
            <Text key={trouble} size={1}>
              {trouble}
            </Text>
          ))}
          <Text muted size={1}>
            {seenWords(lastSeenAt, now)}
            {pictureAt !== null && `，截图于${agoWords(pictureAt, now)}`}
          </Text>
        </Stack>
      </StateLink>
    </Card>
  )
}
