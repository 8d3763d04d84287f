/** @file Beside the form: what is being written as a screen shows it. */
import { Card } from '@sanity/ui'
import { useMemo } from 'react'
import type { DocumentInspectorProps } from 'sanity'
import { useDocumentPane } from 'sanity/structure'
import { OnSigns } from './OnSigns.tsx'
import { PreviewPane } from './PreviewPane.tsx'

export default function ScreenPreview({ onClose, documentType }: DocumentInspectorProps) {
  const { displayed } = useDocumentPane()
  const document = useMemo(
    () => (displayed ? { ...displayed, _type: documentType } : null),
    [displayed, documentType],
  )
  return (
    <PreviewPane onClose={onClose} title="屏上预览">
      <Card flex={1} overflow="auto" padding={3}>
        <OnSigns document={document} type={documentType} />
      </Card>
    </PreviewPane>
  )
}
