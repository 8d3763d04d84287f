/** @file The presses under a content, always in reach of the thumb, and what they ask before they act. */
import { Button, Card, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { isDraftOf } from '../../review/steps-taken.ts'
import { rejectReasons } from '../../review/words.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import type { Decisions } from './decisions.ts'
import type { Row } from './rows.ts'
import { approveWords } from './words.ts'
import { WordsDialog } from './WordsDialog.tsx'

export type Press =
  | { kind: 'approve' | 'recall' | 'publish' | 'handIn' }
  | { kind: 'reject' | 'comment' | 'approve'; words: string }

export interface DecideProps {
  row: Row
  decisions: Decisions
  isBusy: boolean
  onPress: (press: Press) => void
}

type Asking = 'reject' | 'comment' | 'opinion' | 'out' | null

function Questions({
  asking,
  row,
  decisions,
  onPress,
  onLeave,
}: Omit<DecideProps, 'isBusy'> & {
  asking: Asking
  onLeave: () => void
}) {
  const press = approveWords(decisions.stage, row)
  const done = (pressed: Press) => {
    onLeave()
    onPress(pressed)
  }
  switch (asking) {
    case 'reject':
      return (
        <WordsDialog
          label="请写明哪里要改，编辑会看到："
          offered={rejectReasons}
          onDone={(words) => done({ kind: 'reject', words })}
          onLeave={onLeave}
          press="退回"
          title={`退回“${row.title}”`}
          tone="critical"
        />
      )
    case 'opinion':
      return (
        <WordsDialog
          label="审核意见（会写进审签单）："
          offered={['同意', '同意发布', '已核对法条']}
          onDone={(words) => done({ kind: 'approve', words })}
          onLeave={onLeave}
          press={press}
          title={`${press}，并写上意见`}
          tone="primary"
        />
      )
    case 'comment':
      return (
        <WordsDialog
          label="留言只供大家看，不算通过，也不算退回："
          onDone={(words) => done({ kind: 'comment', words })}
          onLeave={onLeave}
          press="留言"
          title={`给“${row.title}”留言`}
          tone="primary"
        />
      )
    case 'out':
      return (
        <ConfirmDialog
          onDone={() => done({ kind: decisions.publish ? 'publish' : 'approve' })}
          onLeave={onLeave}
          press={decisions.publish ? '公开' : press}
          title="马上公开？"
          words={`“${row.title}”马上就会公开，网站和屏幕上都看得到。`}
        />
      )
    case null:
      return null
  }
}

export function Decide({ row, decisions, isBusy, onPress }: DecideProps) {
  const [asking, setAsking] = useState<Asking>(null)
  const { stage, approve, handIn, recall, publish } = decisions
  const press = approveWords(stage, row)
  const mayApprove = approve === ''
  const size = { fontSize: 2, padding: 4 } as const
  const approves = () => (press.endsWith('公开') ? setAsking('out') : onPress({ kind: 'approve' }))
  return (
    <Card borderTop padding={3}>
      <Stack gap={3}>
        {approve !== null && !mayApprove && (
          <Text muted size={1}>
            {`现在不能由您审：${approve}。`}
          </Text>
        )}
        {publish && !isDraftOf(row) && (
          <Text muted size={1}>
            这一份在发布计划里，随发布计划一起公开。
          </Text>
        )}
        <div className="pufa-review-press">
          {mayApprove && (
            <>
              <Button
                {...size}
                data-press="approve"
                disabled={isBusy}
                onClick={approves}
                text={press}
                tone="positive"
              />
              <Button
                {...size}
                disabled={isBusy}
                mode="ghost"
                onClick={() => setAsking('reject')}
                text="退回"
                tone="critical"
              />
              <Button
                {...size}
                disabled={isBusy}
                mode="ghost"
                onClick={() => setAsking('opinion')}
                text="写意见"
              />
            </>
          )}
          {publish && isDraftOf(row) && (
            <Button
              {...size}
              disabled={isBusy}
              onClick={() => setAsking('out')}
              text="公开"
              tone="positive"
            />
          )}
          {handIn && (
            <Button
              {...size}
              disabled={isBusy}
              onClick={() => onPress({ kind: 'handIn' })}
              text={handIn === 'again' ? '改好了，再送审' : '送去补审'}
              tone="primary"
            />
          )}
          {recall && (
            <Button
              {...size}
              disabled={isBusy}
              mode="ghost"
              onClick={() => onPress({ kind: 'recall' })}
              text="撤回"
            />
          )}
          <Button {...size} disabled={isBusy} mode="bleed" onClick={() => setAsking('comment')} text="留言" />
        </div>
      </Stack>
      <Questions
        asking={asking}
        decisions={decisions}
        onLeave={() => setAsking(null)}
        onPress={onPress}
        row={row}
      />
    </Card>
  )
}
