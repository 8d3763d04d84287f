/** @file A frame of the film as its poster: the moment by a slider, and words for those who cannot see it. */
import { Box, Button, Card, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useId, useState, type ChangeEvent, type RefObject } from 'react'
import { PatchEvent, set, unset, useClient, useFormValue } from 'sanity'
import { useDocumentPane } from 'sanity/structure'
import { clockOf } from '../captions/clock.ts'

const apiVersion = '2025-02-19'
const quality = 0.9
const stepSeconds = 0.2

function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}

/** Whoever made the film made its frames. */
const rightsOf = (note: unknown): string =>
  typeof note === 'string' && note.trim() ? `截自本片。${note.trim()}` : '截自本片'

interface ChoiceProps {
  /** Length of the film. */
  seconds: number
  video: RefObject<HTMLVideoElement | null>
}

export function PosterChoice({ seconds, video }: ChoiceProps) {
  const client = useClient({ apiVersion })
  const { onChange } = useDocumentPane()
  const poster = useFormValue(['poster'])
  const note = useFormValue(['rightsNote'])
  const names = { slider: useId(), alt: useId() }
  const [at, setAt] = useState(0)
  const [alt, setAlt] = useState('')
  const [state, setState] = useState<'idle' | 'sending' | 'done' | 'failed'>('idle')
  const [before, setBefore] = useState<{ poster: unknown } | null>(null)

  const seek = (next: number) => {
    const moment = Math.min(Math.max(0, next), seconds)
    setAt(moment)
    if (!video.current) return
    video.current.pause()
    video.current.currentTime = moment
  }
  /** Where the film stands by its own buttons. */
  const here = () => setAt(video.current?.currentTime ?? at)

  async function place(): Promise<void> {
    if (!video.current) return
    setState('sending')
    try {
      const blob = await frameOf(video.current)
      if (!blob) throw new Error('the frame could not be drawn')
      const asset = await client.assets.upload('image', blob, {
        filename: '影片封面.jpg',
        tag: 'media.poster',
      })
      setBefore({ poster })
      onChange(
        PatchEvent.from(
          set(
            {
              _type: 'image',
              asset: { _type: 'reference', _ref: asset._id },
              alt: alt.trim(),
              privacyChecked: false,
              rights: rightsOf(note),
            },
            ['poster'],
          ),
        ),
      )
      setState('done')
    } catch {
      setState('failed')
    }
  }
  const takeBack = () => {
    onChange(PatchEvent.from(before?.poster ? set(before.poster, ['poster']) : unset(['poster'])))
    setBefore(null)
    setState('idle')
  }

  return (
    <Card padding={3} radius={2} tone="transparent">
      <Stack gap={4}>
        <Text size={1} weight="medium">
          从片子里取封面
        </Text>
        <Flex align="center" gap={3}>
          <Button
            aria-label="往前一点"
            fontSize={1}
            mode="ghost"
            onClick={() => seek(at - stepSeconds)}
            padding={2}
            text="◂"
          />
          <Box flex={1}>
            <input
              aria-label="取哪一刻的画面"
              id={names.slider}
              max={seconds}
              min={0}
              onChange={(event) => seek(Number(event.currentTarget.value))}
              onFocus={here}
              step={0.1}
              style={{ width: '100%' }}
              type="range"
              value={at}
            />
          </Box>
          <Button
            aria-label="往后一点"
            fontSize={1}
            mode="ghost"
            onClick={() => seek(at + stepSeconds)}
            padding={2}
            text="▸"
          />
          <Text muted size={1}>
            {clockOf(Math.round(at * 10) / 10)}
          </Text>
        </Flex>
        <Stack gap={2}>
          <Text as="label" htmlFor={names.alt} size={1}>
            这幅画面上是什么（给看不见图片的人）
          </Text>
          <TextInput
            fontSize={1}
            id={names.alt}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setAlt(event.currentTarget.value)}
            placeholder="例如：老人在村口接电话，旁边写着“陌生来电要当心”"
            value={alt}
          />
        </Stack>
        <Flex align="center" gap={3} wrap="wrap">
          <Button
            disabled={alt.trim() === '' || state === 'sending'}
            fontSize={1}
            loading={state === 'sending'}
            onClick={() => void place()}
            padding={3}
            text="用这一幅作封面"
            tone="primary"
          />
          <Box flex={1}>
            <Text muted={state !== 'failed'} size={1}>
              {state === 'done'
                ? '✓ 封面换好了。请在下面“封面图”里看一遍，把人脸、车牌那一格打勾。'
                : state === 'failed'
                  ? '⚠ 没有存上，请检查网络后再点一次。'
                  : alt.trim() === ''
                    ? '先写一句画面上是什么，就能用作封面。'
                    : '上面停着的画面就是封面。'}
            </Text>
          </Box>
          {before && (
            <Button fontSize={1} mode="bleed" onClick={takeBack} padding={3} text="撤销，换回原来的" />
          )}
        </Flex>
      </Stack>
    </Card>
  )
}
