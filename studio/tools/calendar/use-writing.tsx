/** @file Does a change, says so with a button that takes it back, and says what went wrong. */
import { Button, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useClient } from 'sanity'
import { apiVersion } from '../../structure/lists.ts'
import { RefusedError, takeBack, type Done } from './change/write.ts'

/** One line for all of it: only what was done last can be taken back. */
const toastId = 'calendar-change'
/** How long the button to take back stands. */
const undoMs = 30_000

type Client = ReturnType<typeof useClient>

export interface Writing {
  busy: boolean
  /** @returns whether it was done */
  write: (what: string, work: (client: Client) => Promise<Done>) => Promise<boolean>
}

function sentenceOf(error: unknown): string {
  if (error instanceof RefusedError) return error.message
  const status = (error as { statusCode?: unknown }).statusCode
  if (status === 403) return '您的账号不能改这一条。请找播控员或管理员'
  if (status === 409) return '这条排期刚刚被别人改过。请看一看最新的日历，再改一次'
  return '没有写成，请检查网络后再试一次'
}

export function useWriting(reload: () => void): Writing {
  const client = useClient({ apiVersion })
  const toast = useToast()
  const [busy, setBusy] = useState(false)

  const undo = async (done: Done) => {
    const id = toastId
    try {
      const taken = await takeBack(client, done)
      toast.push(
        taken
          ? { id, status: 'success', title: '已撤销', duration: 5_000 }
          : {
              id,
              status: 'warning',
              title: '没有撤销：这条排期后来又改过，请打开排期看一看',
              duration: 15_000,
            },
      )
    } catch (error) {
      toast.push({ id, status: 'error', title: `没有撤销。${sentenceOf(error)}`, duration: 15_000 })
    }
    reload()
  }

  const write: Writing['write'] = async (what, work) => {
    setBusy(true)
    try {
      const done = await work(client)
      toast.push({
        id: toastId,
        status: 'success',
        title: what,
        duration: undoMs,
        closable: true,
        description: (
          <Stack gap={3}>
            <Text size={1}>写成了草稿，发布以后屏幕才会变。</Text>
            <Button fontSize={1} mode="ghost" onClick={() => void undo(done)} padding={2} text="撤销" />
          </Stack>
        ),
      })
      return true
    } catch (error) {
      toast.push({ id: toastId, status: 'error', title: sentenceOf(error), duration: 15_000, closable: true })
      return false
    } finally {
      setBusy(false)
      reload()
    }
  }

  return { busy, write }
}
