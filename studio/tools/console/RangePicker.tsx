/** @file On which screens: all of them, counties, groups, or one by one. */
import { Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { readCounties, readGroups, readScreens } from './asking.ts'
import { rangeTitles, type Range } from './orders.ts'
import { Empty } from './Pieces.tsx'
import { usePolled } from './polled.ts'
import { useSession } from './session.ts'

interface RangePickerProps {
  range: Range
  onChange(range: Range): void
}

interface Choice {
  id: string
  title: string
  note: string
}

const waysAll: readonly Range['by'][] = ['all', 'county', 'group', 'screen']
/** Who has one county chooses among its own screens. */
const waysOfCounty: readonly Range['by'][] = ['county', 'screen']

function useChoices(by: Range['by']): readonly Choice[] | null {
  const counties = usePolled(by === 'county' ? 'map' : null, null, readCounties)
  const groups = usePolled(by === 'group' ? 'groups' : null, null, readGroups)
  const screens = usePolled(by === 'screen' ? 'screens' : null, null, readScreens)
  if (by === 'all') return []
  if (by === 'county')
    return (
      counties.value?.counties
        .filter(({ screens: count }) => count > 0)
        .map(({ id, title, screens: count }) => ({ id, title, note: `${count} 块` })) ?? null
    )
  if (by === 'group')
    return (
      groups.value?.groups.map(({ id, title, screens: ids }) => ({ id, title, note: `${ids.length} 块` })) ??
      null
    )
  return (
    screens.value?.screens.map(({ screen, title, county, online }) => ({
      id: screen,
      title,
      note: `${county.title}，${online ? '在线' : '不在线'}`,
    })) ?? null
  )
}

export function RangePicker({ range, onChange }: RangePickerProps) {
  const { county } = useSession()
  const [words, setWords] = useState('')
  const choices = useChoices(range.by)
  const ways = county === null ? waysAll : waysOfCounty
  const shown = choices?.filter(({ title, note }) => `${title}${note}`.includes(words.trim())) ?? []
  const toggle = (id: string) =>
    onChange({
      ...range,
      ids: range.ids.includes(id) ? range.ids.filter((each) => each !== id) : [...range.ids, id],
    })

  return (
    <Stack aria-label="在哪些屏幕上" gap={4} role="group">
      <Text size={1} weight="medium">
        在哪些屏幕上
      </Text>
      <Flex gap={4} wrap="wrap">
        {ways.map((by) => (
          <label className="console-pick" key={by}>
            <input
              checked={range.by === by}
              name="console-range"
              onChange={() => onChange({ by, ids: [] })}
              type="radio"
            />
            {rangeTitles[by]}
          </label>
        ))}
      </Flex>
      {range.by === 'screen' && (
        <TextInput
          aria-label="按名称找屏幕"
          fontSize={1}
          onChange={(event: ChangeEvent<HTMLInputElement>) => setWords(event.currentTarget.value)}
          padding={2}
          placeholder="按名称找，例如：广场"
          value={words}
        />
      )}
      {range.by !== 'all' && (
        <div className="console-picks">
          {shown.map(({ id, title, note }) => (
            <label className="console-pick" key={id}>
              <input checked={range.ids.includes(id)} onChange={() => toggle(id)} type="checkbox" />
              <span>{`${title}（${note}）`}</span>
            </label>
          ))}
        </div>
      )}
      {choices !== null && range.by !== 'all' && shown.length === 0 && <Empty>没有可以选的。</Empty>}
    </Stack>
  )
}
