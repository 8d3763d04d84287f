/** @file The console's place in the Studio: its code comes when it is opened, so that the Studio starts without it. */
import { Flex, Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'

const Main = lazy(() => import('./Main.tsx'))

export function ConsoleTool() {
  const waiting = (
    <Flex align="center" height="fill" justify="center" padding={5}>
      <Text muted>正在打开屏幕值守…</Text>
    </Flex>
  )
  return (
    <Suspense fallback={waiting}>
      <Main />
    </Suspense>
  )
}
