/** @file 搜不到: each search that found nothing, with what can be done about it; below it what else readers did. */
import { Button, Card, Flex, Stack, Switch, Text } from '@sanity/ui'
import { useState } from 'react'
import { Empty, Part, Read } from '../../console/Pieces.tsx'
import { outcomeWords, type SearchRow } from '../model/searches.ts'
import { JoinDialog } from '../parts/JoinDialog.tsx'
import { EditPress, useOpen } from '../parts/presses.tsx'
import type { TabProps } from '../parts/session.ts'
import { useInitial } from '../parts/use-initial.ts'
import { freshId, removeNotes, writeTogether } from '../write/write.ts'
import { Readers } from './Readers.tsx'

const rowsShown = 100

interface RowProps extends Pick<TabProps, 'rights' | 'writing'> {
  row: SearchRow
  onJoin: () => void
}

function Fresh({ row, rights, writing, onJoin }: RowProps) {
  const initial = useInitial()
  const open = useOpen()
  const { words } = row
  const write = async () => {
    const id = freshId('question')
    const done = await writing.write(`“${words}”已建成问答草稿`, async (client, hand) => {
      const fields = { ...(await initial('legalQuestion')), title: words, wordings: [words] }
      return writeTogether(
        client,
        [
          { kind: 'make', id, type: 'legalQuestion', fields },
          {
            kind: 'note',
            note: { kind: 'search', subject: words, outcome: 'written', text: words, about: [id] },
          },
        ],
        hand,
      )
    })
    if (done) open(id, 'legalQuestion')
  }
  const ignore = () =>
    void writing.write(`“${words}”不用管了`, (client, hand) =>
      writeTogether(
        client,
        [{ kind: 'note', note: { kind: 'search', subject: words, outcome: 'ignored' } }],
        hand,
      ),
    )
  if (!rights.mayWrite) return null
  const shared = { disabled: writing.busy, fontSize: 1, mode: 'ghost', padding: 3 } as const
  return (
    <>
      <Button
        {...shared}
        aria-label={`写一条问答：${words}`}
        onClick={() => void write()}
        text="写一条问答"
      />
      <Button {...shared} aria-label={`归到已有问答：${words}`} onClick={onJoin} text="归到已有问答" />
      <Button {...shared} aria-label={`不用管：${words}`} mode="bleed" onClick={ignore} text="不用管" />
    </>
  )
}

function Dealt({ row, rights, writing }: Omit<RowProps, 'onJoin'>) {
  const { dealt, words } = row
  if (!dealt) return null
  const takeBack = () =>
    void writing.write(`“${words}”放回来了`, (client) => removeNotes(client, dealt.noteIds))
  return (
    <>
      {dealt.questionId && <EditPress id={dealt.questionId} type="legalQuestion" words="打开问答" />}
      {rights.mayWrite && (
        <Button
          aria-label={`放回来：${words}`}
          disabled={writing.busy}
          fontSize={1}
          mode="bleed"
          onClick={takeBack}
          padding={3}
          text="放回来"
        />
      )}
    </>
  )
}

function Line(props: RowProps) {
  const { words, count, lastDay, dealt } = props.row
  const said = dealt
    ? [
        `${outcomeWords[dealt.outcome]}${dealt.question && dealt.outcome === 'joined' ? `“${dealt.question}”` : ''}`,
        dealt.author,
        dealt.again && '⚠ 处理以后还有人搜，问答公开了吗？',
      ]
    : []
  return (
    <div className="pufa-desk-line" role="listitem">
      <p className="pufa-desk-words strong">{count} 次</p>
      <div>
        <p className="pufa-desk-words">{words}</p>
        <p className="pufa-desk-words quiet">{[`最近 ${lastDay}`, ...said].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="pufa-desk-presses">{dealt ? <Dealt {...props} /> : <Fresh {...props} />}</div>
    </div>
  )
}

export function SearchesTab(props: TabProps) {
  const { desk, writing } = props
  const [all, setAll] = useState(false)
  const [joining, setJoining] = useState<SearchRow | null>(null)
  const dealt = desk.searches.filter((row) => row.dealt !== null).length
  const shown = desk.searches.filter((row) => (row.dealt !== null) === all).slice(0, rowsShown)
  return (
    <Read from={desk.counts}>
      {(counts) => (
        <Stack gap={5}>
          <Part
            aside={
              <Flex align="center" as="label" gap={2}>
                <Switch checked={all} onChange={() => setAll(!all)} />
                <Text size={1}>{`看处理过的（${dealt}）`}</Text>
              </Flex>
            }
            note="读者在网站上搜了、没有结果的词，次数多的在前。只有次数，不知道是谁。"
            title="没有搜到结果的词"
          >
            {shown.length === 0 ? (
              <Empty>{all ? '还没有处理过的词。' : '✓ 没有要处理的词。'}</Empty>
            ) : (
              <Card border overflow="hidden" radius={2} role="list">
                {shown.map((row) => (
                  <Line key={row.words} {...props} onJoin={() => setJoining(row)} row={row} />
                ))}
              </Card>
            )}
          </Part>
          <Readers {...counts} />
          {joining && (
            <JoinDialog desk={desk} onClose={() => setJoining(null)} row={joining} writing={writing} />
          )}
        </Stack>
      )}
    </Read>
  )
}
