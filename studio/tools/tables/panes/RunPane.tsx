/** @file The import while it runs and when it has ended: progress, stopping, going on. */
import { Button, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import { comesPublished, type ListShape } from '../lists/shape.ts'
import type { RunState } from '../write/run.ts'
import { Note, Progress } from './parts.tsx'

interface RunPaneProps {
  list: ListShape
  state: RunState
  isRunning: boolean
  onStop(): void
  onGoOn(): void
  onPast(): void
  onAgain(): void
}

const waitingOf = ({ waiting }: RunState) => waiting.reduce((sum, { writes }) => sum + writes.length, 0)

function Rejected({ state }: { state: RunState }) {
  return (
    <Card border padding={4} radius={2} role="alert" tone="critical">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          ⚠ 内容库没有收下这 {state.rejected.length} 条：
        </Text>
        {state.rejected.slice(0, 100).map(({ title, rows, sentence }) => (
          <Text key={rows.join()} size={1}>
            第 {rows.join('、')} 行 {title}：{sentence}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

function Ended({ list, state, onPast, onAgain }: Omit<RunPaneProps, 'isRunning' | 'onStop' | 'onGoOn'>) {
  return (
    <Stack gap={4}>
      <Card border padding={4} radius={2} role="status" tone="positive">
        <Stack gap={3}>
          <Text weight="semibold">✔ 已写入 {state.written} 条</Text>
          <Text size={1}>
            {comesPublished(list.type)
              ? '已经生效，在“内容”里可以看到。'
              : '它们是草稿，在“内容”的“待发布草稿”里；审核发布以后群众才看得到。'}
          </Text>
        </Stack>
      </Card>
      <Flex gap={3} wrap="wrap">
        <Button onClick={onAgain} text="再导入一个文件" tone="primary" />
        <Button mode="ghost" onClick={onPast} text="看以往的导入，或撤销" />
      </Flex>
    </Stack>
  )
}

export function RunPane(props: RunPaneProps) {
  const { list, state, isRunning, onStop, onGoOn, onPast, onAgain } = props
  const waiting = waitingOf(state)
  const done = state.written + state.rejected.length
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        {isRunning ? `正在导入${list.title}` : waiting > 0 ? '导入停下了' : '导入结束'}
      </Heading>
      <Progress all={done + waiting} done={done} title="已处理的条数" />
      {isRunning && (
        <>
          <Note>请不要关闭这个页面。万一中断了，再选一次同一个文件就能接着导入，不会重复。</Note>
          <Flex>
            <Button mode="ghost" onClick={onStop} text="停下" tone="caution" />
          </Flex>
        </>
      )}
      {!isRunning && waiting > 0 && (
        <>
          <Note tone="caution">
            ◔ {state.stopped ?? '中断了'}。已写入 {state.written} 条，还有 {waiting}{' '}
            条没有写。接着导入不会重复。
          </Note>
          <Flex gap={3} wrap="wrap">
            <Button onClick={onGoOn} text="接着导入" tone="primary" />
            <Button mode="ghost" onClick={onPast} text="撤销已写入的" />
          </Flex>
        </>
      )}
      {state.rejected.length > 0 && <Rejected state={state} />}
      {!isRunning && waiting === 0 && <Ended list={list} onAgain={onAgain} onPast={onPast} state={state} />}
    </Stack>
  )
}
