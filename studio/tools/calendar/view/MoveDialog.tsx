/** @file Before an event that recurs is moved as a whole: what it is, and what it would be. */
import { Stack, Text } from '@sanity/ui'
import type { ScheduleEventDocument } from '../../../../contracts/documents/index.ts'
import { compileEvent } from '../../../../contracts/schedule/from-documents.ts'
import type { Changes } from '../change/shift.ts'
import { whenWords } from '../model/words.ts'
import { Window } from './Window.tsx'

export interface AskedMove {
  document: ScheduleEventDocument
  changes: Changes
  back: () => void
}

function timesOf(document: ScheduleEventDocument): string {
  const { firstDay, lastDay } = document
  const dates = [firstDay && `从 ${firstDay} 起`, lastDay && `到 ${lastDay} 为止`].filter(Boolean).join('，')
  return [whenWords(compileEvent(document).when), dates].filter(Boolean).join('；')
}

interface MoveDialogProps {
  asked: AskedMove
  busy: boolean
  onMove: () => void
  onClose: () => void
}

export function MoveDialog({ asked: { document, changes }, busy, onMove, onClose }: MoveDialogProps) {
  return (
    <Window
      act={{ text: '改整个时段', onClick: onMove, busy }}
      closeText="不改了"
      onClose={onClose}
      title="这是反复播的排期"
    >
      <Stack gap={4}>
        <Text size={1}>“{document.title}”不止播这一次，要改就整个时段一起改。</Text>
        <Text size={1}>原来：{timesOf(document)}</Text>
        <Text size={1} weight="medium">
          改成：{timesOf({ ...document, ...changes })}
        </Text>
        <Text muted size={1}>
          不能只改其中一次。只有这一天要变，请在这一天另建一个优先级更高的排期。
        </Text>
      </Stack>
    </Window>
  )
}
