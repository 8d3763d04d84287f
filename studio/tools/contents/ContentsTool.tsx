/** @file The tool's shell: what it is made of is fetched when it is first opened. */
import { Card, Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'

const Main = lazy(() => import('./Main.tsx'))

export function ContentsTool() {
  return (
    <Suspense
      fallback={
        <Card padding={5}>
          <Text muted>正在打开全部内容…</Text>
        </Card>
      }
    >
      <Main />
    </Suspense>
  )
}
