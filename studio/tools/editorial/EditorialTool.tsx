/** @file The tool's shell: what it is made of is fetched when it is first opened. */
import { Card, Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'

const Main = lazy(() => import('./Main.tsx'))

export function EditorialTool() {
  return (
    <Suspense
      fallback={
        <Card padding={5} role="status">
          <Text muted>正在打开编务…</Text>
        </Card>
      }
    >
      <Main />
    </Suspense>
  )
}
