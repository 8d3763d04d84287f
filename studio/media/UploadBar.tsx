/** @file The uploads that are under way, at the foot of the page: how far each is, and what may be done. */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { amountWords, isUnderWay, percentOf, phaseWords, type UploadState } from './upload/words.ts'
import type { ListedUpload } from './upload/uploads.ts'

const toneOf = ({ phase, sentence }: UploadState) =>
  phase === 'done' ? 'positive' : phase === 'waiting' || sentence ? 'caution' : 'default'

function Bar({ state }: { state: UploadState }) {
  const percent = percentOf(state)
  return (
    <Card aria-label={`${state.name} 已传 ${percent}%`} radius={2} role="progressbar" tone="transparent">
      <Card radius={2} style={{ width: `${percent}%`, height: 6, background: '#4a63f0' }} />
    </Card>
  )
}

function Row({ state, pause, resume, cancel }: ListedUpload) {
  const [isAsking, setAsking] = useState(false)
  const isPaused = state.phase === 'paused' || state.phase === 'failed'
  const mayStop = state.phase === 'sending' || state.phase === 'waiting' || state.phase === 'starting'
  return (
    <Card padding={3} radius={2} tone={toneOf(state)}>
      <Stack gap={3}>
        <Flex align="center" gap={2}>
          <Box flex={1} style={{ minWidth: 0 }}>
            <Text size={1} textOverflow="ellipsis" weight="medium">
              {state.name}
            </Text>
          </Box>
          {!isAsking && mayStop && (
            <Button fontSize={1} mode="ghost" onClick={pause} padding={2} text="暂停" />
          )}
          {!isAsking && isPaused && (
            <Button fontSize={1} mode="ghost" onClick={resume} padding={2} text="继续" tone="primary" />
          )}
          {!isAsking && isUnderWay(state) && state.phase !== 'checking' && (
            <Button fontSize={1} mode="bleed" onClick={() => setAsking(true)} padding={2} text="取消" />
          )}
        </Flex>
        <Bar state={state} />
        <Text muted size={1}>
          {amountWords(state)}
        </Text>
        <Text aria-live="polite" size={1}>
          {phaseWords(state)}
        </Text>
        {isAsking && (
          <Flex align="center" gap={2} wrap="wrap">
            <Box flex={1}>
              <Text size={1}>不传了？已传的 {percentOf(state)}% 会丢掉。</Text>
            </Box>
            <Button
              fontSize={1}
              mode="ghost"
              onClick={() => setAsking(false)}
              padding={2}
              text="接着传"
              tone="primary"
            />
            <Button fontSize={1} mode="ghost" onClick={cancel} padding={2} text="不传了" tone="critical" />
          </Flex>
        )}
      </Stack>
    </Card>
  )
}

export default function UploadBar({ listed }: { listed: readonly ListedUpload[] }) {
  const isBusy = listed.some(({ state }) => isUnderWay(state))
  useEffect(() => {
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isBusy])
  return (
    <Card
      aria-label="正在上传的文件"
      border
      data-testid="upload-bar"
      padding={2}
      radius={3}
      role="region"
      shadow={3}
      style={{
        position: 'fixed',
        left: 12,
        bottom: 12,
        width: 'min(460px, calc(100vw - 24px))',
        maxHeight: '50vh',
        overflow: 'auto',
        zIndex: 500_000,
      }}
    >
      <Stack gap={2}>
        {listed.map((upload) => (
          <Row key={upload.state.id} {...upload} />
        ))}
        {isBusy && (
          <Box paddingX={3} paddingY={2}>
            <Text muted size={1}>
              传完以前请留在这一稿，不要关闭页面。万一关了，一天以内再选同一个文件，会从断的地方接着传。
            </Text>
          </Box>
        )}
      </Stack>
    </Card>
  )
}
