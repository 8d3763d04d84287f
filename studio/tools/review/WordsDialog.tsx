/** @file Asks for some words: why something is sent back, or what one wants to say. */
import { Button, Dialog, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useState, type FormEvent } from 'react'
import { wordsMax } from '../../../contracts/review/rule.ts'

export interface WordsDialogProps {
  title: string
  label: string
  /** To take with one press. */
  offered?: readonly string[]
  press: string
  tone: 'primary' | 'critical'
  onDone: (words: string) => void
  onLeave: () => void
}

export function WordsDialog({ title, label, offered, press, tone, onDone, onLeave }: WordsDialogProps) {
  const [words, setWords] = useState('')
  const add = (one: string) => setWords(words.trim() === '' ? one : `${words.trimEnd()}；${one}`)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== '') onDone(words.trim())
  }
  return (
    <Dialog className="pufa-review-dialog" header={title} id="review-words" onClose={onLeave} width={1}>
      <form onSubmit={send}>
        <Stack gap={4} padding={4}>
          <Text as="label" htmlFor="review-words-text" size={2}>
            {label}
          </Text>
          <TextArea
            autoFocus
            fontSize={2}
            id="review-words-text"
            maxLength={wordsMax}
            onChange={(event) => setWords(event.currentTarget.value)}
            rows={4}
            value={words}
          />
          {offered && (
            <Flex gap={2} wrap="wrap">
              {offered.map((one) => (
                <Button fontSize={1} key={one} mode="ghost" onClick={() => add(one)} padding={3} text={one} />
              ))}
            </Flex>
          )}
          <Flex gap={2} justify="flex-end">
            <Button mode="ghost" onClick={onLeave} padding={4} text="取消" />
            <Button disabled={words.trim() === ''} padding={4} text={press} tone={tone} type="submit" />
          </Flex>
        </Stack>
      </form>
    </Dialog>
  )
}
