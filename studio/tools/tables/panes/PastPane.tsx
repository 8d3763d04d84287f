/** @file The imports of the past, newest first, and the taking back of a whole one. */
import { Button, Card, Dialog, Flex, Heading, Spinner, Stack, Text } from '@sanity/ui'
import { useCallback, useEffect, useState } from 'react'
import { browserClock } from '../../../clock.ts'
import { listNamed } from '../lists/index.ts'
import type { TablesLake } from '../lake.ts'
import { pastImports, type PastImport } from '../write/past.ts'
import { troubleOf } from '../write/trouble.ts'
import { undoPart } from '../write/undo.ts'
import { Alert, Progress } from './parts.tsx'
import { importStates, timeWords } from './words.ts'

interface Undoing {
  run: string
  done: number
  all: number
}

const titleOf = ({ list, file }: PastImport) => `${listNamed(list)?.title ?? '表格'}：${file}`

function countWords({ made, changed, documents }: PastImport): string {
  const parts = [made > 0 && `新增 ${made} 条`, changed > 0 && `更新 ${changed} 条`].filter(Boolean)
  const lack = documents - made - changed
  return `${parts.join('，')}${lack > 0 ? `，还有 ${lack} 条没有写入` : ''}`
}

function Left({ left }: { left: readonly string[] }) {
  return (
    <Card padding={3} radius={2} tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          ⚠ 撤销时留下 {left.length} 条，请自己看一看：
        </Text>
        {left.slice(0, 100).map((line, index) => (
          <Text key={index} size={1}>
            {line}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

function PastCard({
  past,
  undoing,
  onUndo,
}: {
  past: PastImport
  undoing: Undoing | null
  onUndo: () => void
}) {
  const { label, mark, tone } = importStates[past.state]
  return (
    <Card border data-testid={`import-${past.state}`} padding={4} radius={3}>
      <Stack gap={4}>
        <Flex align="center" gap={3} justify="space-between" wrap="wrap">
          <Stack gap={3}>
            <Text weight="semibold">{titleOf(past)}</Text>
            <Text muted size={1}>
              {timeWords(past.startedAt)} · {past.author} · {countWords(past)}
            </Text>
          </Stack>
          <Flex align="center" gap={3}>
            <Card padding={2} radius={2} tone={tone}>
              <Text size={1}>
                {mark} {label}
              </Text>
            </Card>
            {past.records.length > 0 && (
              <Button
                disabled={undoing !== null}
                mode="ghost"
                onClick={onUndo}
                text={past.state === 'half-undone' ? '接着撤销' : '撤销这次导入'}
                tone="critical"
              />
            )}
          </Flex>
        </Flex>
        {undoing?.run === past.run && (
          <Progress all={undoing.all} done={undoing.done} title="正在撤销，已处理的部分" />
        )}
        {past.state === 'unfinished' && (
          <Text size={1}>要接着导入，再选一次同一个文件就行，已经写入的不会重复。</Text>
        )}
        {past.left.length > 0 && <Left left={past.left} />}
      </Stack>
    </Card>
  )
}

function Confirm({ past, onClose, onUndo }: { past: PastImport; onClose: () => void; onUndo: () => void }) {
  return (
    <Dialog header="撤销这次导入" id="tables-undo" onClose={onClose} width={1}>
      <Stack gap={4} padding={4}>
        <Text>
          这次导入新增的 {past.made} 条会删去，更新的 {past.changed}{' '}
          条会恢复原来的内容。后来又有人改过或发布过的不动，会列出来。
        </Text>
        <Flex gap={3}>
          <Button onClick={onUndo} text="撤销" tone="critical" />
          <Button autoFocus mode="ghost" onClick={onClose} text="先不撤销" />
        </Flex>
      </Stack>
    </Dialog>
  )
}

export function PastPane({ lake }: { lake: TablesLake }) {
  const [imports, setImports] = useState<readonly PastImport[] | null>(null)
  const [asked, setAsked] = useState<PastImport | null>(null)
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  const load = useCallback(async () => {
    try {
      setImports(pastImports(await lake.past()))
    } catch (error) {
      setTrouble(`${troubleOf(error).sentence}。请稍后再打开这一页`)
    }
  }, [lake])
  useEffect(() => void load(), [load])

  const undo = async ({ run, records }: PastImport) => {
    setAsked(null)
    setTrouble(null)
    try {
      for (const [done, id] of records.entries()) {
        setUndoing({ run, done, all: records.length })
        const part = await lake.record(id)
        if (part) await undoPart(part, lake, new Date(browserClock.now()).toISOString())
      }
    } catch (error) {
      setTrouble(`撤销到一半停下了：${troubleOf(error).sentence}。已撤销的不用再撤，请稍后点“接着撤销”`)
    }
    await load()
    setUndoing(null)
  }

  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        以往的导入
      </Heading>
      {trouble !== null && <Alert>{trouble}</Alert>}
      {imports === null && trouble === null && <Spinner muted />}
      {imports?.length === 0 && (
        <Text muted size={1}>
          还没有导入过。导入以后，这里可以看到每一次，也可以整个撤销。
        </Text>
      )}
      {imports?.map((past) => (
        <PastCard key={past.run} onUndo={() => setAsked(past)} past={past} undoing={undoing} />
      ))}
      {asked && <Confirm onClose={() => setAsked(null)} onUndo={() => void undo(asked)} past={asked} />}
    </Stack>
  )
}
