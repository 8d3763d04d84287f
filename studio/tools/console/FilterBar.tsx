/** @file Which screens of the wall are wanted: by county, group, state and words. */
import { Box, Button, Flex, Select, TextInput } from '@sanity/ui'
import type { ChangeEvent } from 'react'
import { everything, isFiltered, type Filter } from './overview.ts'
import { Labelled } from './Pieces.tsx'
import type { CountyView, GroupView } from './shapes.ts'
import { screenMarks, screenStates } from './words.ts'

interface FilterBarProps {
  filter: Filter
  counties: readonly CountyView[]
  groups: readonly GroupView[]
  onChange(filter: Filter): void
}

type Picked = ChangeEvent<HTMLSelectElement | HTMLInputElement>

export function FilterBar({ filter, counties, groups, onChange }: FilterBarProps) {
  const take = (name: keyof Filter) => (event: Picked) =>
    onChange({ ...filter, [name]: event.currentTarget.value })
  return (
    <Flex align="flex-end" gap={3} wrap="wrap">
      <Labelled id="console-county" label="县区">
        <Select fontSize={1} id="console-county" onChange={take('county')} padding={2} value={filter.county}>
          <option value="">全部县区</option>
          {counties.map(({ id, title, screens }) => (
            <option key={id} value={id}>{`${title}（${screens}）`}</option>
          ))}
        </Select>
      </Labelled>
      <Labelled id="console-group" label="屏幕组">
        <Select fontSize={1} id="console-group" onChange={take('group')} padding={2} value={filter.group}>
          <option value="">全部</option>
          {groups.map(({ id, title, screens }) => (
            <option key={id} value={id}>{`${title}（${screens.length}）`}</option>
          ))}
        </Select>
      </Labelled>
      <Labelled id="console-state" label="状态">
        <Select fontSize={1} id="console-state" onChange={take('state')} padding={2} value={filter.state}>
          <option value="">全部</option>
          {screenStates.map((state) => (
            <option key={state} value={state}>
              {`${screenMarks[state].shape} ${screenMarks[state].word}`}
            </option>
          ))}
        </Select>
      </Labelled>
      <Box flex={1} style={{ minWidth: 160 }}>
        <Labelled id="console-words" label="名称或位置">
          <TextInput
            fontSize={1}
            id="console-words"
            onChange={take('words')}
            padding={2}
            placeholder="例如：广场"
            value={filter.words}
          />
        </Labelled>
      </Box>
      {isFiltered(filter) && (
        <Button fontSize={1} mode="ghost" onClick={() => onChange(everything)} padding={2} text="清除条件" />
      )}
    </Flex>
  )
}
