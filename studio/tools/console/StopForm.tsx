/** @file 停播: every screen of a range gives way to the bureau's name and a clock, until somebody resumes. */
import { Select, Stack, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { reasonCharactersMax } from '../../../contracts/orders.ts'
import { browserClock } from '../../clock.ts'
import { Confirm } from './Confirm.tsx'
import { minutesWords, phraseFor, stopMinutes, targetsOf, untilText, type Range } from './orders.ts'
import { Labelled, Part, Read } from './Pieces.tsx'
import { usePlacing, usePreview } from './placing.ts'
import { RangePicker } from './RangePicker.tsx'
import { Reach } from './Reach.tsx'
import { useSession } from './session.ts'

export function StopForm() {
  const { county } = useSession()
  const [range, setRange] = useState<Range>(
    county === null ? { by: 'all', ids: [] } : { by: 'county', ids: [county.id] },
  )
  const [minutes, setMinutes] = useState(0)
  const [reason, setReason] = useState('')
  const placing = usePlacing()
  const targets = targetsOf(range)
  const make = () => ({
    kind: 'stop',
    targets,
    reason: reason.trim(),
    ...(minutes > 0 ? { until: untilText(browserClock.now(), minutes) } : {}),
  })
  const key = targets && `stop ${JSON.stringify(targets)} ${minutes}`
  const preview = usePreview(key, make)

  return (
    <Part note="屏上现在播的全部停下，只显示本局名称和时钟。编辑排的内容都不会出来，直到恢复。" title="停播">
      <Stack gap={5}>
        <RangePicker onChange={setRange} range={range} />
        <Labelled id="stop-minutes" label="停多久">
          <Select
            fontSize={1}
            id="stop-minutes"
            onChange={(event: ChangeEvent<HTMLSelectElement>) =>
              setMinutes(Number(event.currentTarget.value))
            }
            value={String(minutes)}
          >
            {stopMinutes.map((each) => (
              <option key={each} value={each}>
                {minutesWords(each)}
              </option>
            ))}
          </Select>
        </Labelled>
        <Labelled id="stop-reason" label="原因（可以不写，写了会一直留在记录里）">
          <TextInput
            fontSize={1}
            id="stop-reason"
            maxLength={reasonCharactersMax}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setReason(event.currentTarget.value)}
            value={reason}
          />
        </Labelled>
        {key !== null && (
          <Read from={preview}>
            {(value) => (
              <Stack gap={4}>
                <Reach preview={value} />
                <Confirm
                  button="停播"
                  isBusy={placing.isBusy}
                  onConfirm={() => void placing.place(make(), value)}
                  phrase={phraseFor('stop', value.screens.length, value.counties)}
                  trouble={placing.trouble}
                  what={`${value.screens.length} 块屏会立刻停播，${minutesWords(minutes)}${minutes > 0 ? '后自己恢复' : ''}。`}
                />
              </Stack>
            )}
          </Read>
        )}
      </Stack>
    </Part>
  )
}
