/** @file The panel of findings at work: shows a place, mends it, takes the mending back. */
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { PatchEvent, set, useFormCallbacks, type ObjectInputProps } from 'sanity'
import { correctionOf, undoOf, type Correction } from '../../contracts/words/correct.ts'
import type { Finding } from '../../contracts/words/finding.ts'
import type { Content } from '../../contracts/words/places.ts'
import { useFound } from './findings-context.ts'
import { placeTitle } from './place-title.ts'
import { selectFound } from './select-found.ts'
import { WordsPanel, type Done } from './WordsPanel.tsx'

type Mended = Done & { corrections: readonly Correction[] }

export function WordsAbove({ onChange, readOnly, schemaType, value }: ObjectInputProps) {
  const document = value as Content
  const { onPathFocus, onPathOpen } = useFormCallbacks()
  const toast = useToast()
  const found = useFound()
  const [done, setDone] = useState<Mended | null>(null)

  const write = (corrections: readonly Correction[]) =>
    onChange(PatchEvent.from(corrections.map(({ path, after }) => set(after, [...path]))))
  const gone = () => toast.push({ status: 'info', title: '这里已经改过了，没有再动它。' })

  const correct = (finding: Finding, instead: string) => {
    const corrections = correctionOf(document, finding, instead)
    if (corrections) {
      write(corrections)
      setDone({ found: finding.found, instead, corrections })
    } else gone()
  }
  const undo = () => {
    const corrections = done && undoOf(document, done.corrections)
    setDone(null)
    if (corrections) write(corrections)
    else gone()
  }
  const show = (finding: Finding) => {
    onPathOpen([...finding.path])
    onPathFocus([...finding.path])
    selectFound(window.document, finding)
  }

  return (
    <WordsPanel
      done={done}
      found={found}
      onCorrect={readOnly ? null : correct}
      onShow={show}
      onUndo={undo}
      titleOf={({ path }) => placeTitle(schemaType, document, path)}
    />
  )
}
