/** @file Around every form: what notes that it was opened, and what says that the connection is lost. */
import type { DocumentLayoutProps } from 'sanity'
import { FormRecorder } from './recent/Recorder.tsx'
import { SavingLine } from './saving/SavingLine.tsx'

export function FormFrame(props: DocumentLayoutProps) {
  const { documentId, documentType } = props
  return (
    <>
      <FormRecorder documentId={documentId} documentType={documentType} />
      <SavingLine documentId={documentId} documentType={documentType} />
      {props.renderDefault(props)}
    </>
  )
}
