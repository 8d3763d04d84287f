/** @file The box for a cron rule, with the next moments it names written below. */
import { Stack, Text, TextInput } from '@sanity/ui'
import type { ChangeEvent } from 'react'
import { set, unset, type StringInputProps } from 'sanity'
import { browserClock } from '../clock.ts'
import { bureauZone } from '../schema/standing.ts'
import { nextMoments } from './cron-words.ts'

export function CronInput({ value, onChange, elementProps, readOnly, schemaType }: StringInputProps) {
  const moments = value ? nextMoments(value, bureauZone, browserClock.now(), 3) : []
  return (
    <Stack gap={3}>
      <TextInput
        {...elementProps}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          const text = event.currentTarget.value
          onChange(text ? set(text) : unset())
        }}
        placeholder={schemaType.placeholder ?? ''}
        readOnly={readOnly ?? false}
        value={value ?? ''}
      />
      {moments.length > 0 && (
        <Text muted size={1}>
          接下来：{moments.join('；')}
        </Text>
      )}
    </Stack>
  )
}
