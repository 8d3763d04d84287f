/** @file Joins a screen's record with the player behind it, and parts them again. */
import { Button, Dialog, Flex, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { PairDialog } from '../../screens/PairDialog.tsx'
import { unpair } from '../../screens/signage.ts'
import { Part } from './Pieces.tsx'
import type { ScreenView } from './shapes.ts'
import { momentWords } from './words.ts'

export function PairButton({ view, onDone }: { view: ScreenView; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    onDone()
  }
  return (
    <>
      <Button
        aria-label={`${view.pairedAt === null ? '配对播放器' : '换一台播放器'}：${view.title}`}
        fontSize={1}
        onClick={() => setOpen(true)}
        text={view.pairedAt === null ? '配对播放器' : '换一台播放器'}
        tone="primary"
      />
      {open && (
        <Dialog header={`配对播放器：${view.title}`} id="console-pair" onClose={close} width={0}>
          <PairDialog onDone={close} screen={view.screen} />
        </Dialog>
      )}
    </>
  )
}

function ReleaseButton({ view, onDone }: { view: ScreenView; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  const release = async () => {
    setOpen(false)
    const answer = await unpair(window.fetch, view.screen)
    toast.push(
      answer.ok
        ? { status: 'success', title: '已解除配对', description: '播放器停止播放，并显示新的配对码。' }
        : { status: 'error', title: '没有解除', description: answer.sentence },
    )
    onDone()
  }
  return (
    <>
      <Button fontSize={1} mode="ghost" onClick={() => setOpen(true)} text="解除配对" tone="critical" />
      {open && (
        <Dialog header="解除配对" id="console-release" onClose={() => setOpen(false)} width={0}>
          <Stack gap={4} padding={4}>
            <Text>解除以后，这台播放器不再播放本系统的内容，要重新配对才能恢复。确定解除吗？</Text>
            <Flex gap={2} justify="flex-end">
              <Button mode="ghost" onClick={() => setOpen(false)} text="不解除" />
              <Button onClick={() => void release()} text="确定解除配对" tone="critical" />
            </Flex>
          </Stack>
        </Dialog>
      )}
    </>
  )
}

export function ScreenPairing({ view, onDone }: { view: ScreenView; onDone: () => void }) {
  const { pairedAt } = view
  return (
    <Part
      note={
        pairedAt === null
          ? '这块屏还没有播放器。在屏幕上打开播放器，把它显示的六位数字填进来。'
          : `这块屏的播放器是 ${momentWords(pairedAt)} 配对的。`
      }
      title="播放器"
    >
      <Flex gap={2} wrap="wrap">
        <PairButton onDone={onDone} view={view} />
        {pairedAt !== null && <ReleaseButton onDone={onDone} view={view} />}
      </Flex>
    </Part>
  )
}
