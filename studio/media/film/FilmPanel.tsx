/**
 * @file Under the film's file: what it measures, written into the form by itself, and a frame of it as poster.
 *
 * The fields stay the clerk's: what she has written is never overwritten but by a film that she has just put
 * in, or at her press.
 */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useRef, useState } from 'react'
import { PatchEvent, set } from 'sanity'
import { useDocumentPane } from 'sanity/structure'
import { differing, factsWords, isUnwritten, measured, type Measured } from './facts.ts'
import { readHead, unplayableWords, type FilmHead } from './head.ts'
import { PosterChoice } from './PosterChoice.tsx'
import type { FormFilm } from './use-film.ts'

const unknownHead: FilmHead = { seconds: null, width: null, height: null, codec: null }

interface PanelProps {
  film: FormFilm
  readOnly: boolean
}

export default function FilmPanel({ film, readOnly }: PanelProps) {
  const { chosen, written } = film
  const [url] = film.urls
  const { onChange } = useDocumentPane()
  const video = useRef<HTMLVideoElement>(null)
  const [found, setFound] = useState<{ url: string; measured: Measured } | null>(null)
  const [trouble, setTrouble] = useState<{ url: string; words: string } | null>(null)
  const [isFilled, setFilled] = useState(false)

  const fill = ({ seconds, width, height }: Measured) => {
    onChange(PatchEvent.from([set(seconds, ['seconds']), set(width, ['width']), set(height, ['height'])]))
    setFilled(true)
  }
  const take = (facts: Measured | null) => {
    if (!facts || !url) return
    setFound({ url, measured: facts })
    const isFresh = chosen !== null && !chosen.isFilled
    if (readOnly || !(isFresh || isUnwritten(written))) return
    if (chosen) chosen.isFilled = true
    fill(facts)
  }
  const unplayable = async () => {
    if (!url) return
    const head = chosen ? await readHead(chosen.file) : unknownHead
    setTrouble({ url, words: unplayableWords(head) })
    if (head?.seconds && head.width && head.height) take(measured(head.seconds, head.width, head.height))
  }
  const looked = ({ duration, videoWidth, videoHeight }: HTMLVideoElement) => {
    const facts = measured(duration, videoWidth, videoHeight)
    if (facts) take(facts)
    else void unplayable()
  }

  if (!url) return null
  const facts = found?.url === url ? found.measured : null
  const isUnplayable = trouble?.url === url
  const otherwise = facts ? differing(facts, written) : []
  return (
    <Card border data-testid="film-panel" padding={4} radius={2}>
      <Stack gap={4}>
        {isUnplayable ? (
          <Card padding={3} radius={2} tone="caution">
            <Text size={1}>⚠ {trouble.words}</Text>
          </Card>
        ) : (
          <video
            controls
            key={url}
            onError={() => void unplayable()}
            onLoadedMetadata={(event) => looked(event.currentTarget)}
            playsInline
            preload="auto"
            ref={video}
            src={url}
            style={{ width: '100%', maxHeight: 360, background: '#000', borderRadius: 3 }}
          />
        )}
        {facts && (
          <Text size={1}>
            {isFilled ? '✓ 量好了，已填在下面：' : '量得：'}
            {factsWords(facts)}。
          </Text>
        )}
        {facts && otherwise.length > 0 && (
          <Card padding={3} radius={2} tone="caution">
            <Flex align="center" gap={3} wrap="wrap">
              <Box flex={1}>
                <Text size={1}>⚠ 与量得的不一样：{otherwise.join('，')}。</Text>
              </Box>
              {!readOnly && (
                <Button fontSize={1} mode="ghost" onClick={() => fill(facts)} padding={3} text="按量得的填" />
              )}
            </Flex>
          </Card>
        )}
        {facts && !isUnplayable && !readOnly && <PosterChoice seconds={facts.seconds} video={video} />}
      </Stack>
    </Card>
  )
}
