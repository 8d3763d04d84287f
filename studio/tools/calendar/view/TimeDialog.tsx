/** @file Moves a box without a mouse: its day, its beginning and its end, written. */
import { Flex, Text } from '@sanity/ui'
import { useState } from 'react'
import { clockMs } from '../../../../contracts/schedule/windows.ts'
import { dayText, parseLocal, wallClock } from '../../../../contracts/schedule/zone.ts'
import type { Shift } from '../change/shift.ts'
import type { Box } from '../model/boxes.ts'
import { clockWords, whenWords } from '../model/words.ts'
import { DayField } from './DayField.tsx'
import { TextField } from './Field.tsx'
import { Window } from './Window.tsx'

interface TimeDialogProps {
  box: Box
  busy: boolean
  onClose: () => void
  onMove: (shift: Shift) => void
}

/** @returns `null` where something written is no time or no day */
export function shiftTo({ zone, window }: Box, day: string, start: string, end: string): Shift | null {
  const to = parseLocal(day)
  const [from, until] = [clockMs(start), clockMs(end)]
  if (!to || from === null || until === null) return null
  const was = wallClock(zone, window.from)
  const length = until > from ? until - from : until - from + 86_400_000
  const startMinutes = (to.day - was.day) * 1_440 + (from - was.ms) / 60_000
  return { startMinutes, endMinutes: startMinutes + (length - (window.until - window.from)) / 60_000 }
}

export function TimeDialog({ box, busy, onClose, onMove }: TimeDialogProps) {
  const { zone, window, event } = box
  const [day, setDay] = useState(dayText(wallClock(zone, window.from).day))
  const [start, setStart] = useState(clockWords(zone, window.from))
  const [end, setEnd] = useState(clockWords(zone, window.until, true))
  const shift = shiftTo(box, day, start, end)
  return (
    <Window
      act={{ text: '改时间', onClick: () => shift && onMove(shift), disabled: shift === null, busy }}
      onClose={onClose}
      problems={shift ? [] : ['时间要写成 08:00 这样，日子要选一个']}
      title={`改时间：${event.title}`}
    >
      <Text size={1}>现在：{whenWords(event.when)}</Text>
      <Flex gap={3} wrap="wrap">
        <DayField label="哪一天" onChange={setDay} value={day} />
        <TextField label="几点开始" onChange={setStart} value={start} />
        <TextField label="几点结束" onChange={setEnd} value={end} />
      </Flex>
    </Window>
  )
}
