/** @file One legal day of a year: its programme, what is arranged, a note, and the press that adopts it. */
import { Box, Button, Card, Checkbox, Dialog, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useMemo, useState } from 'react'
import type { Library } from '../../calendar/model/library.ts'
import type { NewDocument } from '../../calendar/change/campaign.ts'
import { Labelled } from '../../console/Pieces.tsx'
import { adoption } from '../model/adopt.ts'
import { planMarks, planSubject, type PlanPart, type PlanRow } from '../model/plan.ts'
import { freshId, writeTogether, type Step } from '../write/write.ts'
import { daysWords, programmeWords } from './PlanSheet.tsx'
import { EditPress } from './presses.tsx'
import type { TabProps } from './session.ts'

interface PlanDialogProps extends TabProps {
  row: PlanRow
  year: number
  library: Library
  onClose: () => void
}

const typeWords: Readonly<Record<NewDocument['_type'], string>> = {
  signageCampaign: '专项宣传',
  playlist: '播放单',
  scheduleEvent: '排期',
}

const standingOf = ({ draft, published }: PlanPart) =>
  published ? (draft ? '● 已公开，又改了' : '● 已公开') : '◐ 草稿'

function Parts({ parts }: { parts: readonly PlanPart[] }) {
  return (
    <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {parts.map((part) => (
        <Flex align="center" as="li" gap={3} key={part.id}>
          <EditPress id={part.id} label={`打开：${part.title}`} type={part.type} words="打开" />
          <Text size={1}>{`${typeWords[part.type]}：${part.title}（${standingOf(part)}）`}</Text>
        </Flex>
      ))}
    </Stack>
  )
}

function Counties({ desk, chosen, onChoose }: CountiesProps) {
  const counties = (desk.answer?.counties ?? []).filter(({ _id }) => desk.own === null || _id === desk.own)
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <Flex as="fieldset" gap={4} style={{ border: 0, margin: 0, padding: 0 }} wrap="wrap">
      {desk.own === null && (
        <Flex align="center" as="label" gap={2}>
          <Checkbox checked={chosen.length === 0} onChange={() => onChoose([])} />
          <Text size={1}>全市</Text>
        </Flex>
      )}
      {counties.map(({ _id, title }) => (
        <Flex align="center" as="label" gap={2} key={_id}>
          <Checkbox
            checked={chosen.includes(_id)}
            disabled={desk.own !== null}
            onChange={() => toggle(_id)}
          />
          <Text size={1}>{title}</Text>
        </Flex>
      ))}
    </Flex>
  )
}

interface CountiesProps {
  desk: TabProps['desk']
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

function Adopt({ row, year, library, desk, writing }: PlanDialogProps) {
  const { own } = desk
  const [chosen, setChosen] = useState<readonly string[]>(own === null ? [] : [own])
  const plan = useMemo(
    () => adoption({ legal: row.legal._id, year, counties: chosen, own }, library, () => freshId('campaign')),
    [row.legal._id, year, chosen, own, library],
  )
  if (!plan) return <Text size={1}>这一年没有这一天。</Text>
  const adopt = () =>
    void writing.write(`${plan.title}采用了，都是草稿，审核公开以后屏幕才会变`, (client, hand) => {
      const made = plan.documents.map((document): Step => {
        const { _id, _type, ...fields } = document
        return { kind: 'make', id: _id, type: _type, fields }
      })
      const about = plan.documents.map(({ _id }) => _id)
      const note = { kind: 'plan', subject: planSubject(row.legal._id, year), about } as const
      return writeTogether(client, [...made, { kind: 'note', note }], hand)
    })
  return (
    <Stack gap={4}>
      <Text size={1} weight="semibold">
        在哪里播
      </Text>
      <Counties chosen={chosen} desk={desk} onChoose={setChosen} />
      <Text muted size={1}>
        {`会建这些草稿：${plan.documents.map(({ _type, title }) => `${typeWords[_type]}“${title}”`).join('、')}。`}
      </Text>
      <Flex>
        <Button
          disabled={writing.busy}
          fontSize={1}
          onClick={adopt}
          padding={3}
          text={writing.busy ? '正在写…' : row.parts.length > 0 ? '再采用一份' : '采用'}
          tone="primary"
        />
      </Flex>
    </Stack>
  )
}

function Note({ row, year, writing }: Pick<PlanDialogProps, 'row' | 'year' | 'writing'>) {
  const [text, setText] = useState(row.note?.text ?? '')
  const subject = planSubject(row.legal._id, year)
  const save = () =>
    void writing.write('备注记下了', (client, hand) =>
      writeTogether(client, [{ kind: 'note', note: { kind: 'plan', subject, text: text.trim() } }], hand),
    )
  return (
    <Flex align="flex-end" gap={2}>
      <Box flex={1}>
        <Labelled id="plan-note" label="备注">
          <TextArea
            fontSize={1}
            id="plan-note"
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            rows={2}
            value={text}
          />
        </Labelled>
      </Box>
      <Button
        disabled={writing.busy || text.trim() === (row.note?.text ?? '')}
        fontSize={1}
        mode="ghost"
        onClick={save}
        padding={3}
        text="记下来"
      />
    </Flex>
  )
}

export function PlanDialog(props: PlanDialogProps) {
  const { row, rights, onClose, desk, year } = props
  const { shape, word } = planMarks[row.state]
  const isOver = row.last < desk.todayText
  return (
    <Dialog
      header={`${year} 年${row.legal.title}（${daysWords(row)}）`}
      id="plan-day"
      onClickOutside={onClose}
      onClose={onClose}
      width={1}
    >
      <Box padding={4}>
        <Stack gap={5}>
          <Stack gap={3}>
            <Text size={1} weight="semibold">{`${shape} ${word}`}</Text>
            <p className="pufa-desk-words quiet">{programmeWords(row.programme)}</p>
            {row.legal.citation && <p className="pufa-desk-words quiet">{row.legal.citation}</p>}
            <Flex gap={2} wrap="wrap">
              {row.programme && <EditPress id={row.programme.id} type="playlist" words="打开现成的节目" />}
              <EditPress id={row.legal._id} type="legalDay" words="打开普法日" />
            </Flex>
          </Stack>
          {row.parts.length > 0 && <Parts parts={row.parts} />}
          {isOver ? (
            <Text muted size={1}>
              这一天已经过去了。可以在上面换成明年再安排。
            </Text>
          ) : rights.mayPlan ? (
            <Adopt {...props} />
          ) : (
            <Card padding={3} radius={2} tone="transparent">
              <Text size={1}>采用节目会写排期，要播控员或管理员来做。</Text>
            </Card>
          )}
          {(rights.mayPlan || rights.mayWrite) && <Note {...props} />}
        </Stack>
      </Box>
    </Dialog>
  )
}
