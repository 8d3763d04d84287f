/** @file The captions of a film: a table beside the film in place of Sanity's list. */
import { Text } from '@sanity/ui'
import { lazy, Suspense } from 'react'
import type { ArrayOfObjectsInputProps } from 'sanity'

const CaptionEditor = lazy(() => import('./CaptionEditor.tsx'))

export function CaptionsInput(props: ArrayOfObjectsInputProps) {
  return (
    <Suspense fallback={<Text size={1}>正在打开字幕……</Text>}>
      <CaptionEditor {...props} />
    </Suspense>
  )
}
