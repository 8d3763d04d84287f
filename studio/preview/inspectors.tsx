/** @file The previews beside the form. Loaded when one is opened, so that the Studio's start does not grow. */
import { Card, Text } from '@sanity/ui'
import { lazy, Suspense, type ComponentType } from 'react'
import type { DocumentInspector, DocumentInspectorProps } from 'sanity'
import { screenPreviewName, sitePreviewName } from './names.ts'
import { isPaged, isPreviewed } from './types.ts'

const ScreenPreview = lazy(() => import('./ScreenPreview.tsx'))
const SitePreview = lazy(() => import('./SitePreview.tsx'))

const waiting = (
  <Card padding={4}>
    <Text muted size={1}>
      正在打开预览……
    </Text>
  </Card>
)

const whenLoaded = (Preview: ComponentType<DocumentInspectorProps>) => (props: DocumentInspectorProps) => (
  <Suspense fallback={waiting}>
    <Preview {...props} />
  </Suspense>
)

const screen: DocumentInspector = { name: screenPreviewName, component: whenLoaded(ScreenPreview) }
const site: DocumentInspector = { name: sitePreviewName, component: whenLoaded(SitePreview) }

/**
 * @param type of the document that is open
 * @param drafted the site can draw drafts: it asks the lake with the editor's own session, which a hosted
 *   lake does not know
 */
export function previewInspectors(type: string, drafted: boolean): DocumentInspector[] {
  return [...(isPreviewed(type) ? [screen] : []), ...(drafted && isPaged(type) ? [site] : [])]
}
