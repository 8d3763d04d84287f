/** @file Loads the tool when it is opened, so that the Studio starts without it. */
import { Box, Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'

const Main = lazy(() => import('./Main.tsx'))

export function TablesTool() {
  return (
    <Suspense
      fallback={
        <Box padding={5}>
          <Text muted>正在打开表格导入…</Text>
        </Box>
      }
    >
      <Main />
    </Suspense>
  )
}
