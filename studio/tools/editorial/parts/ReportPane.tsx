/** @file One report: what the reader said, the document that the page shows, the answer, and the page itself. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { MarkBadge } from '../../console/Pieces.tsx'
import { clockWords } from '../../../../contracts/editorial/working-days.ts'
import { reportStateWords, type PageDocument, type ReportRow } from '../model/reports.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { EditPress } from './presses.tsx'
import type { TabProps } from './session.ts'

interface ReportPaneProps extends TabProps {
  row: ReportRow
  document: PageDocument | null
  onLeave: () => void
}

function Mark({ row: { clock, state } }: { row: ReportRow }) {
  const [shape = '', ...words] = (clock ? clockWords(clock) : reportStateWords[state]).split(' ')
  const tone = !clock ? 'positive' : clock.state === 'open' ? 'caution' : 'critical'
  return <MarkBadge shape={shape} tone={tone} word={words.join(' ')} />
}

function PageOf({ path }: { path: string }) {
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1} weight="semibold">
          读者说的那一页
        </Text>
        <Text size={1}>
          <a href={path} rel="noreferrer" target="_blank">
            在新窗口打开
          </a>
        </Text>
      </Flex>
      <iframe
        className="pufa-desk-frame"
        sandbox="allow-same-origin"
        // The page itself stands in no frame; its preview does, in those of the Studio.
        src={`/preview${path}`}
        title="读者说的那一页"
      />
    </Stack>
  )
}

export function ReportPane(props: ReportPaneProps) {
  const { row, document, onLeave } = props
  return (
    <Card border padding={4} radius={2} data-testid="report-pane">
      <Stack gap={4}>
        <Flex align="center" gap={3} justify="space-between" wrap="wrap">
          <Mark row={row} />
          <Text muted size={1}>
            {[`${row.receivedOn} 收到`, row.clock && `最迟 ${row.clock.dueOn} 答复`]
              .filter(Boolean)
              .join('，')}
          </Text>
          <Button fontSize={1} mode="bleed" onClick={onLeave} padding={3} text="关上" />
        </Flex>
        <Card padding={3} radius={2} tone="transparent">
          <p className="pufa-desk-words" style={{ whiteSpace: 'pre-wrap' }}>
            {row.text}
          </p>
          <p className="pufa-desk-words quiet">回执编号 {row.receipt}，读者凭它查答复。</p>
        </Card>
        <Flex align="center" gap={3} wrap="wrap">
          {document ? (
            <>
              <EditPress id={document._id} type={document._type} words="打开这份内容" />
              <Text size={1}>{(document.title ?? '').replaceAll('\n', ' ')}</Text>
            </>
          ) : (
            <Text muted size={1}>
              这一页不是单独一份内容（例如清单、首页、办事工具），或者已经撤下。
            </Text>
          )}
        </Flex>
        <AnswerForm {...props} />
        {row.path ? <PageOf path={row.path} /> : <Text size={1}>这个地址不是本网站的，不能打开。</Text>}
      </Stack>
    </Card>
  )
}
