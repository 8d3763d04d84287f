/** @file All guides. */
import { adviserGuide } from './adviser/guide.ts'
import { editorGuide } from './editor/guide.ts'
import { operatorGuide } from './operator/guide.ts'
import { reviewerGuide } from './reviewer/guide.ts'
import type { Guide } from './shape.ts'

export const guides: readonly Guide[] = [editorGuide, reviewerGuide, operatorGuide, adviserGuide]
