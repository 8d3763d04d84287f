/** @file Asks for the six digits that an unpaired player shows, and says how it went. */
import { Button, Card, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent, type FormEvent } from 'react'
import { pair } from './signage.ts'

type Stage =
  { name: 'asking' } | { name: 'sending' } | { name: 'done' } | { name: 'refused'; sentence: string }

const digits = 6

export function PairDialog({ screen, onDone }: { screen: string; onDone: () => void }) {
  const [code, setCode] = useState('')
  const [stage, setStage] = useState<Stage>({ name: 'asking' })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setStage({ name: 'sending' })
    const answer = await pair(window.fetch, code, screen)
    setStage(answer.ok ? { name: 'done' } : { name: 'refused', sentence: answer.sentence })
  }

  if (stage.name === 'done')
    return (
      <Stack gap={4} padding={4}>
        <Card padding={4} radius={2} role="status" tone="positive">
          <Text>✔ 已配对。播放器几秒内会取得排期，开始播放。</Text>
        </Card>
        <Button onClick={onDone} text="好" tone="primary" />
      </Stack>
    )

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap={4} padding={4}>
        <Text as="label" htmlFor="pairing-code">
          在屏幕上打开播放器，把上面显示的六位数字写在这里：
        </Text>
        <TextInput
          autoComplete="off"
          autoFocus
          fontSize={4}
          id="pairing-code"
          inputMode="numeric"
          maxLength={digits}
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            setCode(event.currentTarget.value.replace(/\D/gu, ''))
            setStage({ name: 'asking' })
          }}
          placeholder="000000"
          value={code}
        />
        {stage.name === 'refused' && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>⚠ {stage.sentence}</Text>
          </Card>
        )}
        <Button
          disabled={code.length !== digits || stage.name === 'sending'}
          text={stage.name === 'sending' ? '正在配对…' : '配对'}
          tone="primary"
          type="submit"
        />
      </Stack>
    </form>
  )
}
