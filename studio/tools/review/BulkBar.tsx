/** @file What may be done with all that were chosen: one press, one confirmation, one account of it. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { BulkDialog } from '../../review/BulkDialog.tsx'
import { handIn, isDraftOf, putOut, type Checker } from '../../review/steps-taken.ts'
import { takeStep } from '../../review/steps.ts'
import { rejectReasons } from '../../review/words.ts'
import { decisionsFor } from './decisions.ts'
import type { Row } from './rows.ts'
import type { Desk } from './tasks.ts'
import { useChecker } from './use-press.ts'

export interface BulkDeed {
  /** `通过`, as the press and the account name it. */
  name: string
  tone: 'positive' | 'critical' | 'primary' | 'default'
  /** What the public will see of it, for the confirmation. */
  effect: string
  /** Asks for one reason for all. */
  wantsWords: boolean
  applies: (row: Row, desk: Desk) => boolean
  work: (checker: Checker, row: Row, words: string) => Promise<void>
}

const revOf = ({ rev }: Row) => (rev === null ? {} : { rev })

const approve: BulkDeed = {
  ...{ name: '通过', tone: 'positive', wantsWords: false },
  effect: '到了终审这一步、又选了“通过后公开”的，会马上公开。',
  applies: (row, desk) => decisionsFor(row, desk).approve === '',
  work: ({ client }, row) => takeStep(client, row.subject, { kind: 'approve', ...revOf(row) }),
}
const reject: BulkDeed = {
  ...{ name: '退回', tone: 'critical', wantsWords: true },
  effect: '编辑会看到同一个理由。',
  applies: approve.applies,
  work: ({ client }, row, words) => takeStep(client, row.subject, { kind: 'reject', ...revOf(row), words }),
}
const recall: BulkDeed = {
  ...{ name: '撤回', tone: 'default', wantsWords: false },
  effect: '撤回以后可以改，改好再送审。',
  applies: (row, desk) => decisionsFor(row, desk).recall,
  work: ({ client }, row) => takeStep(client, row.subject, { kind: 'recall' }),
}
const publish: BulkDeed = {
  ...{ name: '公开', tone: 'positive', wantsWords: false },
  effect: '网站和屏幕马上就看得到。',
  applies: (row, desk) => decisionsFor(row, desk).publish && isDraftOf(row),
  work: ({ client }, row) => putOut(client, row),
}
const again: BulkDeed = {
  ...{ name: '送审', tone: 'primary', wantsWords: false },
  effect: '没有填好的会留下来，并说明缺什么。',
  applies: (row, desk) => decisionsFor(row, desk).handIn !== null,
  work: (checker, row) => {
    const copy = row.state === 'published' ? row.subject : (row.copy ?? `drafts.${row.subject}`)
    return handIn(checker, { subject: row.subject, copy }, { publishes: row.publishes })
  },
}

const deeds: readonly BulkDeed[] = [approve, reject, publish, again, recall]

export interface BulkBarProps {
  /** Chinese name of the kind of those that were chosen. */
  kind: string
  picked: readonly Row[]
  /** All of this kind that the list shows. */
  all: readonly Row[]
  desk: Desk
  onAll: (subjects: readonly string[]) => void
  onLeave: () => void
}

/** What is begun is done with those that were chosen then: the list under it changes as they go. */
interface Begun {
  deed: BulkDeed
  rows: readonly Row[]
  kind: string
}

function Chosen({
  kind,
  picked,
  all,
  desk,
  onAll,
  onLeave,
  onBegin,
}: BulkBarProps & {
  onBegin: (begun: Begun) => void
}) {
  const fitting = (deed: BulkDeed) => picked.filter((row) => deed.applies(row, desk))
  return (
    <Card borderTop padding={3}>
      <Stack gap={3}>
        <Flex align="center" gap={3}>
          <Text size={1} style={{ flex: 1 }} weight="medium">
            {`已选 ${picked.length} 份${kind}`}
          </Text>
          {picked.length < all.length && (
            <Button
              fontSize={1}
              mode="bleed"
              onClick={() => onAll(all.map(({ subject }) => subject))}
              text={`全选（${all.length}）`}
            />
          )}
          <Button fontSize={1} mode="bleed" onClick={onLeave} text="不选了" />
        </Flex>
        <div className="pufa-review-press">
          {deeds
            .filter((deed) => fitting(deed).length > 0)
            .map((deed) => (
              <Button
                key={deed.name}
                mode={deed.tone === 'positive' || deed.tone === 'primary' ? 'default' : 'ghost'}
                onClick={() => onBegin({ deed, rows: fitting(deed), kind })}
                padding={3}
                text={`${deed.name}所选`}
                tone={deed.tone}
              />
            ))}
        </div>
      </Stack>
    </Card>
  )
}

export function BulkBar(props: BulkBarProps) {
  const checker = useChecker()
  const [begun, setBegun] = useState<Begun | null>(null)
  const leave = () => {
    setBegun(null)
    props.onLeave()
  }
  return (
    <>
      {props.picked.length > 0 && <Chosen {...props} onBegin={setBegun} />}
      {begun && (
        <BulkDialog
          effect={begun.deed.effect}
          items={begun.rows}
          kind={begun.kind}
          name={begun.deed.name}
          {...(begun.deed.wantsWords ? { offered: rejectReasons } : {})}
          onCancel={() => setBegun(null)}
          onLeave={leave}
          tone={begun.deed.tone}
          work={(row, words) => begun.deed.work(checker, row, words)}
        />
      )}
    </>
  )
}
