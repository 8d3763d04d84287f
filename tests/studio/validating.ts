/** @file Validates whole documents by the Studio's schema as its form does, so that rules are tested where they are wired. */
import { createSchema, validateDocument } from 'sanity'
import { schemaTypes } from '../../studio/schema/index.ts'

/** A Sunday morning of the bureau. */
export const at = Date.parse('2026-11-22T08:00:00+08:00')
export const clock = { now: () => at }
export const schema = createSchema({ name: 'pufa', types: schemaTypes(clock) })

const system = {
  _id: 'x',
  _rev: 'r',
  _createdAt: '2026-11-01T00:00:00Z',
  _updatedAt: '2026-11-01T00:00:00Z',
}

const workspace = {
  schema,
  i18n: { t: (key: string) => key, loadNamespaces: () => Promise.resolve() },
  // Whether a slug is taken is the lake's to say; here none is.
  getClient: () => ({
    config: () => ({ projectId: 'tests', dataset: 'tests' }),
    fetch: () => Promise.resolve(true),
    withConfig: () => workspace.getClient(),
  }),
}

export interface Problem {
  level: string
  path: string
  message: string
}

/** A document, or what is left of one. */
export type Draft = Readonly<Record<string, unknown>>

/** Every reference is taken to lead somewhere. */
export async function problemsIn(document: Draft): Promise<Problem[]> {
  const options = {
    document: { ...system, ...document },
    workspace,
    environment: 'cli',
    getDocumentExists: () => Promise.resolve(true),
  }
  const found = await validateDocument(options as unknown as Parameters<typeof validateDocument>[0])
  return found.map(({ level, path, message }) => ({ level, path: path.join('.'), message }))
}

/** Sentences at one field, or below it. */
export async function sentencesAt(document: Draft, field: string): Promise<string[]> {
  const problems = await problemsIn(document)
  return problems.filter(({ path }) => path === field || path.startsWith(`${field}.`)).map((p) => p.message)
}
