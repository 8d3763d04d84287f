/** @file 总览: the counties' tiles, the wall of screens, and what may be told to all that are in sight. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { StateLink } from 'sanity/router'
import { readCounties, readGroups, readScreens } from './asking.ts'
import { Bulk } from './Bulk.tsx'
import { FilterBar } from './FilterBar.tsx'
import { Needs } from './Needs.tsx'
import { counted, everything, filtered, isFiltered } from './overview.ts'
import { Empty, Fresh, MarkBadge, Part, Read } from './Pieces.tsx'
import { usePolled } from './polled.ts'
import { useSession } from './session.ts'
import type { ScreenView } from './shapes.ts'
import { Thumb } from './Thumb.tsx'
import { TileMap } from './TileMap.tsx'
import { screenMarks } from './words.ts'

const everyMs = 5_000
const groupsEveryMs = 60_000
/** As many as a page draws without a pause; a filter leads to the others. */
const wallMax = 120

function Sums({ screens }: { screens: readonly ScreenView[] }) {
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Text size={1} weight="medium">
        共 {screens.length} 块屏
      </Text>
      {counted(screens).map(({ state, count }) => {
        const { shape, word, tone } = screenMarks[state]
        return <MarkBadge key={state} shape={shape} tone={tone} word={`${word} ${count}`} />
      })}
    </Flex>
  )
}

export function Overview() {
  const { commands } = useSession()
  const [filter, setFilter] = useState(everything)
  const screens = usePolled('screens', everyMs, readScreens)
  const counties = usePolled('map', everyMs, readCounties)
  const groups = usePolled('groups', groupsEveryMs, readGroups)

  return (
    <Read from={screens}>
      {({ screens: all }) => {
        const shown = filtered(all, filter)
        return (
          <Stack gap={5}>
            <Flex align="center" gap={3} justify="space-between" wrap="wrap">
              <Sums screens={all} />
              <Flex align="center" gap={2}>
                <Fresh again={screens.again} at={screens.at} />
                {commands && (
                  <Button
                    as={StateLink}
                    fontSize={1}
                    padding={3}
                    state={{ tab: 'orders', id: 'stop' }}
                    text="停播"
                    tone="critical"
                  />
                )}
              </Flex>
            </Flex>
            <div className="console-map">
              <Part note="点一个县区，只看那里的屏幕；再点一次看全部。" title="县区">
                <Read from={counties}>
                  {(map) => (
                    <TileMap
                      chosen={filter.county}
                      counties={map.counties}
                      onChoose={(county) => setFilter({ ...filter, county })}
                    />
                  )}
                </Read>
              </Part>
              <Needs screens={filtered(all, everything)} />
            </div>
            <Part
              aside={commands && shown.length > 0 && <Bulk screens={shown} />}
              title={isFiltered(filter) ? `屏幕（${shown.length} 块）` : '屏幕'}
            >
              <Card border padding={3} radius={2}>
                <FilterBar
                  counties={counties.value?.counties ?? []}
                  filter={filter}
                  groups={groups.value?.groups ?? []}
                  onChange={setFilter}
                />
              </Card>
              {all.length === 0 && (
                <Empty>还没有屏幕。请在“内容”里的“屏幕”新建一块，发布以后就会出现在这里。</Empty>
              )}
              {all.length > 0 && shown.length === 0 && (
                <Empty>没有符合条件的屏幕。换一个条件，或点“清除条件”。</Empty>
              )}
              <div className="console-wall">
                {shown.slice(0, wallMax).map((view) => (
                  <Thumb key={view.screen} view={view} />
                ))}
              </div>
              {shown.length > wallMax && (
                <Text muted size={1}>
                  还有 {shown.length - wallMax} 块没有画出来，请用上面的条件缩小范围。
                </Text>
              )}
            </Part>
          </Stack>
        )
      }}
    </Read>
  )
}
