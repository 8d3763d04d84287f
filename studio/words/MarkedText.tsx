/** @file The editor of a long text, with what was found marked in it. */
import { useMemo, type PropsWithChildren } from 'react'
import type { PortableTextInputProps } from 'sanity'
import type { Finding } from '../../contracts/words/finding.ts'
import type { Place } from '../../contracts/words/places.ts'
import { useFound } from './findings-context.ts'

type Marks = NonNullable<PortableTextInputProps['rangeDecorations']>

/** By the kind of line as well as by its colour. */
const underline = {
  block: { textDecoration: 'underline wavy #c0392b 2px', textUnderlineOffset: '4px' },
  suggest: { textDecoration: 'underline dotted #b7791f 2px', textUnderlineOffset: '4px' },
} as const

const Blocked = ({ children }: PropsWithChildren) => (
  <span data-words="block" style={underline.block}>
    {children}
  </span>
)
const Suggested = ({ children }: PropsWithChildren) => (
  <span data-words="suggest" style={underline.suggest}>
    {children}
  </span>
)

/** `[field, {_key}, 'children', {_key}, 'text']` → the place within the editor. */
const spanPath = (path: Place['path']) => [...path.slice(1, -1)]

function marksOf(findings: readonly Finding[], field: string): Marks {
  return findings
    .filter(({ path, from, to }) => path[0] === field && path.at(-3) === 'children' && from < to)
    .map((finding) => {
      const last = finding.rest.at(-1) ?? finding
      return {
        component: finding.kind === 'block' ? Blocked : Suggested,
        selection: {
          anchor: { path: spanPath(finding.path), offset: finding.from },
          focus: { path: spanPath(last.path), offset: last.to },
        },
      }
    })
}

export function MarkedText(props: PortableTextInputProps) {
  const { findings } = useFound()
  const { rangeDecorations: others } = props
  const field = props.path.length === 1 ? props.path[0] : undefined
  const rangeDecorations = useMemo(
    () => [...(others ?? []), ...(typeof field === 'string' ? marksOf(findings, field) : [])],
    [findings, field, others],
  )
  return props.renderDefault({ ...props, rangeDecorations })
}
