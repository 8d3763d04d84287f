/** @file 覆盖: topics by counties and by audiences, shaded and numbered; a cell lists what is in it. */
import { Box, Button, Flex, Select, Stack, Text } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { Empty, Waiting } from '../../console/Pieces.tsx'
import {
  byAudiences,
  byCounties,
  coveredTypes,
  gapsByTopic,
  sheetOf,
  type Cell,
  type CoveredType,
  type CoverTable,
} from '../model/coverage.ts'
import { CellPane, contentWords } from '../parts/CellPane.tsx'
import { CoverSheet } from '../parts/CoverSheet.tsx'
import { downloadCsv } from '../parts/download.ts'
import type { TabProps } from '../parts/session.ts'

type By = 'counties' | 'audiences'
const byWords: Readonly<Record<By, string>> = { counties: '主题 × 县区', audiences: '主题 × 人群' }
const notes: Readonly<Record<By, string>> = {
  counties:
    '只数已经公开的。“全市”一列是不分县区的；县里没有单独的、可以用全市的写 0，县里和全市都没有的写“缺”。',
  audiences:
    '按给这些人看的播放单和专门给他们出的题目算；播放单里写“最新几条”的，按主题取最新的。没有的写“缺”。',
}

interface Chosen {
  topic: string
  column: string
}

function CellButton({
  cell,
  label,
  open,
  onOpen,
}: {
  cell: Cell
  label: string
  open: boolean
  onOpen: () => void
}) {
  const { contents, gap, shade } = cell
  return (
    <td data-gap={gap || undefined} data-open={open || undefined} data-shade={shade || undefined}>
      <button
        aria-label={`${label}：${gap ? '缺' : contents.length === 0 ? '没有，用全市的' : `${contents.length} 份`}`}
        onClick={onOpen}
        style={contents.length === 0 && !gap ? { color: 'var(--card-muted-fg-color)' } : undefined}
        type="button"
      >
        {gap ? '缺' : contents.length}
      </button>
    </td>
  )
}

function Matrix({ table, chosen, onChoose }: MatrixProps) {
  return (
    <div className="pufa-desk-scroll">
      <table className="pufa-desk-matrix">
        <thead>
          <tr>
            <th scope="col">主题</th>
            {table.columns.map(({ _id, title }) => (
              <th key={_id} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">合计</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ topic, cells, total }) => (
            <tr key={topic._id}>
              <th scope="row">{topic.title}</th>
              {cells.map((cell, at) => {
                const column = table.columns[at]
                return column ? (
                  <CellButton
                    cell={cell}
                    key={column._id}
                    label={`${topic.title}，${column.title}`}
                    onOpen={() => onChoose({ topic: topic._id, column: column._id })}
                    open={chosen?.topic === topic._id && chosen.column === column._id}
                  />
                ) : null
              })}
              <td>{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MatrixProps {
  table: CoverTable
  chosen: Chosen | null
  onChoose: (chosen: Chosen) => void
}

/** Blank cells by name: what to write next, without looking for it in the table. */
function Gaps({ table }: { table: CoverTable }) {
  const named = gapsByTopic(table)
  const bare = named.reduce((sum, { columns }) => sum + columns.length, 0)
  if (bare === 0) return null
  return (
    <details className="pufa-desk-fold">
      <summary>{`空格点名：一共 ${bare} 格没有单独的内容`}</summary>
      {named.map(({ topic, columns, gap }) => (
        <p className="pufa-desk-words" key={topic._id}>
          {`${gap ? '⚠ 缺' : '○ 只有全市的'} ${topic.title}：${columns.map(({ title }) => title).join('、')}`}
        </p>
      ))}
    </details>
  )
}

export function CoverageTab(props: TabProps) {
  const { cover, playing, own, todayText } = props.desk
  const [by, setBy] = useState<By>('counties')
  const [type, setType] = useState<CoveredType | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [printing, setPrinting] = useState(false)
  const table = useMemo(() => {
    if (!cover) return null
    if (by === 'counties') return byCounties(cover, type, own)
    const aimed = {
      events: playing?.events.map(({ document }) => document) ?? [],
      playlists: playing?.playlists.map(({ document }) => document) ?? [],
    }
    return byAudiences(cover, aimed, type)
  }, [cover, playing, by, type, own])
  if (!table) return <Waiting />
  if (table.rows.length === 0 || table.columns.length === 0)
    return <Empty>还没有主题、县区或人群，请先在“内容”的“基础资料”里填好。</Empty>
  const row = table.rows.find(({ topic }) => topic._id === chosen?.topic)
  const at = table.columns.findIndex(({ _id }) => _id === chosen?.column)
  const [cell, column] = [row?.cells[at], table.columns[at]]
  const title = `${byWords[by]}${type ? `（${contentWords[type]}）` : ''}`
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} wrap="wrap">
        <Box style={{ minWidth: 150 }}>
          <Select
            aria-label="按什么看"
            fontSize={1}
            onChange={({ currentTarget }) => {
              setBy(currentTarget.value === 'audiences' ? 'audiences' : 'counties')
              setChosen(null)
            }}
            value={by}
          >
            <option value="counties">{byWords.counties}</option>
            <option value="audiences">{byWords.audiences}</option>
          </Select>
        </Box>
        <Box style={{ minWidth: 130 }}>
          <Select
            aria-label="数哪些内容"
            fontSize={1}
            onChange={({ currentTarget }) =>
              setType(coveredTypes.find((each) => each === currentTarget.value) ?? null)
            }
            value={type ?? ''}
          >
            <option value="">全部内容</option>
            {coveredTypes.map((each) => (
              <option key={each} value={each}>
                {contentWords[each]}
              </option>
            ))}
          </Select>
        </Box>
        <Box flex={1}>
          <Text size={1} weight="semibold">{`缺 ${table.gaps} 格`}</Text>
        </Box>
        <Button
          fontSize={1}
          mode="ghost"
          onClick={() => downloadCsv(sheetOf(table), `覆盖-${todayText}.csv`)}
          padding={3}
          text="下载表格"
        />
        <Button fontSize={1} mode="ghost" onClick={() => setPrinting(true)} padding={3} text="打印" />
      </Flex>
      <Text muted size={1}>
        {notes[by]}
      </Text>
      {row && cell && column && (
        <CellPane
          {...props}
          cell={cell}
          column={column}
          isCounty={by === 'counties'}
          onLeave={() => setChosen(null)}
          topic={row.topic}
          type={type}
        />
      )}
      <Gaps table={table} />
      <Matrix chosen={chosen} onChoose={setChosen} table={table} />
      {printing && (
        <CoverSheet
          note={`${todayText} 打印。${notes[by]}`}
          onLeave={() => setPrinting(false)}
          table={table}
          title={title}
        />
      )}
    </Stack>
  )
}
