/** @file The badge beside a title: where a content stands in review, by word, shape and colour. */
import type { DocumentBadgeComponent } from 'sanity'
import { standing } from './standing.ts'
import { useSeen } from './use-seen.ts'

export const ReviewBadge: DocumentBadgeComponent = (shown) => {
  const seen = useSeen(shown)
  const found = seen && standing(seen)
  return found && { label: found.label, title: found.label, color: found.color }
}
