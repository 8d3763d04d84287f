/** @file The small pieces of which the console's pages are made. */
import { Badge, Box, Button, Card, Flex, Heading, Spinner, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { useNow, type Polled } from './polled.ts'
import { agoWords, type Tone } from './words.ts'

/** Word, shape and colour together, so that none of them must be seen alone. */
export function MarkBadge({ shape, word, tone }: { shape: string; word: string; tone: Tone }) {
  return (
    <Badge padding={2} radius={2} style={{ flex: 'none', whiteSpace: 'nowrap' }} tone={tone}>
      {`${shape} ${word}`}
    </Badge>
  )
}

export function Trouble({ sentence, again }: { sentence: string; again?: () => void }) {
  return (
    <Card padding={3} radius={2} role="alert" tone="critical">
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Box flex={1}>
          <Text size={1}>⚠ {sentence}</Text>
        </Box>
        {again && <Button fontSize={1} mode="ghost" onClick={again} padding={2} text="再试一次" />}
      </Flex>
    </Card>
  )
}

export function Waiting({ words = '正在读取…' }: { words?: string }) {
  return (
    <Flex align="center" gap={3} padding={4}>
      <Spinner muted />
      <Text muted size={1}>
        {words}
      </Text>
    </Flex>
  )
}

/** Nothing is here, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <Card border padding={4} radius={2} tone="transparent">
      <Text muted size={1}>
        {children}
      </Text>
    </Card>
  )
}

export function Part({
  title,
  note,
  aside,
  children,
}: {
  title: string
  note?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <Stack as="section" gap={4}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Heading as="h2" size={1}>
          {title}
        </Heading>
        {aside}
      </Flex>
      {note && (
        <Text muted size={1}>
          {note}
        </Text>
      )}
      {children}
    </Stack>
  )
}

/** `刚刚更新`, and a way to read at once. */
export function Fresh({ at, again }: Pick<Polled<unknown>, 'at' | 'again'>) {
  const now = useNow(2_000)
  return (
    <Flex align="center" gap={2}>
      <Text muted size={1}>
        {at === null ? '正在读取…' : `${agoWords(at, Math.max(at, now))}更新`}
      </Text>
      <Button fontSize={1} mode="bleed" onClick={again} padding={2} text="刷新" />
    </Flex>
  )
}

/** What was read, what keeps it from being read, or that it is being read. */
export function Read<Value>({
  from,
  children,
}: {
  from: Polled<Value>
  children: (value: Value) => ReactNode
}) {
  const { value, trouble, again } = from
  return (
    <Stack gap={3}>
      {trouble && <Trouble again={again} sentence={trouble} />}
      {value === null ? !trouble && <Waiting /> : children(value)}
    </Stack>
  )
}

/** A label above a field, bound to it. */
export function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children}
    </Stack>
  )
}
