/** @file Our own words for Sanity's frame, on top of `@sanity/locale-zh-hans`. */
import { defineLocaleResourceBundle } from 'sanity'
import { releaseDialogWords } from './releases/dialogs.ts'
import { inStructure, inStudio } from './releases/elsewhere.ts'
import { scheduledDraftWords } from './releases/scheduled-drafts.ts'
import { releaseScreenWords } from './releases/screens.ts'
import { structureWords } from './structure.ts'
import { studioWords } from './studio.ts'

const copyPasteWords = {
  'copy-paste.on-paste.validation.read-only-fields-skipped.description': '跳过了只读的字段：{{fieldNames}}',
  'copy-paste.on-paste.validation.read-only-fields-skipped-truncated.description':
    '跳过了只读的字段：{{fieldNames}} 等另外 {{count}} 个',
} as const

const commentsWords = {
  'list-item.origin.draft': '来自草稿',
  'list-item.origin.published': '来自已发布',
} as const

const validationWords = {
  'slug.missing-current': '请填写网址名',
  'slug.not-object': '网址名的格式不对，请重新填写',
  'slug.not-unique': '这个网址名已经有人用了，请换一个',
  'date.invalid-format': '请写成 2026-12-04 这样的日期',
} as const

/** Namespace → words. */
export const chineseWords: Record<string, Record<string, string>> = {
  studio: { ...studioWords, ...inStudio },
  structure: { ...structureWords, ...inStructure },
  releases: { ...releaseScreenWords, ...releaseDialogWords },
  singleDocRelease: scheduledDraftWords,
  'copy-paste': copyPasteWords,
  comments: commentsWords,
  validation: validationWords,
}

export const chineseBundles = Object.entries(chineseWords).map(([namespace, resources]) =>
  defineLocaleResourceBundle({ locale: 'zh-Hans', namespace, resources }),
)
