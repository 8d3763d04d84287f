/**
 * @file The dialog of a step: what it does in plain words, what the person wants to say, and the lake's
 * refusal where there is one. Nothing is sent before the button is pressed.
 */
import { Box, Button, Card, Checkbox, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useId, useState, type ReactNode } from 'react'
import { wordsMax } from '../../contracts/review/rule.ts'
import type { Sentence } from './refusals.ts'

export interface StepFormProps {
  /** What will happen. */
  children?: ReactNode
  /** Above the box; null: there is nothing to say, and no box. */
  asks: string | null
  isRequired?: boolean
  /** Words that are often meant; a press adds one to the box. */
  offered?: readonly string[]
  /** A box to tick, ticked when the dialog opens. */
  option?: { label: string; help: string }
  confirm: string
  tone?: 'primary' | 'positive' | 'caution' | 'critical'
  isBusy: boolean
  /** Said beside the button while it is under way. */
  busyWords?: string
  fault: Sentence | null
  onConfirm(words: string, isTicked: boolean): void
  onCancel(): void
}

function Fault({ title, remedy }: Sentence) {
  return (
    <Card border padding={3} radius={2} role="alert" tone="critical">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          ✕ {title}
        </Text>
        <Text size={1}>{remedy}</Text>
      </Stack>
    </Card>
  )
}

function Offered({ words, onPress }: { words: readonly string[]; onPress(word: string): void }) {
  return (
    <Flex gap={2} wrap="wrap">
      {words.map((word) => (
        <Button
          fontSize={1}
          key={word}
          mode="ghost"
          onClick={() => onPress(word)}
          padding={2}
          radius={4}
          text={`＋ ${word}`}
        />
      ))}
    </Flex>
  )
}

export function StepForm(props: StepFormProps) {
  const { asks, confirm, fault, isBusy, isRequired = false, offered = [], option, tone = 'primary' } = props
  const [words, setWords] = useState('')
  const [isTicked, setTicked] = useState(true)
  const id = useId()
  const isReady = !isBusy && (!isRequired || words.trim() !== '')

  return (
    <Box padding={4}>
      <Stack gap={5}>
        {props.children}
        {asks !== null && (
          <Stack gap={3}>
            <Text as="label" htmlFor={id} size={1} weight="medium">
              {asks}
            </Text>
            <TextArea
              autoFocus
              disabled={isBusy}
              id={id}
              maxLength={wordsMax}
              onChange={(event) => setWords(event.currentTarget.value)}
              rows={4}
              value={words}
            />
            {offered.length > 0 && (
              <Offered
                onPress={(word) => setWords((before) => (before.trim() ? `${before.trim()}；${word}` : word))}
                words={offered}
              />
            )}
          </Stack>
        )}
        {option && (
          <Flex as="label" gap={3}>
            <Checkbox
              checked={isTicked}
              disabled={isBusy}
              onChange={(event) => setTicked(event.currentTarget.checked)}
            />
            <Stack gap={2}>
              <Text size={1} weight="medium">
                {option.label}
              </Text>
              <Text muted size={1}>
                {option.help}
              </Text>
            </Stack>
          </Flex>
        )}
        {fault && <Fault {...fault} />}
        <Flex align="center" gap={3} justify="flex-end">
          {isBusy && props.busyWords && (
            <Text muted role="status" size={1}>
              {props.busyWords}
            </Text>
          )}
          <Button disabled={isBusy} mode="bleed" onClick={props.onCancel} text="取消" />
          <Button
            disabled={!isReady}
            loading={isBusy}
            onClick={() => props.onConfirm(words.trim(), isTicked)}
            text={confirm}
            tone={tone}
          />
        </Flex>
        {isRequired && words.trim() === '' && (
          <Text align="right" muted size={1}>
            写好以后才能按“{confirm}”
          </Text>
        )}
      </Stack>
    </Box>
  )
}
