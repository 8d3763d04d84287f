/** @file 播出报表: what was shown, by proof of play, as charts, as a table and as files. */
import { Button, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { browserClock } from '../../clock.ts'
import { readReport, readReportFile } from './asking.ts'
import { Chart } from './Chart.tsx'
import { Empty, Part, Read, Trouble } from './Pieces.tsx'
import { usePolled } from './polled.ts'
import {
  countWords,
  dayBars,
  durationWords,
  isEmpty,
  partingTitles,
  reportQuery,
  spanOf,
  spanProblem,
  topBars,
  type Question,
} from './report.ts'
import { ReportBar } from './ReportBar.tsx'
import { ReportFaults, ReportTable } from './ReportTable.tsx'
import { useSession } from './session.ts'
import type { Report } from './shapes.ts'

function Totals({ total }: Pick<Report, 'total'>) {
  const figures = [
    { label: '普法时长', text: `${countWords(total.educationHours)} 小时` },
    { label: '全部播放', text: durationWords(total.seconds) },
    { label: '播放次数', text: `${countWords(total.plays)} 次` },
  ]
  return (
    <div className="console-wall">
      {figures.map(({ label, text }) => (
        <Card border key={label} padding={4} radius={2}>
          <Stack gap={3}>
            <Text muted size={1}>
              {label}
            </Text>
            <Heading as="p" size={2}>
              {text}
            </Heading>
          </Stack>
        </Card>
      ))}
    </div>
  )
}

/** Hands a file to the browser, which keeps it among the downloads. */
function keep(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

function Files({ question }: { question: Question }) {
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = async (format: 'csv' | 'xlsx') => {
    setBusy(format)
    const answer = await readReportFile(reportQuery(question), format)
    setBusy(null)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) keep(answer.value.name, answer.value.bytes)
  }
  return (
    <Stack gap={2}>
      <Flex gap={2}>
        <Button
          disabled={busy !== null}
          fontSize={1}
          mode="ghost"
          onClick={() => void take('xlsx')}
          padding={2}
          text={busy === 'xlsx' ? '正在导出…' : '导出电子表格'}
        />
        <Button
          disabled={busy !== null}
          fontSize={1}
          mode="ghost"
          onClick={() => void take('csv')}
          padding={2}
          text={busy === 'csv' ? '正在导出…' : '导出纯文本表格'}
        />
      </Flex>
      {trouble && <Trouble sentence={trouble} />}
    </Stack>
  )
}

function Charts({ question, report, days }: { question: Question; report: Report; days: Report }) {
  const perDay = useMemo(() => dayBars(days.rows, question), [days, question])
  const top = useMemo(() => topBars(report.rows), [report])
  return (
    <Stack gap={5}>
      <Card border padding={4} radius={2}>
        <Chart bars={perDay} title="每天的普法时长" />
      </Card>
      {question.by !== 'day' && top.length > 0 && (
        <Card border padding={4} radius={2}>
          <Chart bars={top} lying title={`播得最久的${partingTitles[question.by]}`} />
        </Card>
      )}
    </Stack>
  )
}

function Shown({ question }: { question: Question }) {
  const query = reportQuery(question)
  const report = usePolled(`report ${query}`, null, (signal) => readReport(query, signal))
  const dayQuery = reportQuery({ ...question, by: 'day' })
  const days = usePolled(`report ${dayQuery}`, null, (signal) => readReport(dayQuery, signal))
  return (
    <Read from={report}>
      {(value) => (
        <Stack gap={5}>
          <Totals total={value.total} />
          {isEmpty(value) && (
            <Empty>这段时间没有播放记录。屏幕播完才记一条，断网的屏幕恢复联系以后补报。</Empty>
          )}
          {!isEmpty(value) && (
            <>
              <Read from={days}>{(byDay) => <Charts days={byDay} question={question} report={value} />}</Read>
              <Part aside={<Files question={question} />} title={`按${partingTitles[question.by]}`}>
                <ReportTable report={value} />
              </Part>
            </>
          )}
          <Part note="每条播放记录都有编号，和前一条扣在一起；缺了、改了都看得出来。" title="记录有没有缺">
            <ReportFaults report={value} />
          </Part>
        </Stack>
      )}
    </Read>
  )
}

export function Reports() {
  const { county } = useSession()
  const [question, setQuestion] = useState<Question>(() => ({
    by: 'item',
    ...(spanOf('week', browserClock.now()) ?? { from: '', to: '' }),
    county: county?.id ?? '',
    screen: '',
    campaign: '',
  }))
  const problem = spanProblem(question)
  return (
    <Stack gap={5}>
      <Card border padding={3} radius={2}>
        <ReportBar onChange={setQuestion} question={question} />
      </Card>
      {problem ? <Trouble sentence={problem} /> : <Shown question={question} />}
    </Stack>
  )
}
