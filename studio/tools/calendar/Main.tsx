/** @file 排期日历 put together: what is looked at, what is drawn, and what a person begins. */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { useCallback, useMemo, useState } from 'react'
import { useRouter } from 'sanity/router'
import { browserClock } from '../../clock.ts'
import { bureauZone } from '../../schema/standing.ts'
import { resolve } from '../../../contracts/schedule/explained.ts'
import { dayParts, dayText } from '../../../contracts/schedule/zone.ts'
import { isOnce, shifted, type Shift } from './change/shift.ts'
import { changeDraft, createDrafts, RefusedError } from './change/write.ts'
import { boxes as boxesOf, type Box } from './model/boxes.ts'
import { conflicts as conflictsOf } from './model/conflicts.ts'
import { daysWords, mondayOf, shownDays, stepDay, type Span } from './model/days.ts'
import { tableWarning } from './model/heads.ts'
import { isWhole, libraryOf, type Library } from './model/library.ts'
import { inScope, type Scope } from './model/scope.ts'
import { scheduleFor, timetableOf } from './model/timetable.ts'
import { inWords } from './model/words.ts'
import { Toolbar, type Page } from './Toolbar.tsx'
import { today, usePlace } from './use-place.ts'
import { useLibrary } from './use-library.ts'
import { useRights } from './use-rights.ts'
import { useWriting } from './use-writing.tsx'
import { CampaignDialog } from './view/CampaignDialog.tsx'
import { Conflicts } from './view/Conflicts.tsx'
import { CopyWeekDialog } from './view/CopyWeekDialog.tsx'
import { Details } from './view/Details.tsx'
import { EventDialog } from './view/EventDialog.tsx'
import { Grid, type Drawn } from './view/Grid.tsx'
import { List } from './view/List.tsx'
import { calendarStyle } from './view/look.ts'
import { Legend, Trouble } from './view/Notes.tsx'
import { MoveDialog, type AskedMove } from './view/MoveDialog.tsx'
import { Simulator } from './view/Simulator.tsx'
import { TimeDialog } from './view/TimeDialog.tsx'
import { startOf, wallText } from './view/wall.ts'

type Open =
  | { window: 'none' }
  | { window: 'event'; drawn: Drawn }
  | { window: 'move'; asked: AskedMove }
  | { window: 'time'; box: Box }
  | { window: 'copy' }
  | { window: 'campaign' }

const closed: Open = { window: 'none' }
const spanWords: Record<Span, string> = { day: '这一天', week: '这一周', month: '这几周' }
const nowText = () => wallText(bureauZone, browserClock.now())

/** What the dialog begins with. */
function beginning({ firstDay, lastDay, times }: Drawn) {
  const once = firstDay === lastDay
  return {
    day: dayText(firstDay),
    lastDay: once ? '' : dayText(lastDay),
    repeat: once ? 'once' : 'daily',
    start: times?.start ?? '08:00',
    end: times?.end ?? '10:00',
  } as const
}

function useModel(library: Library, scope: Scope, day: number, span: Span) {
  return useMemo(() => {
    const { first, end } = shownDays(span, day)
    const timetable = timetableOf(library, dayText(first))
    const bounds = { from: startOf(bureauZone, first), until: startOf(bureauZone, end) }
    const boxes = boxesOf(timetable, scope, bounds)
    return {
      timetable,
      boxes,
      conflicts: conflictsOf(boxes, timetable.schedule.events),
      warning: tableWarning(timetable.schedule.calendar, first, end - 1),
    }
  }, [library, scope, day, span])
}

