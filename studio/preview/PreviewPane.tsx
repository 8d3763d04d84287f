/** @file The frame of a preview beside the form: its heading, and enough room for a picture. */
import { Flex } from '@sanity/ui'
import { useEffect, useRef, type ReactNode } from 'react'
import { DocumentInspectorHeader } from 'sanity/structure'

/** Sanity opens such a pane at 320 px, in which a sign of 192 LEDs is not even twice its size. */
const roomy = 'min(480px, 42vw)'

interface Props {
  title: string
  onClose(): void
  children: ReactNode
}

export function PreviewPane({ title, onClose, children }: Props) {
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const pane = inside.current?.closest<HTMLElement>('[data-ui="DocumentInspectorPanel"]')
    if (!pane) return
    const before = pane.style.minWidth
    pane.style.minWidth = roomy
    return () => {
      pane.style.minWidth = before
    }
  }, [])
  return (
    <Flex direction="column" height="fill" overflow="hidden" ref={inside}>
      <DocumentInspectorHeader as="header" closeButtonLabel="收起" onClose={onClose} title={title} />
      {children}
    </Flex>
  )
}
