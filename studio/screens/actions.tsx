/** @file What can be done with a screen beside editing it: pair its player, release its player. */
import { Card, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { getPublishedId, type DocumentActionComponent } from 'sanity'
import { ScreenIcon } from '../icons/screens.tsx'
import { PairDialog } from './PairDialog.tsx'
import { unpair } from './signage.ts'

export const PairAction: DocumentActionComponent = ({ id, published }) => {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return {
    label: '配对播放器',
    icon: ScreenIcon,
    disabled: published === null,
    title: published === null ? '先发布这块屏幕的资料，再配对播放器' : '把屏幕上的播放器和这份资料对应起来',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: '配对播放器',
      onClose: close,
      width: 'small',
      content: <PairDialog onDone={close} screen={getPublishedId(id)} />,
    },
  }
}

export const UnpairAction: DocumentActionComponent = ({ id, published }) => {
  const [asking, setAsking] = useState(false)
  const toast = useToast()

  const release = async () => {
    setAsking(false)
    const answer = await unpair(window.fetch, getPublishedId(id))
    toast.push(
      answer.ok
        ? { status: 'success', title: '已解除配对', description: '播放器会停止播放，并显示新的配对码。' }
        : { status: 'error', title: '没有解除', description: answer.sentence },
    )
  }

  return {
    label: '解除配对',
    tone: 'critical',
    disabled: published === null,
    onHandle: () => setAsking(true),
    dialog: asking && {
      type: 'confirm',
      tone: 'critical',
      onCancel: () => setAsking(false),
      onConfirm: () => void release(),
      confirmButtonText: '解除配对',
      cancelButtonText: '不解除',
      message: (
        <Card>
          <Text>解除以后，这台播放器不再播放本系统的内容，要重新配对才能恢复。确定解除吗？</Text>
        </Card>
      ),
    },
  }
}
