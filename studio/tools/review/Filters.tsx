/** @file Narrows a list to one kind and one county, each with how many there are. */
import { Flex, Select } from '@sanity/ui'
import { tally, type Narrowing } from './tasks.ts'

export interface FiltersProps {
  rows: readonly { subjectType: string; county: string | null }[]
  narrowing: Narrowing
  kindOf: (type: string) => string
  countyOf: (county: string | null) => string
  onNarrow: (narrowing: Narrowing) => void
}

const all = '*'

export function Filters({ rows, narrowing, kindOf, countyOf, onNarrow }: FiltersProps) {
  const types = tally(rows.map(({ subjectType }) => subjectType))
  const counties = tally(rows.map(({ county }) => county ?? ''))
  const pick = (value: string) => (value === all ? null : value)
  return (
    <Flex gap={2}>
      <Select
        aria-label="哪一类内容"
        fontSize={1}
        onChange={(event) => onNarrow({ ...narrowing, type: pick(event.currentTarget.value) })}
        padding={[4, 4, 3]}
        value={narrowing.type ?? all}
      >
        <option value={all}>所有种类</option>
        {types.map(([type, count]) => (
          <option key={type} value={type}>{`${kindOf(type)}（${count}）`}</option>
        ))}
      </Select>
      <Select
        aria-label="哪个县区"
        fontSize={1}
        onChange={(event) => onNarrow({ ...narrowing, county: pick(event.currentTarget.value) })}
        padding={[4, 4, 3]}
        value={narrowing.county ?? all}
      >
        <option value={all}>所有县区</option>
        {counties.map(([county, count]) => (
          <option key={county} value={county}>{`${countyOf(county)}（${count}）`}</option>
        ))}
      </Select>
    </Flex>
  )
}
