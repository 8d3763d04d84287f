/** @file One screen compiled and put together as its player does it. */
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { assemble, manifestFormat, type Manifest } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { allEvents, compileScreen, type CompileInput } from '../../scheduler/compile/manifest.ts'
import { partCache } from '../../scheduler/compile/parts.ts'

export function compiled(
  documents: ReadonlyMap<string, SignageDocument>,
  id = 'screen-1',
  more: Partial<CompileInput> = {},
): Manifest & { used: ReadonlySet<string>; hashes: readonly string[] } {
  const renditions = { find: () => null }
  const input = {
    documents,
    renditions,
    parts: partCache(),
    origin: 'https://pufa.test',
    today: '2026-03-02',
    ...more,
  }
  const screen = documents.get(id) as ScreenDocument
  const { head, parts, used } = compileScreen(screen, { ...input, events: allEvents(input) })
  const facts = { format: manifestFormat, revision: 1, issuedAt: 0, leaseUntil: 1, parts: [] } as const
  const manifest = assemble(
    { ...facts, ...head },
    parts.map(({ content }) => content),
  )
  return {
    ...manifest,
    used: new Set([...used, ...parts.flatMap((part) => [...part.used])]),
    hashes: parts.map(({ hash }) => hash),
  }
}
