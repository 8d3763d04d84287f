/** @file A labelled field of the calendar's dialogs, and the lists to choose from. */
import { Select, Stack, Text, TextInput } from '@sanity/ui'
import { useId, type ReactNode } from 'react'

interface FieldProps {
  label: string
  note?: string | undefined
  children: (id: string) => ReactNode
}

export function Field({ label, note, children }: FieldProps) {
  const id = useId()
  return (
    <Stack gap={2} style={{ flex: '1 1 160px', minWidth: 0 }}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children(id)}
      {note && (
        <Text muted size={1}>
          {note}
        </Text>
      )}
    </Stack>
  )
}

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'date' | 'time' | 'number'
  note?: string | undefined
  placeholder?: string
  disabled?: boolean
}

export function TextField({
  label,
  value,
  onChange,
  type = 'text',
  note,
  placeholder,
  disabled,
}: TextFieldProps) {
  return (
    <Field label={label} note={note}>
      {(id) => (
        <TextInput
          disabled={disabled ?? false}
          fontSize={1}
          id={id}
          lang="zh-CN"
          onChange={(event) => onChange(event.currentTarget.value)}
          placeholder={placeholder ?? ''}
          type={type}
          value={value}
        />
      )}
    </Field>
  )
}

export interface Choice {
  value: string
  title: string
}

interface ChoiceFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  choices?: readonly Choice[]
  groups?: readonly { title: string; choices: readonly Choice[] }[]
  note?: string | undefined
}

export function ChoiceField({ label, value, onChange, choices = [], groups = [], note }: ChoiceFieldProps) {
  const option = ({ value: each, title }: Choice) => (
    <option key={each} value={each}>
      {title}
    </option>
  )
  return (
    <Field label={label} note={note}>
      {(id) => (
        <Select fontSize={1} id={id} onChange={(event) => onChange(event.currentTarget.value)} value={value}>
          {choices.map(option)}
          {groups.map(({ title, choices: each }) => (
            <optgroup key={title} label={title}>
              {each.map(option)}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  )
}