function Calendar({ library, reload }: { library: Library; reload: () => void }) {
  const [page, setPage] = useState<Page>('grid')
  const [{ scope, span, day }, go] = usePlace()
  const [open, setOpen] = useState<Open>(closed)
  const [chosen, setChosen] = useState<string | null>(null)
  const router = useRouter()
  const rights = useRights(library)
  const { busy, write } = useWriting(reload)
  const { timetable, boxes, conflicts, warning } = useModel(library, scope, day, span)

  const documents = useMemo(
    () => new Map(library.events.map((each) => [each.document._id, each.document])),
    [library],
  )
  const titleOf = (id: string) => library.titles.get(id) ?? '（没有名称）'
  const eventsOf = (ids: readonly string[]) => timetable.schedule.events.filter(({ id }) => ids.includes(id))
  const box = boxes.find(({ key }) => key === chosen)
  const edit = (id: string, type = 'scheduleEvent') => router.navigateIntent('edit', { id, type })
  const mayMove = useCallback(({ event, times }: Box) => times === 1 && rights.mayChange(event.id), [rights])
  const close = () => setOpen(closed)

  const change = async ({ document, changes, back }: AskedMove) => {
    close()
    const done = await write(`已改时间：${document.title}`, (client) =>
      changeDraft(client, document._id, changes),
    )
    if (!done) back()
  }
  const move = (moved: Box, shift: Shift, back: () => void) => {
    const document = documents.get(moved.event.id)
    if (!document) return back()
    const result = shifted(document, moved.daypart, shift)
    if (!result.ok) {
      back()
      return void write('', () => Promise.reject(new RefusedError(result.reason)))
    }
    const asked: AskedMove = { document, changes: result.changes, back }
    if (isOnce(document)) void change(asked)
    else setOpen({ window: 'move', asked })
  }
  const make = async (what: string, made: Parameters<typeof createDrafts>[1]) => {
    if (await write(what, (client) => createDrafts(client, made))) close()
  }
  const whyAt =
    ({ event, zone }: Box) =>
    (instant: number) => {
      const aimed = timetable.planned.find((each) => each.event.id === event.id)
      const screen = timetable.screens.find(
        (each) => inScope(scope, each) && (each.zone ?? bureauZone) === zone && aimed?.fits(each),
      )
      return screen ? inWords(resolve(scheduleFor(timetable, screen), screen, instant).why) : ''
    }

  return (
    <Stack gap={4} padding={4}>
      <style>{calendarStyle}</style>
      <Toolbar
        days={daysWords(span, day)}
        library={library}
        mayMake={rights.mayMake}
        onCampaign={() => setOpen({ window: 'campaign' })}
        onCopy={() => setOpen({ window: 'copy' })}
        onNew={() => setOpen({ window: 'event', drawn: { firstDay: day, lastDay: day, times: null } })}
        onPage={setPage}
        onScope={(next) => go(() => ({ scope: next }))}
        onSpan={(next) => go(() => ({ span: next }))}
        onStep={(by) => go((from) => ({ day: by === 0 ? today() : stepDay(from.span, from.day, by) }))}
        page={page}
        scope={scope}
        span={span}
      />
      {warning && page !== 'minute' && <Trouble tone="caution" words={warning} />}
      {page === 'minute' ? (
        <Simulator
          library={library}
          now={nowText()}
          screen={scope.kind === 'screen' ? scope.id : ''}
          zoneOf={(id) => timetable.screens.find((each) => each.id === id)?.zone ?? bureauZone}
        />
      ) : (
        <Flex align="flex-start" gap={4} wrap="wrap">
          <Stack gap={3} style={{ flex: '1 1 640px', minWidth: 0 }}>
            {page === 'grid' ? (
              <Grid
                boxes={boxes}
                calendar={timetable.schedule.calendar}
                day={day}
                mayMake={rights.mayMake}
                mayMove={mayMove}
                now={nowText}
                onDraw={(drawn) => setOpen({ window: 'event', drawn })}
                onMove={move}
                onOpen={({ key }) => setChosen(key)}
                span={span}
                titleOf={titleOf}
              />
            ) : (
              <List
                boxes={boxes}
                eventsOf={eventsOf}
                mayMove={mayMove}
                onOpen={({ key }) => setChosen(key)}
                onTime={(each) => setOpen({ window: 'time', box: each })}
                titleOf={titleOf}
              />
            )}
            <Legend
              mayMake={rights.mayMake}
              unfinished={library.events.filter(({ document }) => !isWhole(document))}
            />
          </Stack>
          <Stack gap={4} style={{ flex: '0 1 340px', minWidth: 280 }}>
            {box && (
              <Details
                box={box}
                eventsOf={eventsOf}
                mayMove={mayMove(box)}
                onClose={() => setChosen(null)}
                onOpen={() => edit(box.event.id)}
                onTime={() => setOpen({ window: 'time', box })}
                playlist={titleOf(box.event.playlist)}
                whyAt={whyAt(box)}
              />
            )}
            <Conflicts conflicts={conflicts} onOpen={(id) => edit(id)} span={spanWords[span]} />
          </Stack>
        </Flex>
      )}
      {open.window === 'event' && (
        <EventDialog
          busy={busy}
          county={rights.county}
          drawn={beginning(open.drawn)}
          library={library}
          onClose={close}
          onMake={(event) => void make(`已建排期：${event.title}`, [event])}
          scope={scope}
        />
      )}
      {open.window === 'move' && (
        <MoveDialog
          asked={open.asked}
          busy={busy}
          onClose={() => {
            open.asked.back()
            close()
          }}
          onMove={() => void change(open.asked)}
        />
      )}
      {open.window === 'time' && (
        <TimeDialog
          box={open.box}
          busy={busy}
          onClose={close}
          onMove={(shift) => {
            close()
            move(open.box, shift, () => undefined)
          }}
        />
      )}
      {open.window === 'copy' && (
        <CopyWeekDialog
          busy={busy}
          library={library}
          monday={mondayOf(day)}
          onClose={close}
          onCopy={(events) => void make(`已复制 ${events.length} 条排期`, events)}
        />
      )}
      {open.window === 'campaign' && (
        <CampaignDialog
          busy={busy}
          library={library}
          onClose={close}
          onMake={(title, made) => void make(`已建专项宣传：${title}`, made)}
          year={dayParts(today()).year}
        />
      )}
    </Stack>
  )
}

export default function Main() {
  const { answer, trouble, reload } = useLibrary()
  const library = useMemo(() => (answer ? libraryOf(answer, 'drafts') : null), [answer])
  return (
    <Card height="fill" overflow="auto">
      {trouble && <Trouble again={reload} tone="critical" words={trouble} />}
      {library ? (
        <Calendar library={library} reload={reload} />
      ) : (
        !trouble && (
          <Card padding={5} role="status">
            <Text muted>正在读取排期…</Text>
          </Card>
        )
      )}
    </Card>
  )
}
