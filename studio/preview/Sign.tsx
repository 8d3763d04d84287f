/** @file The picture of one sign: the player's own page in a frame, with what stands around it. */
import { Card, Flex, Select, Stack, Switch, Text } from '@sanity/ui'
import { useCallback, useMemo, useRef, useState, type ChangeEvent } from 'react'
import { previewPath, type PreviewShow, type PreviewSign } from '../../contracts/preview.ts'
import { browserClock } from '../clock.ts'
import { Controls } from './Controls.tsx'
import { usePlayer, type Shown } from './use-player.ts'
import { playedFrom, sizeHint } from './words.ts'

/** Where a screen names no brightness of the night: about what lit streets bear. */
const nightPercent = 40
/** A tall sign must leave room for what stands below it. */
const tallest = '52vh'

interface Props {
  sign: PreviewSign
  show: PreviewShow
}

function useShown({ screen, zone, items, assets }: PreviewShow, index: number): Shown | null {
  const at = items[index]
  const key = JSON.stringify([screen, at, assets])
  return useMemo(
    () =>
      at
        ? {
            ...{ screen, zone, assets, item: at.item, seconds: at.seconds },
            from: playedFrom(at.item, zone, browserClock.now()),
          }
        : null,
    // The same words are the same picture, however often they come.
    [key],
  )
}

export function Sign({ sign, show }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [chosen, setChosen] = useState(0)
  const [dots, setDots] = useState(false)
  const [night, setNight] = useState(false)
  const index = Math.min(chosen, Math.max(0, show.items.length - 1))
  const shown = useShown(show, index)
  const { screen } = show
  const dusk = screen.night?.brightnessPercent ?? Math.min(nightPercent, screen.brightnessPercent)
  const look = { dots, brightnessPercent: night ? dusk : screen.brightnessPercent }
  const several = show.items.length > 1
  const goOn = useCallback(() => {
    player.move({ elapsedMs: 0, playing: true })
    if (several) setChosen((index + 1) % show.items.length)
  }, [several, index, show.items.length])
  const player = usePlayer(frame, shown, look, goOn)
  const choose = (next: number) => {
    setChosen(next)
    player.move({ elapsedMs: 0 })
  }
  return (
    <Stack gap={3}>
      {several && (
        <Select
          aria-label="看第几条"
          fontSize={1}
          onChange={(event: ChangeEvent<HTMLSelectElement>) => choose(Number(event.currentTarget.value))}
          value={String(index)}
        >
          {show.items.map(({ key, item }, at) => (
            <option key={key} value={at}>
              {`第 ${at + 1} 条：${item.title}`}
            </option>
          ))}
        </Select>
      )}
      <Card
        overflow="hidden"
        radius={2}
        style={{
          aspectRatio: `${sign.width} / ${sign.height}`,
          background: '#000',
          maxHeight: tallest,
          width: '100%',
        }}
      >
        <iframe
          ref={frame}
          src={previewPath}
          style={{ border: 0, display: 'block', height: '100%', width: '100%' }}
          title="屏上预览"
        />
      </Card>
      {player.failed && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>这一条的画面没有画出来：图片或影片可能打不开。请换一个文件再试。</Text>
        </Card>
      )}
      {shown && <Controls player={player} seconds={shown.seconds} />}
      {shown && (
        <Text muted size={1}>
          {player.drawn ? sizeHint(sign, player.drawn.characterPx) : '正在画……'}
        </Text>
      )}
      <Flex align="center" gap={4} wrap="wrap">
        <Flex align="center" as="label" gap={2}>
          <Switch checked={dots} onChange={() => setDots(!dots)} />
          <Text size={1}>显出灯点</Text>
        </Flex>
        <Flex align="center" as="label" gap={2}>
          <Switch checked={night} onChange={() => setNight(!night)} />
          <Text size={1}>夜间亮度（{dusk}%）</Text>
        </Flex>
      </Flex>
      {show.filmAsIs && (
        <Text muted size={1}>
          影片按上传的原片预览；上屏时会先转换成这块屏的大小。
        </Text>
      )}
    </Stack>
  )
}
