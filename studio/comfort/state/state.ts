/**
 * @file Where a content stands, in one word with its shape, for every list. Pure.
 *
 * The badge of review says it for what is under way; lists also say what needs nobody: that it is public, that
 * it was changed since, that it was taken down. Lists compare a copy by its revision and not by its text:
 * what was changed and changed back counts as changed until the form, which compares the text, is opened.
 */
import { standing, type Standing } from '../../review/standing.ts'
import type { Seen } from '../../review/seen.ts'

export interface StateShown {
  /** Shape and word: `◔ 待初审`. */
  label: string
  tone: Standing['tone']
}

export const publicState: StateShown = { label: '● 已公开', tone: 'positive' }
const changedState: StateShown = { label: '✎ 公开后改过', tone: 'caution' }
const downState: StateShown = { label: '■ 已撤下', tone: 'default' }
const waitsState: StateShown = { label: '○ 还没有公开', tone: 'default' }

/** Of what goes out without review. */
export function plainState({ copy, isPublished }: Pick<Seen, 'copy' | 'isPublished'>): StateShown {
  if (copy === null) return publicState
  return isPublished ? changedState : waitsState
}

const isNew = (label: string) => label.startsWith('○')

/** @param seen as the list knows it */
export function stateOf(seen: Seen): StateShown {
  const found = standing(seen)
  if (found === null) return publicState
  if (!isNew(found.label)) return { label: found.label, tone: found.tone }
  if (seen.isPublished) return changedState
  return seen.trail?.state === 'unpublished' ? downState : { label: found.label, tone: found.tone }
}
