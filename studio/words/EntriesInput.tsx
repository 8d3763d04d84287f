/** @file The wordings of a list, with a way to paste a whole batch of them. */
import { Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { insert, setIfMissing, type ArrayOfObjectsInputProps } from 'sanity'
import { pastedWords, readPasted } from './paste.ts'

function Paste({
  onAdd,
  onClose,
  present,
}: {
  onAdd: (entries: ReturnType<typeof readPasted>['entries']) => void
  onClose: () => void
  present: Parameters<typeof readPasted>[1]
}) {
  const [text, setText] = useState('')
  const pasted = readPasted(text, present)
  const isEmpty = text.trim() === ''
  return (
    <Card border padding={4} radius={2} tone="transparent">
      <Stack gap={4}>
        <Text as="label" htmlFor="pasted-words" size={1}>
          一行一个词：要找的词、改成什么、为什么，用逗号隔开，后两样可以不写。也可以从表格里复制三列直接粘贴。
        </Text>
        <TextArea
          autoFocus
          fontSize={1}
          id="pasted-words"
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setText(event.currentTarget.value)}
          placeholder={'帐户，账户\n座落，坐落，这里用“坐”'}
          rows={8}
          value={text}
        />
        {!isEmpty && (
          <Text role="status" size={1}>
            {pastedWords(pasted)}
          </Text>
        )}
        {pasted.faults.length > 0 && (
          <Card padding={3} radius={2} tone="caution">
            <Stack gap={3}>
              {pasted.faults.map((fault) => (
                <Text key={fault} size={1}>
                  {fault}
                </Text>
              ))}
            </Stack>
          </Card>
        )}
        <Flex gap={2}>
          <Button
            disabled={pasted.entries.length === 0}
            fontSize={1}
            onClick={() => onAdd(pasted.entries)}
            text={pasted.entries.length === 0 ? '加进词表' : `把 ${pasted.entries.length} 个词加进词表`}
            tone="primary"
            type="button"
          />
          <Button fontSize={1} mode="ghost" onClick={onClose} text="不加了" type="button" />
        </Flex>
      </Stack>
    </Card>
  )
}

export function EntriesInput(props: ArrayOfObjectsInputProps) {
  const { onChange, readOnly, value = [] } = props
  const [isOpen, setOpen] = useState(false)
  const [added, setAdded] = useState(0)
  const open = () => {
    setAdded(0)
    setOpen(true)
  }
  return (
    <Stack gap={3}>
      {!readOnly && !isOpen && (
        <Flex align="center" gap={3}>
          <Button fontSize={1} mode="ghost" onClick={open} text="粘贴一批词" type="button" />
          {added > 0 && (
            <Text role="status" size={1}>{`✓ 加了 ${added} 个词，在下面最后。发布以后才起作用。`}</Text>
          )}
        </Flex>
      )}
      {!readOnly && isOpen && (
        <Paste
          onAdd={(entries) => {
            onChange([setIfMissing([]), insert([...entries], 'after', [-1])])
            setAdded(entries.length)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
          present={value}
        />
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}
