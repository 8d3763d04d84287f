/** @file 保存的筛选: chips of those with a name; the one that is looked at can be renamed and deleted. */
import { Button, Dialog, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useState } from 'react'
import { useKept } from '../../comfort/person/use-kept.ts'
import { filterOf, isNarrow, type Filter } from './filter.ts'
import { added, nameFault, nameMax, readSaved, renamed, savedAs, without } from './saved.ts'

export interface SavedBarProps {
  filter: Filter
  onFilter: (filter: Filter) => void
}

interface Naming {
  /** Null: a name for what is looked at. */
  from: string | null
}

function NameDialog(props: {
  from: string | null
  faultOf: (name: string) => string | null
  onName: (name: string) => void
  onClose: () => void
}) {
  const [name, setName] = useState(props.from ?? '')
  const [isTried, setTried] = useState(false)
  const fault = props.faultOf(name)
  return (
    <Dialog
      header={props.from === null ? '把这些条件存下来' : '改名'}
      id="contents-name"
      onClose={props.onClose}
      width={0}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (fault === null) props.onName(name)
        }}
      >
        <Stack gap={4} padding={4}>
          <Text as="label" htmlFor="contents-name-box" size={1}>
            起一个名字，以后按一下就能找到同样的内容。
          </Text>
          <TextInput
            autoFocus
            id="contents-name-box"
            maxLength={nameMax}
            onChange={(event) => setName(event.currentTarget.value)}
            placeholder="例如：我县退回的标语"
            value={name}
          />
          {isTried && fault !== null && (
            <Text role="alert" size={1} style={{ color: '#b3261e' }}>
              {fault}
            </Text>
          )}
          <Flex gap={2} justify="flex-end">
            <Button mode="ghost" onClick={props.onClose} padding={3} text="取消" />
            <Button padding={3} text="存下来" tone="primary" type="submit" />
          </Flex>
        </Stack>
      </form>
    </Dialog>
  )
}

export function SavedBar({ filter, onFilter }: SavedBarProps) {
  const [kept, keep] = useKept('contents-saved', readSaved)
  const [naming, setNaming] = useState<Naming | null>(null)
  const saved = kept ?? []
  const current = savedAs(saved, filter)
  if (saved.length === 0 && !isNarrow(filter)) return null
  return (
    <>
      <Flex align="center" gap={2} wrap="wrap">
        {saved.length > 0 && (
          <Text muted size={1}>
            存下的筛选
          </Text>
        )}
        {saved.map((each) => (
          <Button
            aria-pressed={each.name === current?.name}
            fontSize={1}
            key={each.name}
            mode={each.name === current?.name ? 'default' : 'ghost'}
            onClick={() => onFilter(filterOf(each.filter))}
            padding={2}
            radius={6}
            text={each.name}
            tone={each.name === current?.name ? 'primary' : 'default'}
          />
        ))}
        {current && (
          <>
            <Button
              fontSize={1}
              mode="bleed"
              onClick={() => setNaming({ from: current.name })}
              padding={2}
              text="改名"
            />
            <Button
              fontSize={1}
              mode="bleed"
              onClick={() => keep(without(saved, current.name))}
              padding={2}
              text="不存了"
            />
          </>
        )}
        {!current && isNarrow(filter) && (
          <Button
            fontSize={1}
            mode="bleed"
            onClick={() => setNaming({ from: null })}
            padding={2}
            text="把这些条件存下来"
          />
        )}
      </Flex>
      {naming && (
        <NameDialog
          faultOf={(name) => nameFault(saved, name, naming.from)}
          from={naming.from}
          onClose={() => setNaming(null)}
          onName={(name) => {
            keep(naming.from === null ? added(saved, name, filter) : renamed(saved, naming.from, name))
            setNaming(null)
          }}
        />
      )}
    </>
  )
}
