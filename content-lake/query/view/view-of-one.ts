/** @file A dataset of one document, for a listener's filter. Pure. */
import type { LakeDocument } from '../../store/document.ts'
import { USUAL, type View } from './view.ts'

export const viewOfOne = (document: LakeDocument): View => ({
  tuning: USUAL,
  get: (id) => (id === document._id ? document : undefined),
  all: () => [document],
  size: (posting) => (posting ? null : 1),
  lookUp: () => [document],
  lookUpAll: () => null,
  ordered: () => null,
})
