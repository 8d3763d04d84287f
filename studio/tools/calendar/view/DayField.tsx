/**
 * @file A day, written or stepped: the browser's own date box speaks the browser's language, this one Chinese.
 */
import { Button, Flex, TextInput } from '@sanity/ui'
import { useState } from 'react'
import { dayText, parseLocal } from '../../../../contracts/schedule/zone.ts'
import { dayWords } from '../../../inputs/local-time.ts'
import { readDay } from '../model/days.ts'
import { Field } from './Field.tsx'

interface DayFieldProps {
  label: string
  /** `2026-12-04`, or empty. */
  value: string
  onChange: (value: string) => void
  /** Said where it is empty; left out: a day is needed. */
  empty?: string
}

export function DayField({ label, value, onChange, empty }: DayFieldProps) {
  /** What is being typed, until it reads as a day. */
  const [typed, setTyped] = useState<string | null>(null)
  const known = parseLocal(value)
  const take = (text: string) => {
    const day = text.trim() === '' ? '' : readDay(text)
    setTyped(day === null ? text : null)
    if (day !== null) onChange(day)
  }
  const step = (by: number) => known && onChange(dayText(known.day + by))
  const note = typed !== null ? '⚠ 写成 2026-12-04 这样' : known ? dayWords(known.day) : (empty ?? '请写一天')
  return (
    <Field label={label} note={note}>
      {(id) => (
        <Flex gap={1}>
          <Button
            aria-label="前一天"
            disabled={!known}
            fontSize={1}
            mode="ghost"
            onClick={() => step(-1)}
            padding={3}
            text="‹"
          />
          <Flex direction="column" flex={1}>
            <TextInput
              fontSize={1}
              id={id}
              onBlur={() => setTyped(null)}
              onChange={(event) => take(event.currentTarget.value)}
              placeholder="2026-12-04"
              value={typed ?? value}
            />
          </Flex>
          <Button
            aria-label="后一天"
            disabled={!known}
            fontSize={1}
            mode="ghost"
            onClick={() => step(1)}
            padding={3}
            text="›"
          />
        </Flex>
      )}
    </Field>
  )
}
