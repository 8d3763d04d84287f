/** @file Does what is pressed, says so with a button that takes it back, and says what went wrong. */
import { Button, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useClient, useCurrentUser } from 'sanity'
import { browserClock } from '../../clock.ts'
import { refusedSentence } from '../../review/refusals.ts'
import { apiVersion } from '../../structure/lists.ts'
import { RefusedError, takeBack, type Done } from '../calendar/change/write.ts'
import type { Hand } from './write/write.ts'

const toastId = 'editorial-change'
/** How long the button to take back stands. */
const undoMs = 30_000
const errorMs = 15_000

export type Client = ReturnType<typeof useClient>

export interface Writing {
  busy: boolean
  /** @returns whether it was done */
  write: (what: string, work: (client: Client, hand: Hand) => Promise<Done>) => Promise<boolean>
}

function sentenceOf(error: unknown): string {
  if (error instanceof RefusedError) return error.message
  const refused = refusedSentence(error)
  if (refused) return `${refused.title}。${refused.remedy}`
  const status = (error as { statusCode?: unknown }).statusCode
  if (status === 403) return '您的账号不能改这一份。请找管理员'
  if (status === 409) return '这一份刚刚被别人改过。请看一看最新的，再改一次'
  return '没有写成，请检查网络后再试一次'
}

export function useWriting(): Writing {
  const client = useClient({ apiVersion })
  const toast = useToast()
  const user = useCurrentUser()
  const [busy, setBusy] = useState(false)

  const fail = (words: string) =>
    toast.push({ id: toastId, status: 'error', title: words, duration: errorMs, closable: true })
  const undo = async (done: Done) => {
    try {
      const taken = await takeBack(client, done)
      if (taken) toast.push({ id: toastId, status: 'success', title: '已撤销', duration: 5_000 })
      else fail('没有撤销：后来又有人改过，请打开看一看')
    } catch (error) {
      fail(`没有撤销。${sentenceOf(error)}`)
    }
  }

  const write: Writing['write'] = async (what, work) => {
    setBusy(true)
    try {
      const hand = { author: user?.name ?? '', at: new Date(browserClock.now()).toISOString() }
      const done = await work(client, hand)
      toast.push({
        id: toastId,
        status: 'success',
        title: what,
        duration: done.length > 0 ? undoMs : 5_000,
        closable: true,
        ...(done.length > 0 && {
          description: (
            <Stack gap={3}>
              <Text size={1}>按错了可以撤销。</Text>
              <Button fontSize={1} mode="ghost" onClick={() => void undo(done)} padding={2} text="撤销" />
            </Stack>
          ),
        }),
      })
      return true
    } catch (error) {
      fail(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }

  return { busy, write }
}
