/** @file What the import would do: how many rows of each kind, every fault with its row, and the way on. */
import { Button, Card, Dialog, Flex, Grid, Heading, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { countsOf, type Checked, type CheckedRow, type Fault } from '../check/check.ts'
import { comesPublished, type ListShape } from '../lists/shape.ts'
import { Note } from './parts.tsx'
import { rowStates } from './words.ts'

interface CheckPaneProps {
  list: ListShape
  checked: Checked
  onBack(): void
  onAgain(): void
  onFaulty(): void
  onImport(): void
}

type State = CheckedRow['state']

const states: readonly State[] = ['wrong', 'made', 'changed', 'same']
/** More rows than a person reads; the file holds them all. */
const rowsShownMax = 200

function FaultLine({ fault }: { fault: Fault }) {
  return (
    <Text size={1}>
      {fault.column && <strong>{fault.column}</strong>}
      {fault.value && <>“{fault.value.slice(0, 40)}”</>}
      {(fault.column || fault.value) && '：'}
      {fault.sentence}
    </Text>
  )
}

function RowCard({ row }: { row: CheckedRow }) {
  const { label, mark, tone } = rowStates[row.state]
  return (
    <Card border data-testid={`row-${row.state}`} padding={3} radius={2} tone={tone}>
      <Flex gap={3} wrap="wrap">
        <Text muted size={1} style={{ flex: '0 0 5em' }}>
          第 {row.row} 行
        </Text>
        <Text size={1} style={{ flex: '0 1 15em', minWidth: '7em' }} weight="medium">
          {mark} {label}
          {row.title && ` · ${row.title}`}
        </Text>
        <Stack flex={1} gap={2} style={{ minWidth: '16em' }}>
          {row.faults.map((fault, index) => (
            <FaultLine fault={fault} key={index} />
          ))}
          {row.advice.map((fault, index) => (
            <Text key={`advice-${index}`} muted size={1}>
              提醒：{fault.column && `${fault.column}：`}
              {fault.sentence}
            </Text>
          ))}
        </Stack>
      </Flex>
    </Card>
  )
}

function Counts({
  counts,
  chosen,
  onChoose,
}: {
  counts: Readonly<Record<State, number>>
  chosen: State
  onChoose(state: State): void
}) {
  return (
    <Grid gridTemplateColumns={[2, 4]} gap={3}>
      {states.map((state) => {
        const { label, mark, tone } = rowStates[state]
        return (
          <Card border key={state} overflow="hidden" radius={3} tone={tone}>
            <Card
              aria-pressed={state === chosen}
              as="button"
              data-testid={`count-${state}`}
              onClick={() => onChoose(state)}
              padding={3}
              style={{ width: '100%' }}
              tone={tone}
              type="button"
            >
              <Stack gap={3}>
                <Text align="center" size={1}>
                  {mark} {label}
                </Text>
                <Text align="center" size={3} weight="semibold">
                  {counts[state]}
                </Text>
                <Text align="center" muted size={0}>
                  {state === chosen ? '下面列出的' : '点这里看'}
                </Text>
              </Stack>
            </Card>
          </Card>
        )
      })}
    </Grid>
  )
}

function confirmation(list: ListShape, { made, changed, wrong }: Record<State, number>): string {
  const what = [made > 0 && `新增 ${made} 行`, changed > 0 && `更新 ${changed} 行`].filter(Boolean).join('、')
  const rest = wrong > 0 ? `有误的 ${wrong} 行不导入，改好以后再选一次文件就行，已经导入的不会重复。` : ''
  const where = comesPublished(list.type) ? '导入后立即生效。' : '导入后是草稿，审核发布以后群众才看得到。'
  return `将要${what}。${where}${rest}导错了，可以在“以往的导入”里整个撤销。`
}

export function CheckPane({ list, checked, onBack, onAgain, onFaulty, onImport }: CheckPaneProps) {
  const counts = countsOf(checked)
  const [chosen, setChosen] = useState<State>(states.find((state) => counts[state] > 0) ?? 'wrong')
  const [asks, setAsks] = useState(false)
  const shown = checked.rows.filter(({ state }) => state === chosen)
  const writes = counts.made + counts.changed
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        检查结果：一共 {checked.rows.length} 行，还没有写入
      </Heading>
      <Counts chosen={chosen} counts={counts} onChoose={setChosen} />
      {writes === 0 && (
        <Note tone="caution">
          {checked.rows.length === 0
            ? '表头下面一行内容也没有。请填好再选一次文件。'
            : '没有可以导入的行。请把有误的行改好，再选一次文件。'}
        </Note>
      )}
      <Flex gap={3} wrap="wrap">
        <Button
          disabled={writes === 0}
          onClick={() => setAsks(true)}
          text={`导入 ${writes} 行…`}
          tone="primary"
        />
        {counts.wrong > 0 && (
          <Button mode="ghost" onClick={onFaulty} text={`下载有误的 ${counts.wrong} 行`} />
        )}
        <Button mode="ghost" onClick={onBack} text="返回改列" />
        <Button mode="ghost" onClick={onAgain} text="换一个文件" />
      </Flex>
      <Stack gap={2}>
        {shown.slice(0, rowsShownMax).map((row) => (
          <RowCard key={row.row} row={row} />
        ))}
        {shown.length === 0 && (
          <Text muted size={1}>
            没有“{rowStates[chosen].label}”的行。
          </Text>
        )}
        {shown.length > rowsShownMax && (
          <Text muted size={1}>
            这里只列出前 {rowsShownMax} 行，一共 {shown.length} 行。
          </Text>
        )}
      </Stack>
      {asks && (
        <Dialog header={`导入${list.title}`} id="tables-confirm" onClose={() => setAsks(false)} width={1}>
          <Stack gap={4} padding={4}>
            <Text>{confirmation(list, counts)}</Text>
            <Flex gap={3}>
              <Button autoFocus onClick={onImport} text="开始导入" tone="primary" />
              <Button mode="ghost" onClick={() => setAsks(false)} text="先不导入" />
            </Flex>
          </Stack>
        </Dialog>
      )}
    </Stack>
  )
}
