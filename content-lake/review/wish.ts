/** @file Reads the one step that a write adds to a trail; whatever else it says of the trail is not listened to. Pure. */
import { canonicalJson } from '../../contracts/canonical.ts'
import { failLake } from '../../contracts/errors/lake.ts'
import { askedStep, type AskedStep } from '../../contracts/review/wish.ts'
import { isRecord, type LakeDocument } from '../store/document.ts'

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

/** @throws PufaError `lake.review-trail` when the write does anything but add one step */
export function readWish(id: string, before: LakeDocument | null, after: LakeDocument): AskedStep {
  const asked = askedStep(addedStep(id, before, after))
  if (!asked) throw refused(id)
  return asked
}
