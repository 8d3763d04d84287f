/** @file The answer to a reader: how the report ended, words from a wording that can be edited, the day. */
import { Box, Button, Card, Flex, Radio, Select, Stack, Text, TextArea } from '@sanity/ui'
import { useState } from 'react'
import type { ReportState } from '../../../../contracts/documents/index.ts'
import { DayBox } from '../../console/DayBox.tsx'
import { Labelled } from '../../console/Pieces.tsx'
import { answerWordings } from '../model/answers.ts'
import type { ReportRow } from '../model/reports.ts'
import { answerProblems, keepAnswer, sendAnswer, type Answer } from '../write/answer.ts'
import type { TabProps } from './session.ts'
import { WordingDialog } from './WordingDialog.tsx'

const endings: readonly (readonly [Exclude<ReportState, 'received'>, string])[] = [
  ['corrected', '确有错误，已改正'],
  ['answered', '没有错误，已说明'],
]

type AnswerFormProps = TabProps & { row: ReportRow }

/** What was begun, else what stands; the day is today's until another is written. */
function firstOf({ begun, state, answer, answeredOn }: ReportRow, today: string): Answer {
  const from = begun ?? { state, answer, answeredOn }
  return { state: from.state, answer: from.answer, answeredOn: from.answeredOn ?? today }
}

function Wordings({ desk, rights, fields, onTake, writing }: WordingsProps) {
  const [editing, setEditing] = useState(false)
  const wordings = answerWordings(desk.answer?.notes ?? [], desk.own)
  return (
    <Flex align="flex-end" gap={2} wrap="wrap">
      <Box flex={1} style={{ minWidth: 200 }}>
        <Labelled id="answer-wording" label="用现成的话">
          <Select
            fontSize={1}
            id="answer-wording"
            onChange={({ currentTarget }) => {
              const taken = wordings.find(({ title }) => title === currentTarget.value)
              if (taken)
                onTake({ ...fields, answer: taken.text, ...(taken.state ? { state: taken.state } : {}) })
            }}
            value=""
          >
            <option value="">选一句，再改</option>
            {wordings.map(({ title }) => (
              <option key={title} value={title}>
                {title}
              </option>
            ))}
          </Select>
        </Labelled>
      </Box>
      {rights.mayWrite && (
        <Button fontSize={1} mode="ghost" onClick={() => setEditing(true)} padding={3} text="改这些话" />
      )}
      {editing && (
        <WordingDialog desk={desk} onClose={() => setEditing(false)} wordings={wordings} writing={writing} />
      )}
    </Flex>
  )
}

interface WordingsProps extends Pick<TabProps, 'desk' | 'rights' | 'writing'> {
  fields: Answer
  onTake: (fields: Answer) => void
}

export function AnswerForm({ desk, writing, rights, row }: AnswerFormProps) {
  const [fields, setFields] = useState(() => firstOf(row, desk.todayText))
  const [tried, setTried] = useState(false)
  const problems = answerProblems(fields, row.receivedOn)
  const change = (part: Partial<Answer>) => setFields({ ...fields, ...part })
  const keep = () =>
    void writing.write('答复存成了草稿，读者还看不到', async (client) => {
      await keepAnswer(client, row, fields)
      return []
    })
  const send = () => {
    setTried(true)
    if (problems.length > 0) return
    void writing.write('答复发出了，读者凭回执编号就能看到', async (client) => {
      await sendAnswer(client, row, fields)
      return []
    })
  }
  if (!rights.mayWrite)
    return (
      <Text muted size={1}>
        {row.answer === '' ? '还没有答复。' : `${row.answeredOn ?? ''} 答复：${row.answer}`}
      </Text>
    )
  return (
    <Stack gap={4}>
      <Flex as="fieldset" gap={4} style={{ border: 0, margin: 0, padding: 0 }} wrap="wrap">
        {endings.map(([state, words]) => (
          <Flex align="center" as="label" gap={2} key={state}>
            <Radio checked={fields.state === state} name="ending" onChange={() => change({ state })} />
            <Text size={1}>{words}</Text>
          </Flex>
        ))}
      </Flex>
      <Wordings desk={desk} fields={fields} onTake={setFields} rights={rights} writing={writing} />
      <Labelled id="answer-words" label="给读者的答复">
        <TextArea
          fontSize={1}
          id="answer-words"
          onChange={({ currentTarget }) => change({ answer: currentTarget.value })}
          rows={4}
          value={fields.answer}
        />
      </Labelled>
      <Flex align="center" gap={3} wrap="wrap">
        <DayBox
          id="answer-day"
          label="答复日期"
          onChange={(answeredOn) => change({ answeredOn })}
          value={fields.answeredOn}
        />
        {desk.own === null && (
          <Button
            disabled={writing.busy}
            fontSize={1}
            mode="ghost"
            onClick={keep}
            padding={3}
            text="先存草稿"
          />
        )}
        <Button
          disabled={writing.busy || !rights.maySend}
          fontSize={1}
          onClick={send}
          padding={3}
          text={writing.busy ? '正在写…' : '发出答复'}
          tone="primary"
        />
      </Flex>
      {!rights.maySend && (
        <Text muted size={1}>
          您的账号不能直接发出。存成草稿以后，请管理员发出。
        </Text>
      )}
      {tried && problems.length > 0 && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Stack gap={3}>
            {problems.map((problem) => (
              <Text key={problem} size={1}>
                ⚠ {problem}
              </Text>
            ))}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}
