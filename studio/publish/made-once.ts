/** @file A component that is made twice is two, and loses its state: each is made once from what it holds. */
import type { DocumentActionComponent } from 'sanity'

type Make = (original: DocumentActionComponent) => DocumentActionComponent

/** @returns `make`, which from then on answers the same for the same action, and keeps the action's own name */
export function madeOnce(make: Make): Make {
  const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  return (original) => {
    const known = made.get(original)
    if (known) return known
    const fresh = make(original)
    if (original.action) fresh.action = original.action
    fresh.displayName = original.displayName ?? original.name
    made.set(original, fresh)
    return fresh
  }
}

/** Puts what is made of 发布 in its place. */
export const inPlaceOfPublish = (actions: DocumentActionComponent[], make: Make): DocumentActionComponent[] =>
  actions.map((action) => (action.action === 'publish' ? make(action) : action))
