/** @file Which types of documents have which preview. Pure. */
import { pagedTypes, previewedTypes } from '../../contracts/preview.ts'

/** Screens show it. */
export const isPreviewed = (type: string): boolean => previewedTypes.some((known) => known === type)
/** It has a page on the site. */
export const isPaged = (type: string): boolean => pagedTypes.some((known) => known === type)
