/** @file 撤下: content leaves every screen at once; rehearsed, it is only looked up which screens would lose it. */
import { Stack, TextInput } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { reasonCharactersMax, withdrawnIdsMax } from '../../../contracts/orders.ts'
import { Confirm } from './Confirm.tsx'
import { ItemPicker } from './ItemPicker.tsx'
import { phraseFor } from './orders.ts'
import type { Found } from './picking.ts'
import { Empty, Labelled, Part, Read } from './Pieces.tsx'
import { usePlacing, usePreview } from './placing.ts'
import { Reach } from './Reach.tsx'
import { useSession } from './session.ts'

const words = {
  real: {
    title: '撤下内容',
    note: '选中的内容立刻从所有屏幕消失，网站上不变。以后可以恢复。',
  },
  rehearsed: {
    title: '撤下预演',
    note: '只查一查：如果撤下，哪些屏幕会少了它、哪些不在线。不下达命令，屏幕上什么都不变。',
  },
} as const

export function WithdrawForm({ mode }: { mode: keyof typeof words }) {
  const { county } = useSession()
  const [chosen, setChosen] = useState<readonly Found[]>([])
  const [reason, setReason] = useState('')
  const placing = usePlacing()
  const ids = chosen.map(({ _id }) => _id)
  const make = () => ({ kind: 'withdraw', ids, reason: reason.trim() })
  const preview = usePreview(ids.length > 0 ? `withdraw ${JSON.stringify(ids)}` : null, make)
  const { title, note } = words[mode]

  if (county !== null)
    return (
      <Part title={title}>
        <Empty>
          撤下内容会影响全市的屏幕，请全市的播控员或管理员办理。急着不播，可以先停播本县区的屏幕。
        </Empty>
      </Part>
    )
  return (
    <Part note={note} title={title}>
      <Stack gap={5}>
        <ItemPicker chosen={chosen} onChange={(next) => setChosen(next.slice(0, withdrawnIdsMax))} />
        {mode === 'real' && (
          <Labelled id="withdraw-reason" label="原因（可以不写，写了会一直留在记录里）">
            <TextInput
              fontSize={1}
              id="withdraw-reason"
              maxLength={reasonCharactersMax}
              onChange={(event: ChangeEvent<HTMLInputElement>) => setReason(event.currentTarget.value)}
              value={reason}
            />
          </Labelled>
        )}
        {chosen.length > 0 && (
          <Read from={preview}>
            {(value) => (
              <Stack gap={4}>
                {value.screens.length === 0 && <Empty>现在没有一块屏的节目单里有它。</Empty>}
                {value.screens.length > 0 && <Reach preview={value} shows />}
                {mode === 'real' && (
                  <Confirm
                    button="撤下"
                    isBusy={placing.isBusy}
                    onConfirm={() => void placing.place(make(), value)}
                    phrase={phraseFor('withdraw', value.screens.length, value.counties)}
                    trouble={placing.trouble}
                    what={`${chosen.length} 项内容会立刻从所有屏幕消失，有 ${value.screens.length} 块屏正用着。`}
                  />
                )}
              </Stack>
            )}
          </Read>
        )}
      </Stack>
    </Part>
  )
}
