/**
 * @file What readers did, for the desk: searches that found nothing, pages that were of no use, walls that
 * have faded. The site counts; this shows.
 */
import { Button, Card, Container, Flex, Heading, Spinner, Stack, Text } from '@sanity/ui'
import { useEffect, useState, type ReactNode } from 'react'
import { IntentLink } from 'sanity/router'
import type { UserComponent } from 'sanity/structure'
import type { PageCounts, ReaderCounts } from '../../contracts/reader-counts.ts'
import { ratings, reasons, wallStates } from '../../contracts/reader-counts.ts'
import { readReaderCounts } from './reader-counts.ts'

const rowsMax = 100

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0)

const inWords = (names: Readonly<Record<string, string>>, counts: Readonly<Record<string, number>>) =>
  Object.entries(names)
    .filter(([choice]) => (counts[choice] ?? 0) > 0)
    .map(([choice, name]) => `${name} ${counts[choice]}次`)
    .join('，')

function Part({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <Stack gap={3}>
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      {children.length === 0 ? (
        <Text muted size={1}>
          {none}
        </Text>
      ) : (
        <Stack gap={1}>{children.slice(0, rowsMax)}</Stack>
      )}
    </Stack>
  )
}

function Row({ name, note }: { name: ReactNode; note: string }) {
  return (
    <Card border padding={3} radius={2}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1} weight="medium">
          {name}
        </Text>
        <Text muted size={1}>
          {note}
        </Text>
      </Flex>
    </Card>
  )
}

const pageRow = (page: PageCounts, note: string) => (
  <Row
    key={page.code}
    name={
      <IntentLink intent="edit" params={{ id: page.id, type: page.type }}>
        {page.title}
      </IntentLink>
    }
    note={note}
  />
)

function Counts({ lostSearches, pages }: ReaderCounts) {
  const useless = ({ ratings: counts }: PageCounts) => sum(counts) - (counts['useful'] ?? 0)
  const rated = pages.filter(({ ratings: counts }) => sum(counts) > 0).sort((a, b) => useless(b) - useless(a))
  const walls = pages.filter(({ wall }) => sum(wall) > 0).sort((a, b) => sum(b.wall) - sum(a.wall))
  const scanned = pages.filter(({ scans }) => scans > 0).sort((a, b) => b.scans - a.scans)
  return (
    <Stack gap={5}>
      <Part none="还没有。" title="没有搜到结果的词">
        {lostSearches.map(({ words, count, lastDay }) => (
          <Row key={words} name={words} note={`${count}次，最近 ${lastDay}`} />
        ))}
      </Part>
      <Part none="还没有人评价。" title="有用、没用（说没用多的在前）">
        {rated.map((page) => pageRow(page, inWords({ ...ratings, ...reasons }, page.ratings)))}
      </Part>
      <Part none="没有人报告。" title="墙画的情况">
        {walls.map((page) => pageRow(page, inWords(wallStates, page.wall)))}
      </Part>
      <Part none="还没有人扫码。" title="扫码">
        {scanned.map((page) => pageRow(page, `${page.scans}次`))}
      </Part>
    </Stack>
  )
}

export const ReadersPane: UserComponent = () => {
  const [counts, setCounts] = useState<ReaderCounts | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)

  useEffect(() => {
    const abort = new AbortController()
    setTrouble(null)
    readReaderCounts(fetch, abort.signal)
      .then(setCounts)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setTrouble(error instanceof Error ? error.message : String(error))
      })
    return () => abort.abort()
  }, [asked])

  return (
    <Container padding={4} width={2}>
      <Stack gap={4}>
        <Flex align="center" gap={3} justify="space-between">
          <Text muted size={1}>
            只有次数，不知道是谁。
          </Text>
          <Button mode="ghost" onClick={() => setAsked(asked + 1)} text="重新读取" />
        </Flex>
        {trouble && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>{trouble}</Text>
          </Card>
        )}
        {counts ? <Counts {...counts} /> : !trouble && <Spinner muted />}
      </Stack>
    </Container>
  )
}
