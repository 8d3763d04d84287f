/** @file The last step before an order goes out: a phrase to type, so that no slip of a hand reaches a square. */
import { Button, Card, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent, type FormEvent } from 'react'
import { phraseFits } from './orders.ts'
import { Trouble } from './Pieces.tsx'

interface ConfirmProps {
  phrase: string
  /** What will happen, in a sentence. */
  what: string
  button: string
  isBusy: boolean
  trouble: string | null
  onConfirm(): void
}

export function Confirm({ phrase, what, button, isBusy, trouble, onConfirm }: ConfirmProps) {
  const [typed, setTyped] = useState('')
  const fits = phraseFits(typed, phrase)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fits && !isBusy) onConfirm()
  }
  return (
    <Card border padding={4} radius={2} tone="critical">
      <form onSubmit={submit}>
        <Stack gap={4}>
          <Text size={1}>{what}</Text>
          <Stack gap={3}>
            <Text as="label" htmlFor="console-phrase" size={1} weight="medium">
              确认无误，请在下面照写：<strong>{phrase}</strong>
            </Text>
            <TextInput
              autoComplete="off"
              fontSize={3}
              id="console-phrase"
              onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value)}
              value={typed}
            />
          </Stack>
          {trouble && <Trouble sentence={trouble} />}
          <Button
            disabled={!fits || isBusy}
            fontSize={2}
            padding={4}
            text={isBusy ? '正在下达…' : button}
            tone="critical"
            type="submit"
          />
        </Stack>
      </form>
    </Card>
  )
}
