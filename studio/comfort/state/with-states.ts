/**
 * @file Gives every type that clerks publish its state at the end of its row, wherever the Studio draws one:
 * lists of the desk, results of a search, references.
 *
 * A row of the desk draws what `prepare` returns and asks no component of ours, so the state goes in there:
 * title and subtitle have to be text, what is called `children` stands behind them.
 */
import { createElement } from 'react'
import { getPublishedId, type SchemaTypeDefinition } from 'sanity'
import { typeRules } from '../../../contracts/documents/kinds.ts'
import { StateChip } from './StateChip.tsx'

type Prepared = Record<string, unknown>
type Prepare = (value: Prepared, options?: unknown) => Prepared

interface Previewed {
  name: string
  preview?: { select?: Record<string, string>; prepare?: Prepare }
}

const unseen = new Set(['review', 'reviewPolicy', 'tableImport', 'siteSettings'])
const idField = '_id'

function withState(type: SchemaTypeDefinition, isReviewed: boolean): SchemaTypeDefinition {
  const { preview } = type as unknown as Previewed
  const select = preview?.select
  if (!(type.name in typeRules) || unseen.has(type.name) || !select) return type
  const before: Prepare = preview.prepare ?? ((value) => value)
  const prepare: Prepare = ({ [idField]: id, ...value }, options) => {
    const prepared = before(value, options)
    if (typeof id !== 'string') return prepared
    return { ...prepared, children: createElement(StateChip, { subject: getPublishedId(id), isReviewed }) }
  }
  return {
    ...type,
    preview: { ...preview, select: { ...select, [idField]: idField }, prepare },
  } as SchemaTypeDefinition
}

/** @param isReviewed as the program was started */
export const withStates = (types: SchemaTypeDefinition[], isReviewed: boolean): SchemaTypeDefinition[] =>
  types.map((type) => withState(type, isReviewed))
