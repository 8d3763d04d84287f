/** @file One caption in the table: from, to, its words, and what is to be said of it. */
import { Button, Card, Flex, Stack, Text, TextArea, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { clockOf, readClock } from './clock.ts'
import type { Cue, Mark } from './marks.ts'

interface ClockBoxProps {
  label: string
  value: number | undefined
  readOnly: boolean
  onTime(seconds: number): void
}

function ClockBox({ label, value, readOnly, onTime }: ClockBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && readClock(typed) === null
  const leave = () => {
    const seconds = typed === null ? null : readClock(typed)
    if (seconds !== null && seconds !== value) onTime(seconds)
    if (seconds !== null || typed === '') setTyped(null)
  }
  return (
    <div style={{ width: 84 }}>
      <TextInput
        aria-invalid={isWrong}
        aria-label={label}
        fontSize={1}
        onBlur={leave}
        onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
        padding={2}
        readOnly={readOnly}
        title={isWrong ? '要写成 1:02.5（1 分 2.5 秒）的样子' : label}
        value={typed ?? clockOf(value)}
      />
    </div>
  )
}

interface RowProps {
  number: number
  cue: Cue
  marks: readonly Mark[]
  isChosen: boolean
  /** It stands on the film at this moment. */
  isShown: boolean
  readOnly: boolean
  onChoose(): void
  onBegin(): void
  onText(text: string): void
  onTime(change: Pick<Cue, 'from' | 'to'>): void
  onPlay(): void
  onRemove(): void
}

export function CaptionRow(props: RowProps) {
  const { number, cue, marks, isChosen, isShown, readOnly } = props
  return (
    <Card
      border
      data-testid="caption-row"
      onClick={props.onChoose}
      onFocus={props.onChoose}
      padding={2}
      radius={2}
      tone={isChosen ? 'primary' : isShown ? 'positive' : 'default'}
    >
      <Stack gap={2}>
        <Flex align="flex-start" gap={2}>
          <div style={{ width: 26, paddingTop: 9 }}>
            <Text align="right" muted size={1}>
              {number}
            </Text>
          </div>
          <Stack gap={1}>
            <ClockBox
              label={`第 ${number} 条从什么时候开始`}
              onTime={(from) => props.onTime({ from })}
              readOnly={readOnly}
              value={cue.from}
            />
            <ClockBox
              label={`第 ${number} 条到什么时候结束`}
              onTime={(to) => props.onTime({ to })}
              readOnly={readOnly}
              value={cue.to}
            />
          </Stack>
          <div style={{ flex: 1, minWidth: 120 }}>
            <TextArea
              aria-label={`第 ${number} 条的字`}
              fontSize={1}
              onChange={(event: ChangeEvent<HTMLTextAreaElement>) => props.onText(event.currentTarget.value)}
              onFocus={props.onBegin}
              padding={2}
              readOnly={readOnly}
              rows={2}
              value={cue.text ?? ''}
            />
          </div>
          <Stack gap={1}>
            <Button fontSize={1} mode="bleed" onClick={props.onPlay} padding={2} text="▶ 播这条" />
            {!readOnly && (
              <Button
                aria-label={`删去第 ${number} 条`}
                fontSize={1}
                mode="bleed"
                onClick={(event) => {
                  event.stopPropagation()
                  props.onRemove()
                }}
                padding={2}
                text="删去"
                tone="critical"
              />
            )}
          </Stack>
        </Flex>
        {marks.map(({ kind, words, holds }) => (
          <div key={kind} style={{ paddingLeft: 34 }}>
            <Text size={1}>
              {holds ? '■' : '⚠'} {words}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  )
}
