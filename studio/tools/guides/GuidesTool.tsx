/** @file The guides' place in the Studio: texts and pictures come when they are opened. */
import { Flex, Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'

const Main = lazy(() => import('./Main.tsx'))

export function GuidesTool() {
  const waiting = (
    <Flex align="center" height="fill" justify="center" padding={5}>
      <Text muted>正在打开使用指南…</Text>
    </Flex>
  )
  return (
    <Suspense fallback={waiting}>
      <Main />
    </Suspense>
  )
}
