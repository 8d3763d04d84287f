/** @file A pane that asks for a code and opens the document whose id is made from it. */
import { Box, Button, Card, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent, type FormEvent } from 'react'
import { useRouter } from 'sanity/router'
import type { UserComponent } from 'sanity/structure'
import type { namedTypes } from './creating.ts'

export interface NewByCodeOptions {
  type: keyof typeof namedTypes
  title: string
  /** What is asked for. */
  label: string
  help: string
  placeholder: string
  /** The code as a regular expression, and what to say when it does not match. */
  pattern: string
  refusal: string
  /** Beginning of the id. */
  prefix: string
}

export const NewByCode: UserComponent = ({ options }) => {
  const { type, label, help, placeholder, pattern, refusal, prefix } = options as unknown as NewByCodeOptions
  const router = useRouter()
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState(false)

  const open = (event: FormEvent) => {
    event.preventDefault()
    if (!new RegExp(pattern, 'u').test(code)) return setRefused(true)
    router.navigateIntent('create', [{ type, id: `${prefix}${code}`, template: `${type}-by-code` }, { code }])
  }

  return (
    <Box as="form" onSubmit={open} padding={4}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Text as="label" htmlFor={`code-of-${type}`} size={1} weight="medium">
            {label}
          </Text>
          <Text muted size={1}>
            {help}
          </Text>
        </Stack>
        <TextInput
          autoComplete="off"
          id={`code-of-${type}`}
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            setCode(event.currentTarget.value.trim())
            setRefused(false)
          }}
          placeholder={placeholder}
          value={code}
        />
        {refused && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>{refusal}</Text>
          </Card>
        )}
        <Button disabled={code === ''} text="新建，或打开已有的" tone="primary" type="submit" />
      </Stack>
    </Box>
  )
}
