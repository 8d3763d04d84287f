/** @file The frame of the calendar's dialogs: a title, what stands in it, and the buttons at its foot. */
import { Box, Button, Card, Dialog, Flex, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'

interface WindowProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** The one that does it. */
  act: { text: string; onClick: () => void; disabled?: boolean; busy?: boolean }
  closeText?: string
  /** What has to be mended first. */
  problems?: readonly string[]
  width?: number
}

export function Window({
  title,
  onClose,
  children,
  act,
  closeText = '不做了',
  problems = [],
  width = 1,
}: WindowProps) {
  return (
    <Dialog
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button fontSize={1} mode="ghost" onClick={onClose} text={closeText} />
          <Button
            disabled={act.disabled === true || act.busy === true}
            fontSize={1}
            onClick={act.onClick}
            text={act.busy ? '正在写…' : act.text}
            tone="primary"
          />
        </Flex>
      }
      header={title}
      id="calendar-window"
      onClickOutside={onClose}
      onClose={onClose}
      width={width}
    >
      <Box padding={4}>
        <Stack gap={4}>
          {children}
          {problems.length > 0 && (
            <Card padding={3} radius={2} role="alert" tone="critical">
              <Stack gap={3}>
                {problems.map((problem) => (
                  <Text key={problem} size={1}>
                    ⚠ {problem}
                  </Text>
                ))}
              </Stack>
            </Card>
          )}
        </Stack>
      </Box>
    </Dialog>
  )
}
