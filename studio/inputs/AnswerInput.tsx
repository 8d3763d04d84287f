/** @file The right choice of a quiz question, picked among the choices as they are written above it. */
import { Card, Flex, Radio, Stack, Text } from '@sanity/ui'
import { set, useFormValue, type NumberInputProps } from 'sanity'
import { choiceLetter } from '../schema/rules/practice.ts'

export function AnswerInput({ value, onChange, readOnly, elementProps }: NumberInputProps) {
  const choices = (useFormValue(['choices']) as string[] | undefined) ?? []
  if (choices.length === 0)
    return (
      <Card border padding={3} radius={2}>
        <Text muted size={1}>
          先在上面写选项。
        </Text>
      </Card>
    )
  return (
    <Stack aria-label="正确答案" gap={2} role="radiogroup">
      {choices.map((choice, index) => {
        const place = index + 1
        return (
          <Flex align="center" as="label" gap={3} key={place} paddingY={2}>
            <Radio
              {...(index === 0 ? { ref: elementProps.ref as React.Ref<HTMLInputElement> } : {})}
              checked={value === place}
              disabled={readOnly ?? false}
              name={elementProps.id}
              onChange={() => onChange(set(place))}
              onFocus={elementProps.onFocus}
              value={String(place)}
            />
            <Text size={1}>
              {choiceLetter(place)}　{choice || '（空的）'}
            </Text>
          </Flex>
        )
      })}
    </Stack>
  )
}
