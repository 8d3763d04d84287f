/** @file Reads the one step that a write adds to a trail; whatever else it says of the trail is not listened to. Pure. */
import { canonicalJson } from '../../contracts/canonical.ts'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Wish } from '../../contracts/review/rule.ts'
import { isRecord, type LakeDocument } from '../store/document.ts'

const KINDS: readonly Wish['kind'][] = ['submit', 'recall', 'approve', 'reject', 'urgent', 'comment']

const refused = (id: string) => failLake('lake.review-trail', { id })

function addedStep(id: string, before: LakeDocument | null, after: LakeDocument): Record<string, unknown> {
  const known = Array.isArray(before?.['steps']) ? (before['steps'] as unknown[]) : []
  const steps = after['steps']
  if (!Array.isArray(steps) || steps.length !== known.length + 1) throw refused(id)
  if (canonicalJson(steps.slice(0, -1)) !== canonicalJson(known)) throw refused(id)
  const step: unknown = steps.at(-1)
  if (!isRecord(step)) throw refused(id)
  return step
}

export interface AskedStep extends Wish {
  key: string | null
  /** The copy to be reviewed, where the write names one. */
  copy: string | null
}

/** @throws PufaError `lake.review-trail` when the write does anything but add one step */
export function readWish(id: string, before: LakeDocument | null, after: LakeDocument): AskedStep {
  const step = addedStep(id, before, after)
  const kind = KINDS.find((one) => one === step['kind'])
  if (!kind) throw refused(id)
  const text = (name: string) => (typeof step[name] === 'string' ? step[name] : null)
  const [rev, words, copy] = [text('rev'), text('words'), text('copy')]
  return {
    kind,
    ...(rev === null ? {} : { rev }),
    ...(words === null ? {} : { words }),
    publishes: step['publishes'] === true,
    key: text('_key'),
    copy,
  }
}
