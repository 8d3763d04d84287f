/** @file The tool: lists at the left, the content that is read at the right; on a phone one after the other. */
import { Box, Card, Text } from '@sanity/ui'
import { useCallback, useMemo, useState } from 'react'
import { useSchema } from 'sanity'
import { useRouter, useRouterState } from 'sanity/router'
import type { Press } from './Decide.tsx'
import { Drafts } from './Drafts.tsx'
import { useKeys } from './keys.ts'
import { ListTabs } from './ListTabs.tsx'
import { Pane } from './Pane.tsx'
import { placeOf, stateOf, type Place } from './place.ts'
import type { Row, Rows } from './rows.ts'
import { SheetPage } from './SheetPage.tsx'
import { style } from './style.ts'
import {
  after,
  countsOf,
  lists,
  narrowed,
  rowsOf,
  type Narrowing,
  type TrailList as ListName,
} from './tasks.ts'
import { TrailList } from './TrailList.tsx'
import { useReviewing, type Reviewing } from './use-review.ts'
import { countyWords } from './words.ts'

const everything: Narrowing = { type: null, county: null }

/** Rows that were just dealt with go at once; the lake's own word follows. */
function useHandled(rows: readonly Row[]) {
  const [handled, setHandled] = useState<ReadonlyMap<string, string>>(new Map())
  const left = useMemo(
    () => rows.filter(({ subject, _rev }) => handled.get(subject) !== _rev),
    [rows, handled],
  )
  const handle = (row: Row) => setHandled(new Map([...handled, [row.subject, row._rev]]))
  return { left, handle }
}

function usePlace(): [Place, (place: Place) => void] {
  const router = useRouter()
  const state = useRouterState()
  const place = useMemo(() => placeOf(state), [state])
  return [place, useCallback((next: Place) => router.navigate(stateOf(next)), [router])]
}

interface WorkProps extends Reviewing {
  known: Rows
  place: Place
  go: (place: Place) => void
}

function Work({ known, desk, place, go }: WorkProps) {
  const schema = useSchema()
  const { left, handle } = useHandled(known.rows)
  const [narrowing, setNarrowing] = useState(everything)
  const kindOf = (type: string) => schema.get(type)?.title ?? type
  const countyOf = (county: string | null) => countyWords(county, known.counties)
  const counts = useMemo(() => countsOf(left, known.openCount, desk), [left, known.openCount, desk])
  const { list, subject } = place
  const listName: ListName = list === 'drafts' ? 'mine' : list
  const rows = useMemo(() => rowsOf(left, listName, desk), [left, listName, desk])
  const shown = useMemo(() => narrowed(rows, narrowing), [rows, narrowing])
  const read = (next: string | null) => go({ list, subject: next, isSheet: false })

  const onDone = (press: Press, row: Row) => {
    if (press.kind === 'comment') return
    const next = after(shown, row.subject)
    handle(row)
    read(next?.subject ?? null)
  }
  useKeys(list !== 'drafts', (deed) => {
    if (deed === 'into' && subject !== null) {
      document.querySelector<HTMLButtonElement>('[data-press="approve"]')?.focus()
      return
    }
    const index = shown.findIndex((row) => row.subject === subject)
    const next = deed === 'previous' ? shown[Math.max(0, index - 1)] : shown[index + 1]
    if (next) read(next.subject)
  })

  return (
    <div className="pufa-review" data-reading={(list !== 'drafts' && subject !== null) || undefined}>
      <ListTabs
        counts={counts}
        list={list}
        onList={(name) => {
          setNarrowing(everything)
          go({ list: name, subject: null, isSheet: false })
        }}
      />
      {list === 'drafts' ? (
        <Drafts countyOf={countyOf} kindOf={kindOf} me={desk.actor.id} rows={known.rows} />
      ) : (
        <div className="pufa-review-body" id="review-list">
          <TrailList
            countyOf={countyOf}
            desk={desk}
            key={list}
            kindOf={kindOf}
            narrowing={narrowing}
            none={lists.find(({ name }) => name === list)?.none ?? ''}
            onNarrow={setNarrowing}
            onOpen={read}
            open={subject}
            rows={rows}
            shown={shown}
          />
          {subject === null ? (
            <Empty />
          ) : (
            <Pane
              countyOf={countyOf}
              desk={desk}
              key={subject}
              kindOf={kindOf}
              onDone={onDone}
              onLeave={() => read(null)}
              onSheet={() => go({ ...place, isSheet: true })}
              row={left.find((row) => row.subject === subject) ?? null}
              subject={subject}
            />
          )}
        </div>
      )}
      {place.isSheet && subject !== null && (
        <SheetPage
          countyOf={countyOf}
          kindOf={kindOf}
          onLeave={() => go({ ...place, isSheet: false })}
          subject={subject}
        />
      )}
    </div>
  )
}

function Empty() {
  return (
    <div className="pufa-review-pane">
      <Box padding={6}>
        <Text align="center" muted>
          从左边选一份来看。也可以按 J、K 或上下箭头一份一份地看。
        </Text>
      </Box>
    </div>
  )
}

export default function Main() {
  const reviewing = useReviewing()
  const [place, go] = usePlace()
  const { known, failed } = reviewing
  return (
    <>
      <style>{style}</style>
      {failed && (
        <Card margin={4} padding={4} radius={2} role="alert" tone="critical">
          <Text>没有读到审核清单，请检查网络后刷新页面。</Text>
        </Card>
      )}
      {!known && !failed && (
        <Box padding={5}>
          <Text muted>正在取出审核清单…</Text>
        </Box>
      )}
      {known && <Work {...reviewing} go={go} known={known} place={place} />}
    </>
  )
}
