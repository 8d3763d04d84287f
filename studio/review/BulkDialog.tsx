/** @file Confirms a deed with many, shows how far it is, and what failed and why. */
import { Box, Button, Card, Dialog, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { wordsMax } from '../../contracts/review/rule.ts'
import { byReason, runAll, type Progress } from './bulk.ts'

interface Titled {
  title: string
}

export interface BulkDialogProps<Item extends Titled> {
  items: readonly Item[]
  /** Chinese name of the kind of all of them. */
  kind: string
  /** `通过`. */
  name: string
  tone: 'positive' | 'critical' | 'primary' | 'default'
  effect: string
  /** Given: one reason is asked for, and these may be taken. */
  offered?: readonly string[]
  /** What else is asked before it begins. */
  asks?: ReactNode
  /** What is asked has its answer. */
  isReady?: boolean
  work: (item: Item, words: string) => Promise<unknown>
  /** Nothing was begun: what was chosen stays chosen. */
  onCancel: () => void
  /** All was tried. */
  onLeave: () => void
  /** Given: what was done can be undone, and the account offers it. */
  onUndo?: () => void
}

const namesShown = 5

function Names<Item extends Titled>({ items }: { items: readonly Item[] }) {
  const more = items.length - namesShown
  return (
    <Stack as="ul" gap={2}>
      {items.slice(0, namesShown).map(({ title }, index) => (
        <Text key={index} muted size={1}>{`· ${title}`}</Text>
      ))}
      {more > 0 && <Text muted size={1}>{`……还有 ${more} 份`}</Text>}
    </Stack>
  )
}

function Running({
  name,
  total,
  done,
  onStop,
}: {
  name: string
  total: number
  done: number
  onStop: () => void
}) {
  return (
    <Stack gap={4}>
      <Text size={2}>{`正在${name}：${done} / ${total}`}</Text>
      <progress max={total} style={{ width: '100%', accentColor: '#2276fc' }} value={done} />
      <Flex justify="flex-end">
        <Button mode="ghost" onClick={onStop} padding={4} text="停下，剩下的先不办" />
      </Flex>
    </Stack>
  )
}

function accountWords(name: string, total: number, { done, failures }: Progress<unknown>): string {
  if (done === total && failures.length === 0) return `✓ ${total} 份都已${name}`
  const parts = [
    `${done - failures.length} 份已${name}`,
    ...(failures.length > 0 ? [`${failures.length} 份没有成功`] : []),
    ...(done < total ? [`${total - done} 份还没有办`] : []),
  ]
  return parts.join('，')
}

function Account<Item extends Titled>({
  name,
  total,
  progress,
}: {
  name: string
  total: number
  progress: Progress<Item>
}) {
  const isAll = progress.done === total && progress.failures.length === 0
  return (
    <Stack gap={4}>
      <Card padding={3} radius={2} role="status" tone={isAll ? 'positive' : 'caution'}>
        <Text size={2}>{accountWords(name, total, progress)}</Text>
      </Card>
      {byReason(progress.failures).map(([reason, items]) => (
        <Stack gap={3} key={reason}>
          <Text size={1} weight="medium">{`${items.length} 份：${reason}`}</Text>
          <Names items={items} />
        </Stack>
      ))}
    </Stack>
  )
}

export function BulkDialog<Item extends Titled>(props: BulkDialogProps<Item>) {
  const { items, kind, name, tone, effect, offered, asks, isReady = true, work, onCancel, onLeave } = props
  const [words, setWords] = useState('')
  const [progress, setProgress] = useState<Progress<Item> | null>(null)
  const [isOver, setOver] = useState(false)
  const stopping = useRef(new AbortController())
  useEffect(() => {
    const { current } = stopping
    return () => current.abort()
  }, [])

  const begin = () => {
    setProgress({ done: 0, failures: [] })
    void runAll(items, (item) => work(item, words), setProgress, stopping.current.signal).then(() =>
      setOver(true),
    )
  }

  const close = () => {
    if (progress === null) onCancel()
    else if (isOver) onLeave()
  }
  return (
    <Dialog
      className="pufa-review-dialog"
      header={`${name} ${items.length} 份${kind}`}
      id="review-bulk"
      onClose={close}
      width={1}
    >
      <Stack gap={4} padding={4}>
        {progress === null && (
          <>
            <Text size={2}>{`要${name}这 ${items.length} 份${kind}。${effect}`}</Text>
            <Names items={items} />
            {asks}
            {offered && (
              <>
                <Text as="label" htmlFor="review-bulk-words" size={1}>
                  理由（每一份都写这一个）：
                </Text>
                <TextArea
                  id="review-bulk-words"
                  maxLength={wordsMax}
                  onChange={(event) => setWords(event.currentTarget.value)}
                  rows={3}
                  value={words}
                />
                <Flex gap={2} wrap="wrap">
                  {offered.map((one) => (
                    <Button
                      fontSize={1}
                      key={one}
                      mode="ghost"
                      onClick={() => setWords(one)}
                      padding={3}
                      text={one}
                    />
                  ))}
                </Flex>
              </>
            )}
            <Flex gap={2} justify="flex-end">
              <Button mode="ghost" onClick={onCancel} padding={4} text="取消" />
              <Button
                disabled={!isReady || (offered !== undefined && words.trim() === '')}
                onClick={begin}
                padding={4}
                text={`${name}这 ${items.length} 份`}
                tone={tone}
              />
            </Flex>
          </>
        )}
        {progress && !isOver && (
          <Running
            done={progress.done}
            name={name}
            onStop={() => stopping.current.abort()}
            total={items.length}
          />
        )}
        {progress && isOver && (
          <>
            <Account name={name} progress={progress} total={items.length} />
            <Flex gap={2}>
              {props.onUndo && progress.done > progress.failures.length && (
                <Button mode="ghost" onClick={props.onUndo} padding={4} text="撤销" />
              )}
              <Box flex={1}>
                <Button onClick={onLeave} padding={4} text="好" tone="primary" width="fill" />
              </Box>
            </Flex>
          </>
        )}
      </Stack>
    </Dialog>
  )
}
