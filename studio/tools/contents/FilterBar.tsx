/** @file What the table is narrowed by. Typing waits a moment before it asks, and never waits for an answer. */
import { SearchIcon } from '@sanity/icons/Search'
import { Button, Select, TextInput } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { typeTitle } from '../../review/type-titles.ts'
import { everything, isNarrow, spans, states, statesUnreviewed, type Filter } from './filter.ts'
import { listedTypes } from './query.ts'

export interface FilterBarProps {
  filter: Filter
  counties: readonly { _id: string; title: string }[]
  isReviewed: boolean
  onFilter: (filter: Filter) => void
}

const typingMs = 300
const all = '*'

function Choice(props: {
  label: string
  value: string | null
  none: string
  choices: readonly { name: string; title: string }[]
  onChoose: (value: string | null) => void
}) {
  return (
    <div className="choice">
      <Select
        aria-label={props.label}
        fontSize={1}
        onChange={(event) =>
          props.onChoose(event.currentTarget.value === all ? null : event.currentTarget.value)
        }
        padding={3}
        value={props.value ?? all}
      >
        <option value={all}>{props.none}</option>
        {props.choices.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  )
}

function Words({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  const [known, setKnown] = useState(words)
  const box = useRef<HTMLInputElement>(null)
  // Back, and a saved filter, change the words from outside.
  if (known !== words) {
    setKnown(words)
    if (typed.trim() !== words) setTyped(words)
  }
  useEffect(() => {
    if (typed.trim() === words) return
    const timer = setTimeout(() => onWords(typed.trim()), typingMs)
    return () => clearTimeout(timer)
  }, [typed, words, onWords])
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.key !== '/' || target?.closest('input, textarea, select, [contenteditable="true"]')) return
      event.preventDefault()
      box.current?.focus()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  return (
    <div className="words">
      <TextInput
        aria-label="标题里的字词"
        fontSize={1}
        icon={SearchIcon}
        maxLength={60}
        onChange={(event) => setTyped(event.currentTarget.value)}
        padding={3}
        placeholder="标题里的字词，例如：借条"
        ref={box}
        value={typed}
      />
    </div>
  )
}

const types = listedTypes.map((name) => ({ name, title: typeTitle(name) }))

export function FilterBar({ filter, counties, isReviewed, onFilter }: FilterBarProps) {
  const latest = useRef(filter)
  useEffect(() => {
    latest.current = filter
  }, [filter])
  const set = (part: Partial<Filter>) => onFilter({ ...latest.current, ...part, page: 1 })
  const takeWords = useRef((words: string) => set({ words }))
  useEffect(() => {
    takeWords.current = (words) => set({ words })
  })
  const [onWords] = useState(() => (words: string) => takeWords.current(words))
  return (
    <div className="pufa-contents-bar" role="search">
      <Words onWords={onWords} words={filter.words} />
      <Choice
        choices={types}
        label="种类"
        none="所有种类"
        onChoose={(type) => set({ type })}
        value={filter.type}
      />
      <Choice
        choices={isReviewed ? states : statesUnreviewed}
        label="状态"
        none="所有状态"
        onChoose={(state) => set({ state: state as Filter['state'] })}
        value={filter.state}
      />
      <Choice
        choices={[{ name: '', title: '全市' }, ...counties.map(({ _id, title }) => ({ name: _id, title }))]}
        label="县区"
        none="所有县区"
        onChoose={(county) => set({ county })}
        value={filter.county}
      />
      <Choice
        choices={[{ name: 'mine', title: '我写的' }]}
        label="谁写的"
        none="所有人写的"
        onChoose={(mine) => set({ isMine: mine !== null })}
        value={filter.isMine ? 'mine' : null}
      />
      <Choice
        choices={spans}
        label="什么时候改过"
        none="不限时间"
        onChoose={(within) => set({ within: within as Filter['within'] })}
        value={filter.within}
      />
      {isNarrow(filter) && (
        <Button fontSize={1} mode="ghost" onClick={() => onFilter(everything)} padding={3} text="清除条件" />
      )}
    </div>
  )
}
