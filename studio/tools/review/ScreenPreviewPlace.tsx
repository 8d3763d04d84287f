/** @file What screens would show of the content under review, drawn by the player's own code when it is asked for. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { lazy, Suspense, useMemo, useState } from 'react'
import { isPreviewed } from '../../preview/types.ts'

const OnSigns = lazy(async () => ({ default: (await import('../../preview/OnSigns.tsx')).OnSigns }))

/** Larger, the letters of a sign say nothing more. */
const roomPx = 560

interface Props {
  /** The copy that is read, or what is public. */
  content: object | null
  type: string
}

export function ScreenPreviewPlace({ content, type }: Props) {
  const [isOpen, setOpen] = useState(false)
  const document = useMemo(() => (content ? { ...content, _type: type } : null), [content, type])
  if (!document || !isPreviewed(type)) return null
  return (
    <Stack gap={4}>
      <Flex>
        <Button
          aria-expanded={isOpen}
          mode="ghost"
          onClick={() => setOpen(!isOpen)}
          padding={3}
          text={isOpen ? '收起屏幕预览' : '看屏幕上的样子'}
        />
      </Flex>
      {isOpen && (
        <Card border padding={3} radius={2} style={{ maxWidth: roomPx }}>
          <Suspense
            fallback={
              <Text muted size={1}>
                正在打开预览……
              </Text>
            }
          >
            <OnSigns document={document} type={type} />
          </Suspense>
        </Card>
      )}
    </Stack>
  )
}
