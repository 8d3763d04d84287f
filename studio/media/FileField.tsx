/**
 * @file What stands round every file's field: changes are held while the line is cut, and the mark of an upload
 * that nobody sends any more is told. A page that was closed in the
 * middle leaves it in the document, and Sanity's input then waits for two minutes and offers “cancel” alone.
 */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { PatchEvent, unset, type InputProps, type ObjectInputProps, type SchemaType } from 'sanity'
import { HeldChanges } from './held-changes.ts'
import { uploads } from './upload/uploads.ts'

const againMs = 1_000

interface Mark {
  progress?: number
  file?: { name?: string }
}

/** The last of a chain of types has `null` for the one that it is made from. */
function holdsFile(type: SchemaType | null | undefined): boolean {
  return Boolean(type) && (type?.name === 'file' || type?.name === 'image' || holdsFile(type?.type))
}

/** What is changed while the form cannot be written is kept until it can. */
function useHeld({ onChange, readOnly }: ObjectInputProps): ObjectInputProps['onChange'] {
  const latest = useRef({ onChange, readOnly })
  latest.current = { onChange, readOnly }
  const [held] = useState(
    () =>
      new HeldChanges<Parameters<ObjectInputProps['onChange']>[0]>(
        (change) => latest.current.onChange(change),
        () => latest.current.readOnly === true,
      ),
  )
  useEffect(() => {
    if (readOnly || held.flush()) return
    const timer = setInterval(() => held.flush() && clearInterval(timer), againMs)
    return () => clearInterval(timer)
  }, [readOnly, held])
  return held.add
}

function AroundFile(given: ObjectInputProps) {
  const props = { ...given, onChange: useHeld(given) }
  const listed = useSyncExternalStore(uploads.subscribe, uploads.list)
  const mark = (props.value as { _upload?: Mark } | undefined)?._upload
  const name = mark?.file?.name ?? ''
  const isSent = listed.some(({ state }) => state.name === name)
  if (!mark || isSent || props.readOnly) return props.renderDefault(props)
  const percent = Math.round(mark.progress ?? 0)
  return (
    <Stack gap={3}>
      <Card data-testid="upload-left-over" padding={3} radius={2} tone="caution">
        <Flex align="center" gap={3} wrap="wrap">
          <Box flex={1}>
            <Text size={1}>
              ⚠ “{name}”上次传到 {percent}% 就停了。点“重新选文件”，再上传同一个文件，会接着传。
            </Text>
          </Box>
          <Button
            fontSize={1}
            onClick={() => props.onChange(PatchEvent.from(unset(['_upload'])))}
            padding={3}
            text="重新选文件"
            tone="primary"
          />
        </Flex>
      </Card>
      {props.renderDefault(props)}
    </Stack>
  )
}

export function FileField(props: InputProps) {
  return holdsFile(props.schemaType) ? (
    <AroundFile {...(props as ObjectInputProps)} />
  ) : (
    props.renderDefault(props)
  )
}
