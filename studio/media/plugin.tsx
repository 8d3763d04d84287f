/**
 * @file Puts the bar of uploads under every page of the Studio (its code comes with the first upload), and over
 * a file's field what is left of one that nobody sends any more.
 */
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { definePlugin, type LayoutProps } from 'sanity'
import { FileField } from './FileField.tsx'
import { uploads } from './upload/uploads.ts'

const UploadBar = lazy(() => import('./UploadBar.tsx'))

function WithUploads(props: LayoutProps) {
  const listed = useSyncExternalStore(uploads.subscribe, uploads.list)
  return (
    <>
      {props.renderDefault(props)}
      {listed.length > 0 && (
        <Suspense fallback={null}>
          <UploadBar listed={listed} />
        </Suspense>
      )}
    </>
  )
}

export const media = definePlugin({
  name: 'pufa-media',
  studio: { components: { layout: WithUploads } },
  form: { components: { input: FileField } },
})
