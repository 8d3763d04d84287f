/** @file What may be done with the contents that were chosen: one press, one confirmation, one account of it. */
import { Box, Button, Card, Checkbox, Flex, Select, Stack, Text } from '@sanity/ui'
import { useRef, useState, type ReactNode } from 'react'
import { BulkDialog } from '../../review/BulkDialog.tsx'
import type { Checker } from '../../review/steps-taken.ts'
import { useChecker } from '../review/use-press.ts'
import {
  discardRow,
  fitting,
  handInRow,
  recallRow,
  takeDownRow,
  writeRow,
  type DeedName,
  type Desk,
  type Undo,
} from './deeds.ts'
import type { ContentRow } from './query.ts'

type Titled = ContentRow & { title: string }

export interface Choices {
  counties: readonly { _id: string; title: string }[]
  topics: readonly { _id: string; title: string }[]
}

interface Answers {
  publishes: boolean
  /** Id of a county or a topic; `''`: the prefecture as a whole; null: not chosen. */
  chosen: string | null
}

interface BulkDeed {
  name: DeedName
  /** Of the press. */
  title: string
  /** `删除` `草稿`: the confirmation asks whether to do what with so many of what. */
  does: string
  what: string
  tone: 'positive' | 'critical' | 'primary' | 'default'
  effect: string
  work: (checker: Checker, row: ContentRow, answers: Answers) => Promise<Undo | null | void>
}

const reference = (id: string) => ({ _type: 'reference', _ref: id })

const deeds: readonly BulkDeed[] = [
  {
    ...{ name: 'handIn', title: '送审', tone: 'primary', does: '送审', what: '内容' },
    effect: '先检查填得全不全；没有填好的不送，会说明缺什么。',
    work: (checker, row, { publishes }) => handInRow(checker, row, publishes),
  },
  {
    ...{ name: 'recall', title: '撤回', tone: 'default', does: '撤回', what: '内容' },
    effect: '撤回以后可以改，改好再送审。',
    work: recallRow,
  },
  {
    ...{ name: 'county', title: '改县区', tone: 'default', does: '改', what: '内容的县区' },
    effect: '只改草稿；已经公开的，要送审通过以后才换。',
    work: (checker, row, { chosen }) => writeRow(checker, row, { county: chosen ? reference(chosen) : null }),
  },
  {
    ...{ name: 'topic', title: '改主题', tone: 'default', does: '改', what: '内容的主题' },
    effect: '原来的主题换成选的这一个。只改草稿；已经公开的，要送审通过以后才换。',
    work: (checker, row, { chosen }) =>
      writeRow(checker, row, { topics: [{ ...reference(chosen ?? ''), _key: chosen ?? '' }] }),
  },
  {
    ...{ name: 'takeDown', title: '撤下', tone: 'critical', does: '撤下', what: '内容' },
    effect: '网站和屏幕上马上就没有了，内容留作草稿。要再公开，须重新送审。',
    work: takeDownRow,
  },
  {
    ...{ name: 'discard', title: '删除草稿', tone: 'critical', does: '删除', what: '草稿' },
    effect: '还没有公开过的，整篇就没有了；公开过的，只丢掉没公开的修改。',
    work: discardRow,
  },
]

const choosesFrom = (name: DeedName, { counties, topics }: Choices) =>
  name === 'county' ? [{ _id: '', title: '全市' }, ...counties] : name === 'topic' ? topics : null

