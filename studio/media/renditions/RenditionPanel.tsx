/** @file What becomes of a picture or a film for the screens, under its field. Asks again only while something is being made. */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { renditionsShape, type RenditionsTold } from '../../../contracts/rendition-state.ts'
import { ask, type Answer } from '../../screens/signage.ts'
import { studioSettings } from '../../lake/settings.ts'
import { isPending, summaryOf, wordsOfSize } from './words.ts'

const againMs = 4_000

async function read(query: string, signal: AbortSignal): Promise<Answer<RenditionsTold>> {
  const answer = await ask<unknown>(fetch, `/api/signage/renditions?${query}`, { signal })
  if (!answer.ok) return answer
  const parsed = v.safeParse(renditionsShape, answer.value)
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, status: 0, sentence: '屏幕的情况读不出来，请刷新页面' }
}

function useTold(query: string) {
  const [told, setTold] = useState<{ query: string; answer: Answer<RenditionsTold> } | null>(null)
  const [asked, setAsked] = useState(0)
  const known = told?.query === query ? told.answer : null
  const pending = known?.ok === true && isPending(known.value.sizes)
  useEffect(() => {
    const leaving = new AbortController()
    read(query, leaving.signal).then(
      (answer) => setTold({ query, answer }),
      () => setTold(null),
    )
    return () => leaving.abort()
  }, [query, asked])
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => setAsked((count) => count + 1), againMs)
    return () => clearTimeout(timer)
  }, [pending, told])
  return { known, again: () => setAsked((count) => count + 1) }
}

interface PanelProps {
  /** Files of which one is enough. */
  assets: readonly string[]
  kind: 'picture' | 'film'
}

function Told({ assets, kind }: PanelProps) {
  const query = new URLSearchParams([['as', kind], ...assets.map((asset) => ['asset', asset])]).toString()
  const { known, again } = useTold(query)
  const [isOpen, setOpen] = useState(false)
  if (!known)
    return (
      <Text muted size={1}>
        正在看屏幕的情况……
      </Text>
    )
  if (!known.ok)
    return (
      <Text muted size={1}>
        屏幕的情况：{known.sentence}
      </Text>
    )
  const { sizes } = known.value
  const shown = sizes.filter(({ state }) => state !== 'unasked')
  const rows = (isOpen ? shown : shown.filter(({ state }) => state !== 'ready')).map(wordsOfSize)
  return (
    <Stack gap={3}>
      <Flex align="center" gap={2} wrap="wrap">
        <Box flex={1}>
          <Text size={1}>屏幕上的情况：{summaryOf(sizes)}</Text>
        </Box>
        {shown.length > rows.length && !isOpen && (
          <Button fontSize={1} mode="bleed" onClick={() => setOpen(true)} padding={2} text="看每种大小" />
        )}
        {isOpen && (
          <Button fontSize={1} mode="bleed" onClick={() => setOpen(false)} padding={2} text="收起" />
        )}
        <Button fontSize={1} mode="bleed" onClick={again} padding={2} text="再看一次" />
      </Flex>
      {rows.map((row) => (
        <Card key={row.key} padding={3} radius={2} tone={row.tone}>
          <Stack gap={3}>
            <Flex gap={3} wrap="wrap">
              <Box flex={1}>
                <Text size={1}>{row.place}</Text>
              </Box>
              <Text size={1} weight="medium">
                {row.state}
              </Text>
            </Flex>
            {row.more && <Text size={1}>{row.more}</Text>}
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

/** With the embedded lake only: beside a hosted one nobody is signed in here. */
export function RenditionPanel(props: PanelProps) {
  if (studioSettings().apiHost !== null) return null
  return (
    <Card border data-testid="rendition-state" padding={3} radius={2}>
      <Told {...props} />
    </Card>
  )
}
