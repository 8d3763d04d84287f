/** @file The way from a content to how it looks on a screen, for what screens show. */
import { Button, Flex } from '@sanity/ui'
import { IntentLink } from 'sanity/router'
import { playableTypes } from '../../../contracts/documents/playlists.ts'

const screenBound: ReadonlySet<string> = new Set([...playableTypes, 'noticeTemplate', 'playlist'])

export function ScreenPreviewPlace({ subject, type }: { subject: string; type: string }) {
  if (!screenBound.has(type)) return null
  return (
    <Flex>
      <Button
        as={IntentLink}
        intent="edit"
        mode="ghost"
        padding={3}
        params={{ id: subject, type }}
        text="到表单里看屏幕上的样子"
      />
    </Flex>
  )
}
