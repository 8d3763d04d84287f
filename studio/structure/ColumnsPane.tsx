/** @file Which columns of the site have had nothing new for too long, before somebody else notices. */
import { Badge, Card, Container, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import type { UserComponent } from 'sanity/structure'
import { browserClock } from '../clock.ts'
import { columns, columnState, newestQuery, type Column, type ColumnState } from './columns.ts'
import { todayOf } from './lapsed.ts'
import { apiVersion } from './lists.ts'

const marks: Readonly<
  Record<ColumnState, { tone: 'positive' | 'caution' | 'critical'; shape: string; word: string }>
> = {
  fresh: { tone: 'positive', shape: '✓', word: '正常' },
  soon: { tone: 'caution', shape: '◔', word: '该更新了' },
  late: { tone: 'critical', shape: '⚠', word: '超期' },
  empty: { tone: 'critical', shape: '⚠', word: '空栏目' },
}

function ColumnRow({ column, newest, today }: { column: Column; newest: string | null; today: string }) {
  const { state, days } = columnState(column, newest, today)
  const { tone, shape, word } = marks[state]
  const limit = column.daysMax <= 31 ? `${column.daysMax}天` : '半年'
  return (
    <Card border padding={3} radius={2}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Stack gap={2}>
          <Text size={1} weight="medium">
            {column.title}
          </Text>
          <Text muted size={1}>
            {newest === null
              ? `还没有内容，至少${limit}要有一次`
              : `最近一次 ${newest.slice(0, 10)}，${days === 0 ? '今天或以后' : `${days}天前`}；至少${limit}一次`}
          </Text>
        </Stack>
        <Badge padding={2} tone={tone}>
          {`${shape} ${word}`}
        </Badge>
      </Flex>
    </Card>
  )
}

export const ColumnsPane: UserComponent = () => {
  const client = useClient({ apiVersion })
  const [newest, setNewest] = useState<ReadonlyMap<string, string | null> | null>(null)
  const [failed, setFailed] = useState(false)
  const today = todayOf(browserClock)

  useEffect(() => {
    let left = false
    client.fetch<{ type: string; newest: string | null }[]>(newestQuery).then(
      (found) => {
        if (!left) setNewest(new Map(found.map((entry) => [entry.type, entry.newest])))
      },
      () => {
        if (!left) setFailed(true)
      },
    )
    return () => {
      left = true
    }
  }, [client])

  return (
    <Container padding={4} width={1}>
      <Stack gap={3}>
        <Text muted size={1}>
          政府网站检查的要求：动态类栏目两周内、其他栏目半年内要有更新，不能有空栏目。
        </Text>
        {failed && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>没有读到，请检查网络后重新打开本页</Text>
          </Card>
        )}
        {newest &&
          columns.map((column) => (
            <ColumnRow
              column={column}
              key={column.type}
              newest={newest.get(column.type) ?? null}
              today={today}
            />
          ))}
      </Stack>
    </Container>
  )
}
