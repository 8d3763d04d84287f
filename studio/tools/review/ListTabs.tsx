/** @file The lists with their counts: a row of tabs at a desk, one choice on a phone. */
import { Card, Select, Tab, TabList } from '@sanity/ui'
import { lists, type Counts, type ListName } from './tasks.ts'

export interface ListTabsProps {
  list: ListName
  counts: Counts
  onList: (list: ListName) => void
}

export function ListTabs({ list, counts, onList }: ListTabsProps) {
  const titled = lists.map(({ name, title }) => ({
    name,
    words: name === 'drafts' ? title : `${title} ${counts[name]}`,
  }))
  return (
    <Card borderBottom className="pufa-review-head" padding={2}>
      <div className="wide">
        <TabList gap={1}>
          {titled.map(({ name, words }) => (
            <Tab
              aria-controls="review-list"
              id={`review-tab-${name}`}
              key={name}
              label={words}
              onClick={() => onList(name)}
              padding={3}
              selected={name === list}
            />
          ))}
        </TabList>
      </div>
      <div className="narrow">
        <Select
          aria-label="看哪一个清单"
          fontSize={2}
          onChange={(event) =>
            onList(lists.find(({ name }) => name === event.currentTarget.value)?.name ?? list)
          }
          padding={4}
          value={list}
        >
          {titled.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </Select>
      </div>
    </Card>
  )
}
