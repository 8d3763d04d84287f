/** @file The blanks of a template, each with the box that fits its kind. */
import { Flex, Select, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import type { NoticeField } from '../../../contracts/documents/index.ts'
import { fieldLengthDefault } from '../../../contracts/notice-template.ts'
import { browserClock } from '../../clock.ts'
import { readTime } from '../../inputs/local-time.ts'
import { comingDays, momentOf, valueOfMoment } from './days.ts'
import { Labelled } from './Pieces.tsx'
import { problemOf, type Filled, type Values } from './templates.ts'

const daysAhead = 31

/** A day from a list, and a time; without a day the words name the time alone. */
function MomentBox({ id, value, onChange }: Pick<BoxProps, 'id' | 'value' | 'onChange'>) {
  const { day, time } = momentOf(value)
  const [chosen, setChosen] = useState(day)
  /** What is being typed, until it reads as a time. */
  const [typed, setTyped] = useState<string | null>(null)
  const takeDay = (event: ChangeEvent<HTMLSelectElement>) => {
    setChosen(event.currentTarget.value)
    onChange(valueOfMoment({ day: event.currentTarget.value, time }))
  }
  const takeTime = (event: ChangeEvent<HTMLInputElement>) => {
    const read = readTime(event.currentTarget.value)
    setTyped(read === null ? event.currentTarget.value : null)
    if (read !== null) onChange(valueOfMoment({ day: chosen, time: read }))
  }
  return (
    <Flex gap={2}>
      <Flex direction="column" flex={2}>
        <Select aria-label="哪天" fontSize={1} onChange={takeDay} value={chosen}>
          <option value="">不写日期，只写几点</option>
          {comingDays(browserClock.now(), daysAhead).map((each) => (
            <option key={each.day} value={each.day}>
              {each.words}
            </option>
          ))}
        </Select>
      </Flex>
      <Flex direction="column" flex={1}>
        <TextInput
          autoComplete="off"
          fontSize={1}
          id={id}
          inputMode="numeric"
          onBlur={() => setTyped(null)}
          onChange={takeTime}
          placeholder="几点，例如 08:30"
          value={typed ?? time}
        />
      </Flex>
    </Flex>
  )
}

interface BoxProps {
  id: string
  field: NoticeField
  value: string
  onChange(value: string): void
}

function Box({ id, field, value, onChange }: BoxProps) {
  const { kind, choices = [], maxLength = fieldLengthDefault } = field
  const take = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange(event.currentTarget.value)
  if (kind === 'choice')
    return (
      <Select fontSize={1} id={id} onChange={take} value={value}>
        <option value="">请选择</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    )
  if (kind === 'time') return <MomentBox id={id} onChange={onChange} value={value} />
  return (
    <TextInput
      autoComplete="off"
      fontSize={1}
      id={id}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      maxLength={maxLength}
      onChange={take}
      value={value}
    />
  )
}

function limitWords({ kind, maxLength = fieldLengthDefault }: NoticeField): string {
  if (kind === 'text') return `（最多 ${maxLength} 个字）`
  return kind === 'number' ? '（只填数字）' : ''
}

interface BlankFieldsProps {
  fields: readonly NoticeField[]
  values: Values
  filled: Filled
  onChange(values: Values): void
}

export function BlankFields({ fields, values, filled, onChange }: BlankFieldsProps) {
  return (
    <Stack gap={4}>
      {fields.map((field) => {
        const id = `blank-${field.name}`
        const problem = problemOf(filled, field.name, values)
        return (
          <Stack gap={2} key={field.name}>
            <Labelled id={id} label={`${field.label}${limitWords(field)}`}>
              <Box
                field={field}
                id={id}
                onChange={(value) => onChange({ ...values, [field.name]: value })}
                value={values[field.name] ?? ''}
              />
            </Labelled>
            {problem && (
              <Text role="alert" size={1}>
                ⚠ {problem}
              </Text>
            )}
          </Stack>
        )
      })}
    </Stack>
  )
}
