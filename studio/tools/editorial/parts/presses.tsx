/** @file Presses that lead to where something is done: a fresh document, a document's form, another tab. */
import { Button } from '@sanity/ui'
import { IntentLink, useRouter } from 'sanity/router'
import { forwardRef, useMemo, type ComponentProps } from 'react'

interface PressProps {
  words: string
  type: string
  /** For whoever hears the press and does not see the line. */
  label?: string
  tone?: 'default' | 'primary'
}

function linkTo(intent: 'create' | 'edit', params: Record<string, string>) {
  return forwardRef<HTMLAnchorElement, Omit<ComponentProps<typeof IntentLink>, 'intent' | 'params'>>(
    function Link(props, ref) {
      return <IntentLink {...props} intent={intent} params={params} ref={ref} />
    },
  )
}

function Press({
  words,
  label,
  tone = 'default',
  to,
}: Omit<PressProps, 'type'> & { to: ReturnType<typeof linkTo> }) {
  return (
    <Button
      aria-label={label ?? words}
      as={to}
      data-as="a"
      fontSize={1}
      mode={tone === 'primary' ? 'default' : 'ghost'}
      padding={3}
      text={words}
      tone={tone}
    />
  )
}

export function NewPress({ type, ...look }: PressProps) {
  const to = useMemo(() => linkTo('create', { type, template: type }), [type])
  return <Press {...look} to={to} />
}

export function EditPress({ type, id, ...look }: PressProps & { id: string }) {
  const to = useMemo(() => linkTo('edit', { id, type }), [id, type])
  return <Press {...look} to={to} />
}

/** Opens a document's form from code, after it was made. */
export function useOpen(): (id: string, type: string) => void {
  const router = useRouter()
  return (id, type) => router.navigateIntent('edit', { id, type })
}
