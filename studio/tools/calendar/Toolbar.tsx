/** @file The row above the calendar: what is looked at, which days, and what can be begun. */
import { Button, Flex, Select, Text } from '@sanity/ui'
import type { Span } from './model/days.ts'
import type { Library } from './model/library.ts'
import { scopeChoices, scopeOf, scopeText, type Scope } from './model/scope.ts'

export type Page = 'grid' | 'list' | 'minute'

const pages: readonly { page: Page; words: string }[] = [
  { page: 'grid', words: '日历' },
  { page: 'list', words: '列表' },
  { page: 'minute', words: '那块屏，那一分钟' },
]
const spans: readonly { span: Span; words: string }[] = [
  { span: 'day', words: '日' },
  { span: 'week', words: '周' },
  { span: 'month', words: '月' },
]

interface ToolbarProps {
  library: Library
  scope: Scope
  page: Page
  span: Span
  days: string
  mayMake: boolean
  onScope: (scope: Scope) => void
  onPage: (page: Page) => void
  onSpan: (span: Span) => void
  /** -1, 0 for today, 1. */
  onStep: (by: -1 | 0 | 1) => void
  onNew: () => void
  onCopy: () => void
  onCampaign: () => void
}

function Scopes({ library, scope, onScope }: Pick<ToolbarProps, 'library' | 'scope' | 'onScope'>) {
  return (
    <Select
      aria-label="看哪些屏幕"
      fontSize={1}
      onChange={(event) => onScope(scopeOf(event.currentTarget.value))}
      value={scopeText(scope)}
    >
      <option value="all">全部屏幕</option>
      {scopeChoices(library).map(({ title, choices }) => (
        <optgroup key={title} label={title}>
          {choices.map(({ value, title: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

function Days({ span, days, onSpan, onStep }: Pick<ToolbarProps, 'span' | 'days' | 'onSpan' | 'onStep'>) {
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Button aria-label="往前" fontSize={1} mode="ghost" onClick={() => onStep(-1)} padding={3} text="‹" />
      <Button fontSize={1} mode="ghost" onClick={() => onStep(0)} padding={3} text="今天" />
      <Button aria-label="往后" fontSize={1} mode="ghost" onClick={() => onStep(1)} padding={3} text="›" />
      <Flex gap={1} role="group" aria-label="看多长">
        {spans.map(({ span: each, words }) => (
          <Button
            aria-pressed={each === span}
            fontSize={1}
            key={each}
            mode={each === span ? 'default' : 'ghost'}
            onClick={() => onSpan(each)}
            padding={3}
            text={words}
          />
        ))}
      </Flex>
      <Text as="h1" size={2} weight="semibold">
        {days}
      </Text>
    </Flex>
  )
}

export function Toolbar(props: ToolbarProps) {
  const { page, mayMake, onPage, onNew, onCopy, onCampaign } = props
  return (
    <Flex direction="column" gap={3}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Flex gap={1} role="group" aria-label="怎么看">
          {pages.map(({ page: each, words }) => (
            <Button
              aria-pressed={each === page}
              fontSize={1}
              key={each}
              mode={each === page ? 'default' : 'bleed'}
              onClick={() => onPage(each)}
              padding={3}
              text={words}
            />
          ))}
        </Flex>
        {mayMake && (
          <Flex gap={2} wrap="wrap">
            <Button fontSize={1} onClick={onNew} padding={3} text="新建排期" tone="primary" />
            <Button fontSize={1} mode="ghost" onClick={onCopy} padding={3} text="复制一周" />
            <Button fontSize={1} mode="ghost" onClick={onCampaign} padding={3} text="从模板建专项宣传" />
          </Flex>
        )}
      </Flex>
      {page !== 'minute' && (
        <Flex align="center" gap={4} justify="space-between" wrap="wrap">
          <Days {...props} />
          <Flex style={{ minWidth: 240 }}>
            <Scopes {...props} />
          </Flex>
        </Flex>
      )}
    </Flex>
  )
}
