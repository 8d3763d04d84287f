/** @file Fetches the calendar's code when it is opened. */
import { Card, Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'

const Main = lazy(() => import('./Main.tsx'))

export function CalendarTool() {
  return (
    <Suspense
      fallback={
        <Card padding={5} role="status">
          <Text muted>正在打开排期日历…</Text>
        </Card>
      }
    >
      <Main />
    </Suspense>
  )
}
