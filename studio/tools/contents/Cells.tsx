/** @file One row of the table: on a narrow window a card. */
import { Button, Checkbox, Text } from '@sanity/ui'
import { memo } from 'react'
import { IntentLink } from 'sanity/router'
import type { StateShown } from '../../comfort/state/state.ts'
import type { ContentRow } from './query.ts'

export interface RowShown {
  row: ContentRow
  title: string
  kind: string
  county: string
  changed: string
  state: StateShown
}

export interface RowProps extends RowShown {
  isPicked: boolean
  onPick: (subject: string, isPicked: boolean) => void
}

export const Row = memo(function Row(props: RowProps) {
  const { row, title, kind, county, changed, state, isPicked, onPick } = props
  return (
    <tr data-picked={isPicked || undefined} data-testid="content-row">
      <td className="pick">
        <label>
          <Checkbox
            aria-label={`选中：${title}`}
            checked={isPicked}
            onChange={(event) => onPick(row.subject, event.currentTarget.checked)}
          />
        </label>
      </td>
      <th scope="row">
        <IntentLink intent="edit" params={{ id: row.subject, type: row.type }}>
          {title}
        </IntentLink>
      </th>
      <td className="kind">{kind}</td>
      <td className="state">
        <span data-tone={state.tone}>{state.label}</span>
      </td>
      <td className="county">{county}</td>
      <td className="changed">{changed}</td>
      <td className="open">
        <Button
          aria-label={`打开：${title}`}
          as={IntentLink}
          fontSize={1}
          intent="edit"
          mode="ghost"
          padding={2}
          params={{ id: row.subject, type: row.type }}
          text="打开"
        />
      </td>
    </tr>
  )
})

export function NoRows({ isNarrow, isPast }: { isNarrow: boolean; isPast: boolean }) {
  if (isPast) return <Text size={1}>这一页已经没有内容了，请回到前一页。</Text>
  return (
    <Text size={1}>
      {isNarrow
        ? '没有符合条件的内容。少选一个条件，或者换一个字词再找。'
        : '还没有内容。按左上角的“新建”写第一篇。'}
    </Text>
  )
}
