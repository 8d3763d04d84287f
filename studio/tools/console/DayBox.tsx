/** @file A box for a day. The browser's own would speak the language of the browser, and not Chinese. */
import { Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { browserClock } from '../../clock.ts'
import { readDay, readWords } from './days.ts'
import { Labelled } from './Pieces.tsx'

interface DayBoxProps {
  id: string
  label: string
  /** `2026-12-04`; empty: none. */
  value: string
  onChange(value: string): void
}

export function DayBox({ id, label, value, onChange }: DayBoxProps) {
  /** What is being typed, until it reads as a day. */
  const [typed, setTyped] = useState<string | null>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value
    setTyped(text)
    const day = text.trim() === '' ? '' : readDay(text, browserClock.now())
    if (day !== null) onChange(day)
  }
  const shown = typed ?? value
  const isWrong = shown.trim() !== '' && readDay(shown, browserClock.now()) === null
  return (
    <div style={{ width: 170 }}>
      <Labelled id={id} label={label}>
        <TextInput
          autoComplete="off"
          fontSize={1}
          id={id}
          onBlur={() => setTyped(null)}
          onChange={take}
          padding={2}
          placeholder="例如 2026-12-04"
          value={shown}
        />
        <Text muted size={0}>
          {isWrong ? '⚠ 请写成 2026-12-04' : value ? readWords(value) : '不限'}
        </Text>
      </Labelled>
    </div>
  )
}
