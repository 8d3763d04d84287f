/** @file The calendar itself: boxes drawn by FullCalendar, and what a mouse does with them. */
import type { DateSelectArg, EventClickArg, EventDropArg, EventInput } from '@fullcalendar/core'
import chinese from '@fullcalendar/core/locales/zh-cn'
import dayGrid from '@fullcalendar/daygrid'
import interaction, { type EventResizeDoneArg } from '@fullcalendar/interaction'
import FullCalendar from '@fullcalendar/react'
import timeGrid from '@fullcalendar/timegrid'
import { useEffect, useMemo, useRef } from 'react'
import type { Calendar } from '../../../../contracts/schedule/index.ts'
import type { DayNumber } from '../../../../contracts/schedule/zone.ts'
import { dayText } from '../../../../contracts/schedule/zone.ts'
import type { Shift } from '../change/shift.ts'
import { isLost, type Box } from '../model/boxes.ts'
import type { Span } from '../model/days.ts'
import { headOf } from '../model/heads.ts'
import { BoxContent, boxSentence } from './BoxContent.tsx'
import { DayHead } from './DayHead.tsx'
import { kindOf } from './look.ts'
import { markedDay, markedTime, wallText } from './wall.ts'

const views: Record<Span, string> = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' }

/** What somebody drew on empty time. */
export interface Drawn {
  firstDay: DayNumber
  lastDay: DayNumber
  /** `null`: whole days. */
  times: { start: string; end: string } | null
}

export interface GridProps {
  boxes: readonly Box[]
  calendar: Calendar
  day: DayNumber
  span: Span
  /** The wall clock at the screens, as text. */
  now: () => string
  mayMake: boolean
  mayMove: (box: Box) => boolean
  titleOf: (id: string) => string
  onDraw: (drawn: Drawn) => void
  onOpen: (box: Box) => void
  /** @param back puts the box where it was */
  onMove: (box: Box, shift: Shift, back: () => void) => void
}

interface Duration {
  days: number
  milliseconds: number
}

const minutesOf = ({ days, milliseconds }: Duration) => days * 1_440 + Math.round(milliseconds / 60_000)

function inputOf(box: Box, { span, mayMove }: Pick<GridProps, 'span' | 'mayMove'>): EventInput {
  const { event, draft, zone, wholeDays, window } = box
  const movable = mayMove(box)
  const begins = box.from === window.from
  const ends = box.until === window.until
  return {
    id: box.key,
    title: event.title,
    start: wallText(zone, box.from),
    end: wallText(zone, box.until),
    allDay: wholeDays,
    // A part after midnight goes with its beginning, which is the one to take hold of.
    startEditable: movable && begins,
    durationEditable: movable && ends && (begins || !wholeDays) && span !== 'month',
    classNames: [
      `pufa-kind-${kindOf(event)}`,
      ...(draft ? ['pufa-draft'] : []),
      ...(isLost(box) ? ['pufa-lost'] : []),
      ...(movable ? [] : ['pufa-still']),
    ],
    display: 'block',
    extendedProps: { box },
  }
}

type Carrier = { extendedProps: Record<string, unknown> }

const boxIn = (event: Carrier) => event.extendedProps['box'] as Box
/** What is being drawn has no box yet. */
const isBox = (event: Carrier) => event.extendedProps['box'] !== undefined

function drawnOf({ start, end, allDay }: DateSelectArg): Drawn {
  const firstDay = markedDay(start)
  if (allDay) return { firstDay, lastDay: markedDay(end) - 1, times: null }
  const sameDay = markedDay(end) === firstDay
  const times = { start: markedTime(start), end: sameDay ? markedTime(end) : '24:00' }
  return { firstDay, lastDay: firstDay, times }
}

export function Grid(props: GridProps) {
  const { boxes, calendar, day, span, now, mayMake, mayMove, titleOf, onDraw, onOpen, onMove } = props
  const ref = useRef<FullCalendar>(null)
  // Other boxes are drawn anew, and what is being dragged would be let go.
  const inputs = useMemo(() => boxes.map((box) => inputOf(box, { span, mayMove })), [boxes, span, mayMove])

  useEffect(() => {
    // Rendering within rendering is refused; the next task is soon enough.
    const timer = setTimeout(() => ref.current?.getApi().changeView(views[span], dayText(day)), 0)
    return () => clearTimeout(timer)
  }, [span, day])

  const dropped = ({ event, oldEvent, delta, revert }: EventDropArg) => {
    if (event.allDay !== oldEvent.allDay) return revert()
    const minutes = minutesOf(delta)
    onMove(boxIn(event), { startMinutes: minutes, endMinutes: minutes }, revert)
  }
  const resized = ({ event, startDelta, endDelta, revert }: EventResizeDoneArg) =>
    onMove(boxIn(event), { startMinutes: minutesOf(startDelta), endMinutes: minutesOf(endDelta) }, revert)

  const rest = (date: Date) => (headOf(calendar, markedDay(date)).rest ? ['pufa-rest'] : [])

  return (
    <div className="pufa-calendar">
      <FullCalendar
        allDayText="全天"
        dayCellClassNames={({ date }) => rest(date)}
        dayCellContent={({ date, view }) =>
          view.type === 'dayGridMonth' ? (
            <DayHead date={date} head={headOf(calendar, markedDay(date))} short />
          ) : null
        }
        dayHeaderClassNames={({ date, view }) => (view.type === 'dayGridMonth' ? [] : rest(date))}
        dayHeaderContent={({ date, view, text }) =>
          view.type === 'dayGridMonth' ? (
            text
          ) : (
            <DayHead date={date} head={headOf(calendar, markedDay(date))} short={false} />
          )
        }
        dayMaxEvents={span === 'month' ? 6 : false}
        eventClick={({ event }: EventClickArg) => onOpen(boxIn(event))}
        eventContent={({ event, timeText }) => {
          if (!isBox(event)) return <div className="pufa-box-words">新排期 {timeText}</div>
          const box = boxIn(event)
          return (
            <BoxContent
              box={box}
              compact={span === 'month'}
              playlist={titleOf(box.event.playlist)}
              titleOf={titleOf}
            />
          )
        }}
        eventDidMount={({ el, event }) => {
          if (!isBox(event)) return
          const box = boxIn(event)
          el.setAttribute('aria-label', boxSentence({ box, playlist: titleOf(box.event.playlist), titleOf }))
          el.setAttribute('data-box', box.event.id)
        }}
        eventDrop={dropped}
        eventInteractive
        eventMaxStack={span === 'day' ? 8 : 3}
        eventMinHeight={18}
        eventOrder="start,-duration,title"
        eventResizableFromStart
        eventResize={resized}
        events={inputs}
        eventTimeFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        expandRows={false}
        firstDay={1}
        headerToolbar={false}
        height={720}
        initialDate={dayText(day)}
        initialView={views[span]}
        locale={chinese}
        moreLinkContent={({ num }) => `还有 ${num} 个`}
        moreLinkHint={(num) => `还有 ${num} 个排期，按下都列出来`}
        closeHint="关闭"
        now={now}
        nowIndicator
        plugins={[dayGrid, timeGrid, interaction]}
        ref={ref}
        scrollTime="06:00:00"
        select={(drawn) => onDraw(drawnOf(drawn))}
        selectable={mayMake}
        selectMirror
        slotDuration="00:30:00"
        slotEventOverlap={false}
        slotLabelFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        slotLabelInterval="01:00"
        snapDuration="00:15:00"
        timeZone="UTC"
        unselectAuto
      />
    </div>
  )
}
