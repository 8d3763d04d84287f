/** @file Which column of the file is which: guessed, shown, changed by hand. */
import { Button, Card, Flex, Heading, Select, Stack, Text, TextInput } from '@sanity/ui'
import type { ChangeEvent } from 'react'
import { cellText, isBlank, type Sheet } from '../file/cell.ts'
import type { Column, ListShape } from '../lists/shape.ts'
import { missingColumns, rematch, unusedHeaders, type Matching } from '../match.ts'
import { Note } from './parts.tsx'

interface MatchPaneProps {
  list: ListShape
  sheets: readonly Sheet[]
  sheet: Sheet
  matching: Matching
  onSheet(sheet: Sheet): void
  onMatching(matching: Matching): void
  onBack(): void
  onCheck(): void
}

/** What the first rows hold in a column, so that the person sees whether it is the right one. */
function samples({ rows }: Sheet, { headerAt }: Matching, at: number): string {
  const texts = rows
    .slice(headerAt + 1)
    .flatMap((row) => (isBlank(row[at]) ? [] : [cellText(row[at]).trim()]))
    .slice(0, 2)
  return texts.length > 0 ? `例如：${texts.join('、').slice(0, 40)}` : '这一列是空的'
}

function ColumnRow({ column, props }: { column: Column; props: MatchPaneProps }) {
  const { matching, sheet, onMatching } = props
  const at = matching.from[column.path]
  const id = `match-${column.path}`
  const isMissing = at === undefined && column.required && !matching.fills[column.path]?.trim()
  return (
    <Card borderTop paddingY={3}>
      <Flex align="center" gap={3} wrap="wrap">
        <Text
          as="label"
          htmlFor={id}
          size={1}
          style={{ flex: '0 0 11em', minWidth: '11em' }}
          weight={column.required ? 'semibold' : 'regular'}
        >
          {column.title}
          {column.required ? '（必填）' : ''}
        </Text>
        <Card flex={1} style={{ minWidth: '13em' }}>
          <Select
            id={id}
            onChange={(event: ChangeEvent<HTMLSelectElement>) => {
              const { value } = event.currentTarget
              onMatching(rematch(matching, column.path, value === '' ? null : Number(value)))
            }}
            value={at === undefined ? '' : String(at)}
          >
            <option value="">表里没有</option>
            {matching.headers.map((header, place) =>
              isBlank(header) ? null : (
                <option key={place} value={place}>
                  {cellText(header).trim()}
                </option>
              ),
            )}
          </Select>
        </Card>
        <Card flex={1} style={{ minWidth: '13em' }}>
          {at === undefined ? (
            <TextInput
              aria-label={`${column.title}：表里没有时，每一行都填成`}
              onChange={(event: ChangeEvent<HTMLInputElement>) =>
                onMatching({
                  ...matching,
                  fills: { ...matching.fills, [column.path]: event.currentTarget.value },
                })
              }
              placeholder={
                isMissing ? `请填写，每一行都用它，例如：${column.example}` : '每一行都一样的话，填在这里'
              }
              value={matching.fills[column.path] ?? ''}
            />
          ) : (
            <Text muted size={1} textOverflow="ellipsis">
              {samples(sheet, matching, at)}
            </Text>
          )}
        </Card>
      </Flex>
    </Card>
  )
}

export function MatchPane(props: MatchPaneProps) {
  const { list, sheets, sheet, matching, onSheet, onBack, onCheck } = props
  const missing = missingColumns(list, matching)
  const unused = unusedHeaders(matching)
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        每一项在表里是哪一列
      </Heading>
      {sheets.length > 1 && (
        <Stack gap={3}>
          <Text as="label" htmlFor="tables-sheet" size={1} weight="medium">
            文件里有 {sheets.length} 个工作表，导入哪一个
          </Text>
          <Select
            id="tables-sheet"
            onChange={(event: ChangeEvent<HTMLSelectElement>) => {
              const chosen = sheets[Number(event.currentTarget.value)]
              if (chosen) onSheet(chosen)
            }}
            value={String(sheets.indexOf(sheet))}
          >
            {sheets.map(({ name }, place) => (
              <option key={name} value={place}>
                {name}
              </option>
            ))}
          </Select>
        </Stack>
      )}
      <Text muted size={1}>
        表头在第 {matching.headerAt + 1} 行，已按表头认出来。不对的请改；改过的下次还记得。
      </Text>
      <Stack>
        {list.columns.map((column) => (
          <ColumnRow column={column} key={column.path} props={props} />
        ))}
      </Stack>
      {unused.length > 0 && <Note>表里这几列没有用到，不会导入：{unused.join('、')}。</Note>}
      {missing.length > 0 && (
        <Note tone="caution">
          ⚠ 还缺必填的：{missing.map(({ title }) => title).join('、')}
          。请选一列，或者填上每一行都用的内容；不填也能检查，新增的行会算有误。
        </Note>
      )}
      <Flex gap={3} wrap="wrap">
        <Button onClick={onCheck} text="检查一遍（不写入）" tone="primary" />
        <Button mode="ghost" onClick={onBack} text="换一个文件" />
      </Flex>
    </Stack>
  )
}
