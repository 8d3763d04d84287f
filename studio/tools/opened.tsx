/** @file A tool's shell: what it is made of is fetched when it is first opened, so that the Studio starts without it. */
import { Card, Text } from '@sanity/ui'
import { lazy, Suspense, type ComponentType, type ReactElement } from 'react'

/** @param title as the navbar has it */
export function whenOpened(
  title: string,
  load: () => Promise<{ default: ComponentType }>,
): () => ReactElement {
  const Main = lazy(load)
  return () => (
    <Suspense
      fallback={
        <Card padding={5} role="status">
          <Text muted>正在打开{title}…</Text>
        </Card>
      }
    >
      <Main />
    </Suspense>
  )
}
