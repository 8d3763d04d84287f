/** @file A report as a table, with its total at the foot; and what is missing in the proof. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { StateLink } from 'sanity/router'
import { Empty } from './Pieces.tsx'
import { countWords, durationWords, faultWords, partingTitles } from './report.ts'
import type { Report } from './shapes.ts'

const rowsAtFirst = 50

export function ReportTable({ report }: { report: Report }) {
  const [isWhole, setWhole] = useState(false)
  const { by, rows, total, rowsLeftOut } = report
  const shown = isWhole ? rows : rows.slice(0, rowsAtFirst)
  return (
    <Stack gap={3}>
      <div className="console-scroll">
        <table className="console-table" data-testid="report-table">
          <thead>
            <tr>
              <th>{partingTitles[by]}</th>
              <th className="figure">播放次数</th>
              <th className="figure">播放时长</th>
              <th className="figure">普法小时数</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, title, plays, seconds, educationHours }) => (
              <tr key={key}>
                <td>{title.replaceAll('\n', ' ')}</td>
                <td className="figure">{countWords(plays)}</td>
                <td className="figure">{durationWords(seconds)}</td>
                <td className="figure">{countWords(educationHours)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>合计</td>
              <td className="figure">{countWords(total.plays)}</td>
              <td className="figure">{durationWords(total.seconds)}</td>
              <td className="figure">{countWords(total.educationHours)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {!isWhole && rows.length > rowsAtFirst && (
        <Flex>
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => setWhole(true)}
            text={`列出全部 ${rows.length} 行`}
          />
        </Flex>
      )}
      {rowsLeftOut > 0 && (
        <Text muted size={1}>
          另有 {countWords(rowsLeftOut)} 行没有列出，合计里已经算上。
        </Text>
      )}
    </Stack>
  )
}

export function ReportFaults({ report }: { report: Report }) {
  const { faults, faultsLeftOut } = report
  if (faults.length === 0) return <Empty>✓ 这段时间的播放记录没有缺，前后都对得上。</Empty>
  return (
    <Stack gap={3}>
      <Card padding={3} radius={2} tone="caution">
        <Text size={1}>
          ⚠ 有 {countWords(faults.length + faultsLeftOut)}{' '}
          处对不上。断网的屏幕恢复联系后会补报，补齐了就从这里消失。
        </Text>
      </Card>
      <div className="console-scroll">
        <table className="console-table">
          <thead>
            <tr>
              <th>日期</th>
              <th>屏幕</th>
              <th>问题</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, index) => (
              <tr key={`${fault.screen}-${fault.sequence}-${index}`}>
                <td style={{ whiteSpace: 'nowrap' }}>{fault.day}</td>
                <td>
                  <StateLink state={{ tab: 'screens', id: fault.screen }}>{fault.title}</StateLink>
                </td>
                <td>{faultWords(fault)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  )
}
