/** @file The contents that she opened last, above the table: as many as fit in a line, all on a press. */
import { Button, Text } from '@sanity/ui'
import { useState } from 'react'
import { IntentLink } from 'sanity/router'
import { useRecent } from '../../comfort/recent/use-recent.ts'

const shownFirst = 5

export function RecentBar() {
  const recent = useRecent(true)
  const [isAll, setAll] = useState(false)
  if (!recent || recent.length === 0) return null
  const shown = isAll ? recent : recent.slice(0, shownFirst)
  return (
    <nav aria-label="最近打开" className="pufa-contents-chips">
      <Text muted size={1}>
        最近打开
      </Text>
      {shown.map(({ id, type, title }) => (
        <IntentLink intent="edit" key={id} params={{ id, type }} title={title}>
          <span>{title}</span>
        </IntentLink>
      ))}
      {recent.length > shownFirst && (
        <Button
          fontSize={1}
          mode="bleed"
          onClick={() => setAll(!isAll)}
          padding={2}
          text={isAll ? '收起' : `全部 ${recent.length} 篇`}
        />
      )}
    </nav>
  )
}
