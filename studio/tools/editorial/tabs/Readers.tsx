/** @file What else readers did: pages that were of no use, walls that have faded, codes that were scanned. */
import { Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { IntentLink } from 'sanity/router'
import type { PageCounts, ReaderCounts } from '../../../../contracts/reader-counts.ts'
import { ratings, reasons, wallStates } from '../../../../contracts/reader-counts.ts'

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

export function Readers({ pages }: Pick<ReaderCounts, 'pages'>) {
  const useless = ({ ratings: counts }: PageCounts) => sum(counts) - (counts['useful'] ?? 0)
  const rated = pages.filter(({ ratings: counts }) => sum(counts) > 0).sort((a, b) => useless(b) - useless(a))
  const walls = pages.filter(({ wall }) => sum(wall) > 0).sort((a, b) => sum(b.wall) - sum(a.wall))
  const scanned = pages.filter(({ scans }) => scans > 0).sort((a, b) => b.scans - a.scans)
  return (
    <Stack gap={5}>
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
