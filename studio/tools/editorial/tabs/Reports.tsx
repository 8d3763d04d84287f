/** @file 找错: the inbox by its last days at the left; the report, its answer and its page at the right. */
import { Box, Button, Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { clockWords } from '../../../../contracts/editorial/working-days.ts'
import type { ReportState } from '../../../../contracts/documents/index.ts'
import { Empty } from '../../console/Pieces.tsx'
import {
  addressesOf,
  documentAt,
  pagesQuery,
  reportStateWords,
  type PageDocument,
  type ReportRow,
} from '../model/reports.ts'
import { ReportPane } from '../parts/ReportPane.tsx'
import { ReportsSheet } from '../parts/ReportsSheet.tsx'
import type { TabProps } from '../parts/session.ts'
import { useLive } from '../../../lake/use-live.ts'

const pageTypesListen =
  '*[_type in ["legalQuestion", "newsItem", "typicalCase", "mural", "activity", "lawyer"]]'

/** The documents that the reported pages show, all in one query. */
function usePages(rows: readonly ReportRow[]): readonly PageDocument[] {
  const addresses = useMemo(() => addressesOf(rows), [rows])
  const params = {
    types: [...new Set(addresses.map(({ type }) => type))].sort(),
    keys: [...new Set(addresses.map(({ key }) => key))].sort(),
  }
  return useLive<PageDocument[]>(pagesQuery, pageTypesListen, params, addresses.length > 0).answer ?? []
}

export const markOf = ({ clock, begun, state }: ReportRow): string =>
  clock ? `${clockWords(clock)}${begun?.answer ? ' · 写了没发' : ''}` : reportStateWords[state]

function Line({ row, open, onOpen }: { row: ReportRow; open: boolean; onOpen: () => void }) {
  const { clock } = row
  const urgency = !clock || clock.state === 'open' ? 'calm' : 'now'
  return (
    <div
      className="pufa-desk-line"
      data-open={open || undefined}
      data-urgency={urgency}
      role="listitem"
      style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <button aria-current={open} onClick={onOpen} className="pufa-desk-open" type="button">
        <p className="pufa-desk-words strong">{markOf(row)}</p>
        <p className="pufa-desk-words">{row.text}</p>
        <p className="pufa-desk-words quiet">
          {[`${row.receivedOn} 收到`, clock && `最迟 ${clock.dueOn}`, row.rawPath]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </button>
    </div>
  )
}

type Shown = ReportState | 'all'
const choices: readonly (readonly [Shown, string])[] = [
  ['received', '新到'],
  ['corrected', '已改正'],
  ['answered', '已答复'],
  ['all', '全部'],
]

export function ReportsTab(props: TabProps) {
  const { desk, open, go } = props
  const [shown, setShown] = useState<Shown>('received')
  const [printing, setPrinting] = useState(false)
  const pages = usePages(desk.reports)
  const opened = desk.reports.find(({ id }) => id === open) ?? null
  const rows = desk.reports.filter(({ state, id }) => shown === 'all' || state === shown || id === open)
  const countOf = (of: Shown) => desk.reports.filter(({ state }) => of === 'all' || state === of).length
  if (!props.rights.seesReports) return <Empty>读者的话由编辑办理，您的账号看不到。</Empty>
  const untabled = [...new Set(desk.reports.flatMap(({ clock }) => clock?.untabled ?? []))]
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Box style={{ minWidth: 160 }}>
          <Select
            aria-label="看哪些"
            fontSize={1}
            onChange={({ currentTarget }) =>
              setShown(choices.find(([value]) => value === currentTarget.value)?.[0] ?? 'received')
            }
            value={shown}
          >
            {choices.map(([value, words]) => (
              <option key={value} value={value}>{`${words}（${countOf(value)}）`}</option>
            ))}
          </Select>
        </Box>
        <Box style={{ flex: '1 1 260px' }}>
          <Text muted size={1}>
            收到以后五个工作日内答复，算上调休；快到期的在前。
            {untabled.length > 0 && ` ⚠ ${untabled.join('、')} 年的调休表还没有填，先按周一至周五算。`}
          </Text>
        </Box>
        <Button fontSize={1} mode="ghost" onClick={() => setPrinting(true)} padding={3} text="打印清单" />
      </Flex>
      <div className="pufa-desk-two" data-open={opened !== null || undefined}>
        <div className="list">
          {rows.length === 0 ? (
            <Empty>{shown === 'received' ? '✓ 没有要答复的。' : '还没有。'}</Empty>
          ) : (
            <Card border overflow="hidden" radius={2} role="list">
              {rows.map((row) => (
                <Line
                  key={row.id}
                  onOpen={() => go({ tab: 'reports', open: row.id })}
                  open={row.id === open}
                  row={row}
                />
              ))}
            </Card>
          )}
        </div>
        <div className="side">
          {opened ? (
            <ReportPane
              {...props}
              document={documentAt(opened.path, pages)}
              key={opened.id}
              onLeave={() => go({ tab: 'reports', open: null })}
              row={opened}
            />
          ) : (
            rows.length > 0 && (
              <div className="wide">
                <Empty>从左边选一条来看。</Empty>
              </div>
            )
          )}
        </div>
      </div>
      {printing && <ReportsSheet onLeave={() => setPrinting(false)} rows={rows} todayText={desk.todayText} />}
    </Stack>
  )
}
