/** @file Under the picture: stop and go on, any moment of the play, its pages. */
import { Button, Flex, Stack, Text } from '@sanity/ui'
import type { ChangeEvent } from 'react'
import type { PlayerState } from './use-player.ts'
import { pageAt, timeText } from './words.ts'

const stepMs = 50

export function Controls({ player, seconds }: { player: PlayerState; seconds: number }) {
  const { elapsedMs, playing, drawn, move } = player
  const turns = drawn?.turns ?? [0]
  const page = pageAt(turns, elapsedMs)
  const turnTo = (next: number) => move({ elapsedMs: turns[next - 1] ?? 0, playing: false })
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3}>
        <Button
          aria-label={playing ? '暂停' : '播放'}
          fontSize={1}
          mode="ghost"
          onClick={() => move({ playing: !playing })}
          padding={3}
          text={playing ? '❚❚ 暂停' : '▶ 播放'}
        />
        <input
          aria-label="播到哪里"
          max={seconds * 1_000}
          min={0}
          onChange={(event: ChangeEvent<HTMLInputElement>) =>
            move({ elapsedMs: Number(event.currentTarget.value), playing: false })
          }
          step={stepMs}
          style={{ flex: 1, minWidth: 0 }}
          type="range"
          value={Math.min(elapsedMs, seconds * 1_000)}
        />
        <Text muted size={1}>
          {timeText(elapsedMs)} / {timeText(seconds * 1_000)}
        </Text>
      </Flex>
      {turns.length > 1 && (
        <Flex align="center" gap={2}>
          <Button
            disabled={page === 1}
            fontSize={1}
            mode="bleed"
            onClick={() => turnTo(page - 1)}
            padding={2}
            text="‹ 上一页"
          />
          <Text size={1}>
            第 {page} 页，共 {turns.length} 页
          </Text>
          <Button
            disabled={page === turns.length}
            fontSize={1}
            mode="bleed"
            onClick={() => turnTo(page + 1)}
            padding={2}
            text="下一页 ›"
          />
        </Flex>
      )}
    </Stack>
  )
}
