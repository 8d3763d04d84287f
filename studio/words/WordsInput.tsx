/** @file A document's form with what is to be said of its words above it. */
import { Stack } from '@sanity/ui'
import type { ReactNode } from 'react'
import type { ObjectInputProps } from 'sanity'
import type { Content } from '../../contracts/words/places.ts'
import { FindingsContext } from './findings-context.ts'
import { useFindings } from './use-findings.ts'
import { WordsAbove } from './WordsAbove.tsx'

/** Holds the findings, so that a form is drawn anew by its own changes alone and not by every look. */
function Findings({ document, children }: { document: Content | undefined; children: ReactNode }) {
  return <FindingsContext value={useFindings(document)}>{children}</FindingsContext>
}

export function WordsInput(props: ObjectInputProps) {
  return (
    <Findings document={props.value as Content | undefined}>
      <Stack gap={5}>
        {props.value && <WordsAbove {...props} />}
        {props.renderDefault(props)}
      </Stack>
    </Findings>
  )
}