function Asks(props: {
  deed: BulkDeed
  choices: Choices
  answers: Answers
  onAnswers: (answers: Answers) => void
}): ReactNode {
  const { deed, choices, answers, onAnswers } = props
  const list = choosesFrom(deed.name, choices)
  if (deed.name === 'handIn')
    return (
      <Flex align="center" gap={2}>
        <Checkbox
          checked={answers.publishes}
          id="contents-publishes"
          onChange={(event) => onAnswers({ ...answers, publishes: event.currentTarget.checked })}
        />
        <Box as="label" htmlFor="contents-publishes" paddingY={2}>
          <Text size={1}>终审通过后立即公开</Text>
        </Box>
      </Flex>
    )
  if (!list) return null
  const label = deed.name === 'county' ? '换成哪个县区' : '换成哪个主题'
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor="contents-chosen" size={1} weight="medium">
        {label}
      </Text>
      <Select
        id="contents-chosen"
        onChange={(event) => onAnswers({ ...answers, chosen: event.currentTarget.value })}
        padding={3}
        value={answers.chosen ?? '-'}
      >
        <option disabled value="-">
          请选择
        </option>
        {list.map(({ _id, title }) => (
          <option key={_id} value={_id}>
            {title}
          </option>
        ))}
      </Select>
    </Stack>
  )
}

interface Begun {
  deed: BulkDeed
  rows: readonly Titled[]
}

export interface BulkProps {
  picked: readonly Titled[]
  desk: Desk
  choices: Choices
  onPrint: () => void
  onLeave: () => void
}

function Presses({
  picked,
  desk,
  onPrint,
  onLeave,
  onBegin,
}: BulkProps & { onBegin: (begun: Begun) => void }) {
  return (
    <Card border className="pufa-contents-bulk" padding={3} radius={3} shadow={3}>
      <Flex align="center" gap={2} wrap="wrap">
        <Text size={1} weight="medium">{`已选 ${picked.length} 份`}</Text>
        {deeds.map((deed) => {
          const rows = fitting(deed.name, picked, desk) as readonly Titled[]
          if (rows.length === 0) return null
          const count = rows.length === picked.length ? '' : `（${rows.length} 份可以）`
          return (
            <Button
              fontSize={1}
              key={deed.name}
              mode={deed.tone === 'primary' ? 'default' : 'ghost'}
              onClick={() => onBegin({ deed, rows })}
              padding={3}
              text={`${deed.title}${count}`}
              tone={deed.tone}
            />
          )
        })}
        <Button fontSize={1} mode="ghost" onClick={onPrint} padding={3} text="打印清单" />
        <Button fontSize={1} mode="bleed" onClick={onLeave} padding={3} text="不选了" />
      </Flex>
    </Card>
  )
}

export function Bulk(props: BulkProps) {
  const checker = useChecker()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [answers, setAnswers] = useState<Answers>({ publishes: true, chosen: null })
  const undos = useRef(new Map<Titled, Undo>())
  const [undoing, setUndoing] = useState<ReadonlyMap<Titled, Undo> | null>(null)
  const leave = () => {
    setBegun(null)
    setUndoing(null)
    undos.current = new Map()
    props.onLeave()
  }
  const begin = (next: Begun) => {
    setAnswers({ publishes: true, chosen: null })
    setBegun(next)
  }
  const work = async (row: Titled) => {
    const undo = await begun?.deed.work(checker, row, answers)
    if (undo) undos.current.set(row, undo)
  }
  const canUndo = begun !== null && ['county', 'topic', 'discard'].includes(begun.deed.name)
  return (
    <>
      {props.picked.length > 0 && <Presses {...props} onBegin={begin} />}
      {begun && !undoing && (
        <BulkDialog
          asks={<Asks answers={answers} choices={props.choices} deed={begun.deed} onAnswers={setAnswers} />}
          effect={begun.deed.effect}
          isReady={choosesFrom(begun.deed.name, props.choices) === null || answers.chosen !== null}
          items={begun.rows}
          kind={begun.deed.what}
          name={begun.deed.does}
          onCancel={() => setBegun(null)}
          onLeave={leave}
          {...(canUndo ? { onUndo: () => setUndoing(new Map(undos.current)) } : {})}
          tone={begun.deed.tone}
          work={work}
        />
      )}
      {undoing && (
        <BulkDialog
          effect="回到办这一步以前的样子。别人后来又改过的，不动它。"
          items={[...undoing.keys()]}
          kind="内容"
          name="撤销"
          onCancel={leave}
          onLeave={leave}
          tone="primary"
          work={async (row) => undoing.get(row)?.()}
        />
      )}
    </>
  )
}
