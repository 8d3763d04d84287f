/** @file 演练: a stop of one screen for two minutes, which is real there and nowhere else; or a look-up alone. */
import { Card, Select, Stack, Text } from '@sanity/ui'
import { useState, type ChangeEvent } from 'react'
import { browserClock } from '../../clock.ts'
import { readScreens } from './asking.ts'
import { Confirm } from './Confirm.tsx'
import { drillMinutes, drillReason, untilText } from './orders.ts'
import { Labelled, Part, Read } from './Pieces.tsx'
import { usePlacing, usePreview } from './placing.ts'
import { usePolled } from './polled.ts'
import { Reach } from './Reach.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

function StopDrill() {
  const screens = usePolled('screens', null, readScreens)
  const [screen, setScreen] = useState('')
  const placing = usePlacing()
  const make = () => ({
    kind: 'stop',
    targets: [{ screen }],
    until: untilText(browserClock.now(), drillMinutes),
    reason: drillReason,
  })
  const preview = usePreview(screen ? `drill ${screen}` : null, make)
  const title = screens.value?.screens.find((each) => each.screen === screen)?.title ?? ''

  return (
    <Part title="停播演练">
      <Card padding={3} radius={2} tone="caution">
        <Text size={1}>
          演练是真的停：选中的这一块屏会停播 {drillMinutes} 分钟，只显示本局名称和时钟，到时自己恢复。
          其余屏幕不受影响。记录里写明“演练”，谁照办了、用了多久，和真的停播一样看得到。
        </Text>
      </Card>
      <Read from={screens}>
        {(value) => (
          <Labelled id="drill-screen" label="在哪块屏上演练（最好选人少的时候、人少的地方）">
            <Select
              fontSize={1}
              id="drill-screen"
              onChange={(event: ChangeEvent<HTMLSelectElement>) => setScreen(event.currentTarget.value)}
              value={screen}
            >
              <option value="">请选择</option>
              {value.screens.map(({ screen: id, title: name, online }) => (
                <option key={id} value={id}>{`${name}（${online ? '在线' : '不在线'}）`}</option>
              ))}
            </Select>
          </Labelled>
        )}
      </Read>
      {screen && (
        <Read from={preview}>
          {(value) => (
            <Stack gap={4}>
              <Reach preview={value} />
              <Confirm
                button="开始演练"
                isBusy={placing.isBusy}
                onConfirm={() => void placing.place(make(), value)}
                phrase={drillReason}
                trouble={placing.trouble}
                what={`“${title}”会停播 ${drillMinutes} 分钟。`}
              />
            </Stack>
          )}
        </Read>
      )}
    </Part>
  )
}

export function DrillForm() {
  return (
    <Stack gap={6}>
      <StopDrill />
      <WithdrawForm mode="rehearsed" />
    </Stack>
  )
}
