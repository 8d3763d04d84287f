/** @file Small pieces that several panes draw alike. */
import { Box, Card, Flex, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'

export function Alert({ children }: { children: ReactNode }) {
  return (
    <Card border padding={4} radius={2} role="alert" tone="critical">
      <Text size={1}>⚠ {children}</Text>
    </Card>
  )
}

export function Note({ tone = 'primary', children }: { tone?: 'primary' | 'caution'; children: ReactNode }) {
  return (
    <Card padding={3} radius={2} tone={tone}>
      <Text size={1}>{children}</Text>
    </Card>
  )
}

/** @param all what `done` counts towards; a bar without it would say nothing */
export function Progress({ title, done, all }: { title: string; done: number; all: number }) {
  const percent = all === 0 ? 100 : Math.floor((done / all) * 100)
  return (
    <Stack gap={3}>
      <Flex justify="space-between">
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text aria-live="polite" muted size={1}>
          {done} / {all}
        </Text>
      </Flex>
      <Card
        aria-label={title}
        aria-valuemax={all}
        aria-valuemin={0}
        aria-valuenow={done}
        border
        overflow="hidden"
        radius={3}
        role="progressbar"
      >
        <Card style={{ width: `${percent}%`, height: 10, transition: 'width 0.2s' }} tone="positive">
          <Box style={{ height: '100%', background: 'currentColor', opacity: 0.55 }} />
        </Card>
      </Card>
    </Stack>
  )
}

/** Where the person stands: the steps by name, the present one marked. */
export function Steps({ steps, at }: { steps: readonly string[]; at: number }) {
  return (
    <Flex aria-label="步骤" as="ol" gap={2} style={{ margin: 0, padding: 0, listStyle: 'none' }} wrap="wrap">
      {steps.map((title, index) => (
        <Card
          aria-current={index === at ? 'step' : undefined}
          as="li"
          border={index === at}
          key={title}
          paddingX={3}
          paddingY={2}
          radius={6}
          tone={index === at ? 'primary' : index < at ? 'positive' : 'transparent'}
        >
          <Text muted={index > at} size={1} weight={index === at ? 'semibold' : 'regular'}>
            {index < at ? '✔' : index + 1} {title}
          </Text>
        </Card>
      ))}
    </Flex>
  )
}
