/** @file The pages of the table. */
import { Button, Flex, Text } from '@sanity/ui'
import { pageSize } from './query.ts'

export interface PagerProps {
  count: number
  /** From 1. */
  page: number
  onPage: (page: number) => void
}

export function Pager({ count, page, onPage }: PagerProps) {
  const last = Math.max(1, Math.ceil(count / pageSize))
  if (last === 1 && page === 1) return null
  return (
    <Flex align="center" as="nav" aria-label="翻页" gap={3} justify="center" paddingTop={2}>
      <Button
        disabled={page <= 1}
        fontSize={1}
        mode="ghost"
        onClick={() => onPage(Math.min(page - 1, last))}
        padding={3}
        text="上一页"
      />
      <Text size={1}>{`第 ${page} 页，共 ${last} 页`}</Text>
      <Button
        disabled={page >= last}
        fontSize={1}
        mode="ghost"
        onClick={() => onPage(page + 1)}
        padding={3}
        text="下一页"
      />
    </Flex>
  )
}
