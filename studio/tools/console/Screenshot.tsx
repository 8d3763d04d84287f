/** @file The last picture of a screen, and another on demand. */
import { Button, Flex, Text } from '@sanity/ui'
import { useState } from 'react'
import { command } from './asking.ts'
import { resultWords } from './commands.ts'
import { Part, Trouble } from './Pieces.tsx'
import { useNow } from './polled.ts'
import { useSession } from './session.ts'
import type { ScreenView } from './shapes.ts'
import { Picture } from './Thumb.tsx'
import { agoWords, clockWords } from './words.ts'

function noPictureWords(online: boolean, commands: boolean): string {
  if (!online) return '屏幕不在线，连上以后才能截图。'
  return commands ? '还没有截过图，点“现在截图”看此刻的画面。' : '还没有人给它截过图。'
}

export function Screenshot({ view, onTaken }: { view: ScreenView; onTaken: () => void }) {
  const { commands } = useSession()
  const now = useNow()
  const [isTaking, setTaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { screen, pictureAt, online } = view

  const take = async () => {
    setTaking(true)
    const answer = await command(screen, { name: 'screenshot' })
    setTaking(false)
    const result = answer.ok ? answer.value.results[0] : null
    setTrouble(!answer.ok ? answer.sentence : result && !result.ok ? resultWords('截图', result) : null)
    onTaken()
  }

  return (
    <Part
      aside={
        commands && (
          <Button
            disabled={isTaking || !online}
            fontSize={1}
            onClick={() => void take()}
            padding={2}
            text={isTaking ? '正在截图…' : '现在截图'}
            tone="primary"
          />
        )
      }
      title="画面"
    >
      <Picture height={320} large view={view} />
      <Flex gap={3} wrap="wrap">
        <Text muted size={1}>
          {pictureAt === null
            ? noPictureWords(online, commands)
            : `截图时间 ${clockWords(pictureAt)}（${agoWords(pictureAt, now)}）`}
        </Text>
      </Flex>
      {trouble && <Trouble sentence={trouble} />}
    </Part>
  )
}
