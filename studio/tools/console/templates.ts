/** @file Templates of notices as the lake has them published, and the words they make. Pure but for nothing. */
import type { NoticeField, NoticeTemplate } from '../../../contracts/documents/index.ts'
import { fillTemplate } from '../../../contracts/notice-template.ts'

export type Template = Pick<NoticeTemplate, '_id' | 'title' | 'text' | 'tone'> & {
  fields: readonly NoticeField[] | null
}

export const templatesQuery = `*[_type == "noticeTemplate" && !(_id in path("drafts.**"))
  && !(_id in path("versions.**"))] | order(title asc)[0...200]{_id, title, text, tone, fields}`

export type Values = Readonly<Record<string, string>>

export interface Filled {
  /** The words as they stand so far; what is not filled in yet shows as a gap. */
  words: string
  /** What is still wrong, by field; empty when it may go out. */
  problems: readonly { field: string; message: string }[]
}

const gap = '＿＿'

/** Only the template's own blanks count: what was typed for another template is left out. */
export function filledBy({ text, fields }: Template, values: Values): Filled {
  const own = Object.fromEntries((fields ?? []).map(({ name }) => [name, values[name] ?? '']))
  const filled = fillTemplate({ text, ...(fields ? { fields } : {}) } as NoticeTemplate, own)
  if ('text' in filled) return { words: filled.text, problems: [] }
  const words = text.replace(/\{([^{}]*)\}/gu, (_, name: string) => own[name]?.trim() || gap)
  return { words, problems: filled.problems }
}

/** Of what was begun, what is wrong with it; nobody is told off for what is still empty. */
export const problemOf = (filled: Filled, field: string, values: Values): string | null =>
  values[field]?.trim() ? (filled.problems.find((each) => each.field === field)?.message ?? null) : null
