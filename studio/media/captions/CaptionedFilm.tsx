/** @file The film with its captions drawn over it, as a screen shows them. */
import { Card, Text } from '@sanity/ui'
import { useState, type RefObject } from 'react'
import { cueAt, type Cue } from './marks.ts'

interface FilmProps {
  /** Best first. */
  urls: readonly string[]
  cues: readonly Cue[]
  at: number
  video: RefObject<HTMLVideoElement | null>
  onAt(seconds: number): void
  onLength(seconds: number): void
}

export function CaptionedFilm({ urls, cues, at, video, onAt, onLength }: FilmProps) {
  const [failed, setFailed] = useState<readonly string[]>([])
  const url = urls.find((each) => !failed.includes(each))
  const shown = cueAt(cues, at)
  if (urls.length === 0)
    return (
      <Card border padding={4} radius={2}>
        <Text muted size={1}>
          先在“片子”里上传影片，就能边看边配字幕。没有影片也可以先写字和时间。
        </Text>
      </Card>
    )
  if (!url)
    return (
      <Card border padding={4} radius={2} tone="caution">
        <Text size={1}>⚠ 这个浏览器放不了这部片子，只能照着别处的画面填时间。</Text>
      </Card>
    )
  return (
    <div style={{ position: 'relative', background: '#000', borderRadius: 3, overflow: 'hidden' }}>
      <video
        controls
        key={url}
        onError={() => setFailed((all) => [...all, url])}
        onLoadedMetadata={(event) => onLength(event.currentTarget.duration)}
        onSeeked={(event) => onAt(event.currentTarget.currentTime)}
        onTimeUpdate={(event) => onAt(event.currentTarget.currentTime)}
        playsInline
        preload="auto"
        ref={video}
        src={url}
        style={{ width: '100%', maxHeight: 340, display: 'block' }}
      />
      {shown?.text && (
        <div
          data-testid="caption-shown"
          style={{
            position: 'absolute',
            left: '6%',
            right: '6%',
            bottom: 56,
            textAlign: 'center',
            pointerEvents: 'none',
            color: '#fff',
            font: '600 20px/1.35 sans-serif',
            textShadow: '0 0 4px #000, 0 0 4px #000, 0 0 2px #000',
            whiteSpace: 'pre-line',
          }}
        >
          {shown.text}
        </div>
      )}
    </div>
  )
}
