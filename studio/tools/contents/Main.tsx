/** @file The tool's page: what was opened last, what the table is narrowed to, the table, what to do with many. */
import { Button, Card, Checkbox, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useClient } from 'sanity'
import { useRouter, useRouterState } from 'sanity/router'
import { entryState } from '../../comfort/state/entries.ts'
import { studioSettings } from '../../lake/settings.ts'
import { instantWords } from '../../instant-words.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import { typeTitle } from '../../review/type-titles.ts'
import { useNow } from '../../review/use-now.ts'
import { useReviewer } from '../../review/use-reviewer.ts'
import { countyWords } from '../review/words.ts'
import { useReviewing } from '../review/use-review.ts'
import { Bulk, type Choices } from './Bulk.tsx'
import { NoRows, Row, type RowShown } from './Cells.tsx'
import { sinceWords } from './days.ts'
import type { Desk } from './deeds.ts'
import { FilterBar } from './FilterBar.tsx'
import { filterOf, filterText, isNarrow, type Filter } from './filter.ts'
import { look } from './look.ts'
import { Pager } from './Pager.tsx'
import { PrintPage } from './PrintPage.tsx'
import { RecentBar } from './RecentBar.tsx'
import { SavedBar } from './SavedBar.tsx'
import { useContents } from './use-contents.ts'

const { isReviewed } = studioSettings()
const minuteMs = 60_000
const untitled = '（没有标题）'
const nothing: Choices = { counties: [], topics: [] }

function useFilter(): readonly [Filter, (filter: Filter) => void] {
  const router = useRouter()
  const state = useRouterState()
  const text = state['filter']
  const filter = useMemo(() => filterOf(text), [text])
  const go = useCallback(
    (next: Filter) => {
      const spelt = filterText(next)
      router.navigate(spelt === '' ? {} : { filter: spelt })
    },
    [router],
  )
  return [filter, go]
}

/** Counties and topics by name, asked for once. */
function useChoices(): Choices {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [choices, setChoices] = useState(nothing)
  useEffect(() => {
    let left = false
    const query = `{
      "counties": *[_type == "county"] | order(order asc) { _id, title },
      "topics": *[_type == "topic"] | order(homeOrder asc) { _id, title }
    }`
    client.fetch<Choices>(query, {}, { perspective: 'published', tag: 'contents.choices' }).then(
      (found) => !left && setChoices(found),
      // The table says that the lake does not answer.
      () => !left && setChoices(nothing),
    )
    return () => {
      left = true
    }
  }, [client])
  return choices
}

function useDesk(): Desk | null {
  const actor = useReviewer()
  const { desk } = useReviewing()
  return useMemo(
    () => actor && { actor, policy: desk.policy, at: desk.at, isReviewed },
    [actor, desk.policy, desk.at],
  )
}

function useShown(filter: Filter, desk: Desk | null, { counties }: Choices) {
  const contents = useContents(filter, isReviewed)
  const at = useNow(minuteMs)
  const { page } = contents
  const shown = useMemo(
    (): RowShown[] =>
      page && desk
        ? page.rows.map((row) => ({
            row,
            title: row.title ?? untitled,
            kind: typeTitle(row.type),
            county: countyWords(row.county, counties),
            changed: sinceWords(row.changedAt, at),
            state: entryState(row, desk, isReviewed),
          }))
        : [],
    [page, desk, counties, at],
  )
  return { ...contents, shown, at }
}

interface TableProps {
  shown: readonly RowShown[]
  picked: ReadonlySet<string>
  isBusy: boolean
  onPick: (subject: string, isPicked: boolean) => void
  onAll: (isPicked: boolean) => void
}

function Table({ shown, picked, isBusy, onPick, onAll }: TableProps) {
  const isAll = shown.length > 0 && shown.every(({ row }) => picked.has(row.subject))
  return (
    <table aria-busy={isBusy} data-busy={isBusy || undefined}>
      <thead>
        <tr>
          <th className="pick" scope="col">
            <label>
              <Checkbox
                aria-label="选中这一页的全部内容"
                checked={isAll}
                onChange={(event) => onAll(event.currentTarget.checked)}
              />
            </label>
          </th>
          {['标题', '种类', '状态', '县区', '最近改动'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th className="open" scope="col">
            操作
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((each) => (
          <Row {...each} isPicked={picked.has(each.row.subject)} key={each.row.subject} onPick={onPick} />
        ))}
      </tbody>
    </table>
  )
}

export default function Main() {
  const [filter, go] = useFilter()
  const desk = useDesk()
  const choices = useChoices()
  const { shown, page, isBusy, failed, again, at } = useShown(filter, desk, choices)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [isPrinting, setPrinting] = useState(false)
  const text = filterText(filter)
  useEffect(() => setPicked(new Set()), [text])
  const pick = useCallback(
    (subject: string, isPicked: boolean) =>
      setPicked((before) => {
        const next = new Set(before)
        if (isPicked) next.add(subject)
        else next.delete(subject)
        return next
      }),
    [],
  )
  const chosen = shown.filter(({ row }) => picked.has(row.subject))
  const chosenRows = chosen.map(({ row, title }) => ({ ...row, title }))
  return (
    <Card className="pufa-contents">
      <style>{look}</style>
      <main className="pufa-contents-inner">
        <Stack gap={4}>
          <Flex align="center" gap={3} justify="space-between" wrap="wrap">
            <Heading as="h1" size={2}>
              全部内容
            </Heading>
            <Text aria-live="polite" muted size={1}>
              {page ? `${isNarrow(filter) ? '符合条件的' : '共'} ${page.count} 份` : '正在数…'}
            </Text>
          </Flex>
          <RecentBar />
          <FilterBar counties={choices.counties} filter={filter} isReviewed={isReviewed} onFilter={go} />
          <SavedBar filter={filter} onFilter={go} />
          {failed && (
            <Card padding={4} radius={2} role="alert" tone="critical">
              <Flex align="center" gap={3} wrap="wrap">
                <Text size={1}>没有读到内容。请看一下网络是否正常，再试一次。</Text>
                <Button fontSize={1} onClick={again} padding={3} text="再试一次" />
              </Flex>
            </Card>
          )}
          {page === null && !failed && <Text muted>正在取出内容…</Text>}
          {page && shown.length > 0 && (
            <Table
              isBusy={isBusy}
              onAll={(isAll) => setPicked(new Set(isAll ? shown.map(({ row }) => row.subject) : []))}
              onPick={pick}
              picked={picked}
              shown={shown}
            />
          )}
          {page && shown.length === 0 && !isBusy && (
            <Card border padding={5} radius={2}>
              <NoRows isNarrow={isNarrow(filter)} isPast={page.count > 0} />
            </Card>
          )}
          {page && (
            <Pager count={page.count} onPage={(next) => go({ ...filter, page: next })} page={filter.page} />
          )}
        </Stack>
        {desk && (
          <Bulk
            choices={choices}
            desk={desk}
            onLeave={() => setPicked(new Set())}
            onPrint={() => setPrinting(true)}
            picked={chosenRows}
          />
        )}
      </main>
      {isPrinting && (
        <PrintPage
          at={instantWords(new Date(at).toISOString())}
          onLeave={() => setPrinting(false)}
          rows={chosen}
        />
      )}
    </Card>
  )
}
