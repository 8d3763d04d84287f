/** @file A whole text is pasted, looked at as captions, and taken over. */
import { Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { clockOf } from './clock.ts'
import { captionsFrom, type Timed } from './split.ts'

interface PasteProps {
  /** Where the first one begins. */
  from: number
  /** Length of the film; null: not known. */
  until: number | null
  onTake(captions: readonly Timed[]): void
  onClose(): void
}

export function PasteText({ from, until, onTake, onClose }: PasteProps) {
  const [text, setText] = useState('')
  const captions = captionsFrom(text, from, until)
  const [first] = captions
  const last = captions.at(-1)
  return (
    <Card border padding={4} radius={2} tone="transparent">
      <Stack gap={4}>
        <Text as="label" htmlFor="captions-text" size={1}>
          把整篇稿子粘到这里。系统按句子分成一条一条，每条不超过 18 个字，从 {clockOf(from)}{' '}
          起排好时间，再照着影片改准。
        </Text>
        <TextArea
          autoFocus
          fontSize={1}
          id="captions-text"
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setText(event.currentTarget.value)}
          placeholder="例如：老张借给邻居两万块钱，没有写借条。后来邻居不认账了，怎么办？"
          rows={6}
          value={text}
        />
        {first && last && (
          <Text role="status" size={1}>
            分成 {captions.length} 条，{clockOf(first.from)} 到 {clockOf(last.to)}。
            {until !== null && last.to > until ? '比影片还长，分好以后请删短。' : ''}
          </Text>
        )}
        <Flex gap={2}>
          <Button
            disabled={captions.length === 0}
            fontSize={1}
            onClick={() => onTake(captions)}
            text={captions.length === 0 ? '分成字幕' : `加进 ${captions.length} 条字幕`}
            tone="primary"
            type="button"
          />
          <Button fontSize={1} mode="ghost" onClick={onClose} text="不加了" type="button" />
        </Flex>
      </Stack>
    </Card>
  )
}
