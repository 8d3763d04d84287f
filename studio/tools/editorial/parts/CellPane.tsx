/** @file What is in one cell of the table, and a press to write more of it, with topic and county filled in. */
import { Box, Button, Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import {
  coveredTypes,
  wholePrefecture,
  type Cell,
  type CoverContent,
  type CoveredType,
  type Named,
} from '../model/coverage.ts'
import { freshId, writeTogether } from '../write/write.ts'
import { EditPress, useOpen } from './presses.tsx'
import type { TabProps } from './session.ts'
import { useInitial } from './use-initial.ts'

export const contentWords: Readonly<Record<CoverContent['_type'], string>> = {
  legalQuestion: '问答',
  typicalCase: '案例',
  mural: '墙画',
  slogan: '标语',
  quizQuestion: '题目',
}

interface CellPaneProps extends TabProps {
  topic: Named
  column: Named
  /** The column is a county, which a fresh content then belongs to. */
  isCounty: boolean
  cell: Cell
  /** What the table is narrowed to. */
  type: CoveredType | null
  onLeave: () => void
}

const contentsShown = 60
const reference = (_ref: string) => ({ _type: 'reference', _ref }) as const

/** What the cell says of a content of it. */
function filled(type: CoveredType, topic: string, county: string | null) {
  return {
    ...(type === 'mural' ? { topic: reference(topic) } : { topics: [{ ...reference(topic), _key: topic }] }),
    ...(county === null ? {} : { county: reference(county) }),
  }
}

function Write({ topic, column, isCounty, desk, writing, type }: CellPaneProps) {
  const [kind, setKind] = useState<CoveredType>(type ?? 'legalQuestion')
  const initial = useInitial()
  const open = useOpen()
  const county = isCounty && column._id !== wholePrefecture._id ? column._id : desk.own
  const write = async () => {
    const id = freshId(kind.toLowerCase())
    const done = await writing.write(`${contentWords[kind]}建成了草稿`, async (client, hand) => {
      const fields = { ...(await initial(kind)), ...filled(kind, topic._id, county) }
      return writeTogether(client, [{ kind: 'make', id, type: kind, fields }], hand)
    })
    if (done) open(id, kind)
  }
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Box style={{ minWidth: 110 }}>
        <Select
          aria-label="写哪一种"
          fontSize={1}
          onChange={({ currentTarget }) =>
            setKind(coveredTypes.find((each) => each === currentTarget.value) ?? kind)
          }
          value={kind}
        >
          {coveredTypes.map((each) => (
            <option key={each} value={each}>
              {contentWords[each]}
            </option>
          ))}
        </Select>
      </Box>
      <Button
        disabled={writing.busy}
        fontSize={1}
        onClick={() => void write()}
        padding={3}
        text="写一条"
        tone="primary"
      />
    </Flex>
  )
}

export function CellPane(props: CellPaneProps) {
  const { topic, column, cell, isCounty, onLeave, rights } = props
  const { contents, shared, gap } = cell
  return (
    <Card border data-testid="coverage-cell" padding={4} radius={2} tone="transparent">
      <Stack gap={4}>
        <Flex align="center" gap={3} justify="space-between" wrap="wrap">
          <Text size={2} weight="semibold">{`${topic.title} · ${column.title}`}</Text>
          <Flex align="center" gap={2} wrap="wrap">
            {rights.mayWrite && <Write {...props} key={`${topic._id} ${column._id}`} />}
            <Button fontSize={1} mode="bleed" onClick={onLeave} padding={3} text="关上" />
          </Flex>
        </Flex>
        {contents.length === 0 && (
          <Text size={1}>
            {gap
              ? `⚠ 缺：${column.title}还没有“${topic.title}”的内容。`
              : `这里没有单独的内容，用全市的 ${shared} 份。`}
          </Text>
        )}
        {!isCounty && rights.mayWrite && (
          <Text muted size={1}>
            写好公开以后，再放进给“{column.title}”看的播放单，这一格才会有数。
          </Text>
        )}
        {contents.length > 0 && (
          <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {contents.slice(0, contentsShown).map(({ _id, _type, title }) => (
              <Flex align="center" as="li" gap={3} key={_id}>
                <EditPress id={_id} label={`打开：${title}`} type={_type} words="打开" />
                <Text size={1}>{`${contentWords[_type]}：${title.replaceAll('\n', ' ')}`}</Text>
              </Flex>
            ))}
            {contents.length > contentsShown && (
              <Text muted size={1}>{`还有 ${contents.length - contentsShown} 份。`}</Text>
            )}
          </Stack>
        )}
      </Stack>
    </Card>
  )
}
