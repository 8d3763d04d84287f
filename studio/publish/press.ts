/**
 * @file What a press on 发布 waits for and what becomes of it. Pure.
 *
 * A press leads to exactly one of: published, refused with a reason, or given up with a reason. It
 * publishes only the revision that was itself checked, and only when nothing of it is still unsaved.
 */

/** What the check of one revision found. */
export interface Verdict {
  revision: string
  errors: number
}

export interface Seen {
  /** Of the draft; null while there is none. */
  revision: string | null
  /** Something typed is not saved yet. */
  isSyncing: boolean
  /** Why the lake would not publish now, as Sanity names it. */
  disabled: string | false
  verdict: Verdict | null
}

export type Step =
  /** Something has to be saved or loaded first. */
  | 'wait'
  /** This revision has not been checked. */
  | 'check'
  | 'publish'
  /** It was checked and has errors. */
  | 'refuse'
  /** There is nothing to publish. */
  | 'nothing'

export function nextStep({ revision, isSyncing, disabled, verdict }: Seen): Step {
  if (isSyncing || disabled === 'NOT_READY') return 'wait'
  if (revision === null || disabled !== false) return 'nothing'
  if (verdict?.revision !== revision) return 'check'
  return verdict.errors > 0 ? 'refuse' : 'publish'
}
