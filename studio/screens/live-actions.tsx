/** @file The switch of a broadcast beside its document: end it on all screens at once, or let it go on. */
import { Card, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { getPublishedId, type DocumentActionComponent } from 'sanity'
import { orderLive } from './signage.ts'

interface Words {
  label: string
  done: string
  doneMore: string
  failed: string
  question: string
  no: string
}

function switchAction(action: 'stop' | 'resume', words: Words): DocumentActionComponent {
  const tone = action === 'stop' ? 'critical' : 'default'
  return function SwitchAction({ id, published }) {
    const [asking, setAsking] = useState(false)
    const toast = useToast()

    const press = async () => {
      setAsking(false)
      const answer = await orderLive(window.fetch, getPublishedId(id), action)
      toast.push(
        answer.ok
          ? { status: 'success', title: words.done, description: words.doneMore }
          : { status: 'error', title: words.failed, description: answer.sentence },
      )
    }

    return {
      label: words.label,
      tone,
      disabled: published === null,
      onHandle: () => setAsking(true),
      dialog: asking && {
        type: 'confirm',
        tone,
        onCancel: () => setAsking(false),
        onConfirm: () => void press(),
        confirmButtonText: words.label,
        cancelButtonText: words.no,
        message: (
          <Card>
            <Text>{words.question}</Text>
          </Card>
        ),
      },
    }
  }
}

export const StopLiveAction = switchAction('stop', {
  label: '立刻停播',
  done: '已停播',
  doneMore: '连着网的屏幕都换成了别的内容。谁在什么时候停的已经记下。',
  failed: '没有停播成功，请再按一次，并打值班电话',
  question: '所有屏幕会立刻停播这路直播，改播别的内容。确定停播吗？',
  no: '不停播',
})

export const ResumeLiveAction = switchAction('resume', {
  label: '恢复直播',
  done: '已恢复',
  doneMore: '还在直播时间内的话，屏幕会重新接入。',
  failed: '没有恢复',
  question: '如果还在直播时间内，屏幕会重新播这路直播。确定恢复吗？',
  no: '不恢复',
})
