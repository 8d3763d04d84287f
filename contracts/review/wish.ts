/** @file Reads a step that somebody asks for, from what came over the wire. Pure. */
import type { Wish } from './rule.ts'

const kinds: readonly Wish['kind'][] = ['submit', 'recall', 'approve', 'reject', 'urgent', 'comment']

export interface AskedStep extends Wish {
  key: string | null
  /** The copy to be reviewed, where it names one. */
  copy: string | null
}

/** @returns null when it is no step that a person takes */
export function askedStep(step: unknown): AskedStep | null {
  if (typeof step !== 'object' || step === null) return null
  const record = step as Readonly<Record<string, unknown>>
  const kind = kinds.find((one) => one === record['kind'])
  if (!kind) return null
  const text = (name: string) => (typeof record[name] === 'string' ? record[name] : null)
  const [rev, words] = [text('rev'), text('words')]
  return {
    kind,
    ...(rev === null ? {} : { rev }),
    ...(words === null ? {} : { words }),
    publishes: record['publishes'] === true,
    key: text('_key'),
    copy: text('copy'),
  }
}
