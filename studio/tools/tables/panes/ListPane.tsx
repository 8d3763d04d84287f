/** @file What comes in, and from which file: lists as cards, a place to drop the file. */
import { Button, Card, Flex, Grid, Heading, Spinner, Stack, Text } from '@sanity/ui'
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { download } from '../file/write.ts'
import { comesPublished, type ListShape } from '../lists/shape.ts'
import { templateOf } from '../lists/template.ts'
import { Alert } from './parts.tsx'

interface ListPaneProps {
  lists: readonly ListShape[]
  list: ListShape | null
  /** True while a file is read. */
  isReading: boolean
  refusal: string | null
  onList(list: ListShape): void
  onFile(file: File): void
}

function ListCard({
  list,
  isChosen,
  onChoose,
}: {
  list: ListShape
  isChosen: boolean
  onChoose: () => void
}) {
  return (
    <Card border overflow="hidden" radius={3} tone={isChosen ? 'primary' : 'default'}>
      <Card
        aria-pressed={isChosen}
        as="button"
        onClick={onChoose}
        padding={4}
        style={{
          display: 'flex',
          alignItems: 'flex-start',
          width: '100%',
          height: '100%',
          textAlign: 'left',
        }}
        tone={isChosen ? 'primary' : 'default'}
        type="button"
      >
        <Stack gap={3}>
          <Text weight="semibold">
            {isChosen ? '✔ ' : ''}
            {list.title}
          </Text>
          <Text muted size={1}>
            {list.about}
          </Text>
        </Stack>
      </Card>
    </Card>
  )
}

function DropPlace({ isReading, onFile }: Pick<ListPaneProps, 'isReading' | 'onFile'>) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    <Card
      border
      onDragLeave={() => setOver(false)}
      onDragOver={(event: DragEvent) => {
        event.preventDefault()
        setOver(true)
      }}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      padding={5}
      radius={3}
      style={{ borderStyle: 'dashed' }}
      tone={isOver ? 'primary' : 'transparent'}
    >
      <Flex align="center" direction="column" gap={4}>
        {isReading ? (
          <Flex align="center" gap={3}>
            <Spinner muted />
            <Text>正在读文件…</Text>
          </Flex>
        ) : (
          <>
            <Text align="center">把表格文件拖到这里，或者</Text>
            <Button onClick={() => input.current?.click()} text="选择文件…" tone="primary" />
            <Text align="center" muted size={1}>
              Excel 工作簿（.xlsx）或逗号分隔的表格（.csv），不超过 5 MB、10000
              行。现在只是读一读，不会写入任何内容。
            </Text>
          </>
        )}
        <input
          accept=".xlsx,.csv,.xls,.txt"
          aria-label="表格文件"
          hidden
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
          ref={input}
          type="file"
        />
      </Flex>
    </Card>
  )
}

export function ListPane({ lists, list, isReading, refusal, onList, onFile }: ListPaneProps) {
  return (
    <Stack gap={5}>
      <Stack gap={4}>
        <Heading as="h2" size={1}>
          导入什么
        </Heading>
        <Grid gridTemplateColumns={[1, 1, 2, 3]} gap={3}>
          {lists.map((each) => (
            <ListCard isChosen={each === list} key={each.name} list={each} onChoose={() => onList(each)} />
          ))}
        </Grid>
      </Stack>
      {list && (
        <Stack gap={4}>
          <Flex align="center" gap={3} justify="space-between" wrap="wrap">
            <Heading as="h2" size={1}>
              选表格文件
            </Heading>
            <Button
              mode="ghost"
              onClick={() => void download(templateOf(list), `${list.title}导入模板.xlsx`)}
              text={`下载“${list.title}”的空白模板`}
            />
          </Flex>
          {refusal !== null && <Alert>{refusal}</Alert>}
          <DropPlace isReading={isReading} onFile={onFile} />
          <Text muted size={1}>
            {comesPublished(list.type)
              ? '导入后立即生效。导错了可以整个撤销。'
              : '导入的内容先存为草稿，审核发布以后群众才看得到。导错了可以整个撤销。'}
          </Text>
        </Stack>
      )}
    </Stack>
  )
}
