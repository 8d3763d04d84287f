/**
 * @file 编务记录: what the desk keeps for itself. The tool 编务 writes and reads it; nobody edits it by hand,
 * and no list, search or menu offers it.
 */
import { defineArrayMember, defineField, defineType } from 'sanity'
import type { DeskNote } from '../../contracts/documents/index.ts'
import { ReportIcon } from '../icons/desk.tsx'
import { countyOrAllField } from './fields/places.ts'
import { choices, subtitle } from './words.ts'

const missing = '没有这一项'

const kinds: Record<DeskNote['kind'], string> = {
  search: '搜不到的词',
  answer: '答复用语',
  plan: '全年计划',
  citation: '法律依据核对',
}

const outcomes: Record<NonNullable<DeskNote['outcome']>, string> = {
  ignored: '不用管',
  written: '写了一条问答',
  joined: '归到已有问答',
}

const written = (name: string, title: string) =>
  defineField({ name, title, type: 'string', validation: (rule) => rule.required().error(missing) })

export const deskNote = defineType({
  name: 'deskNote',
  title: '编务记录',
  type: 'document',
  icon: ReportIcon,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    { ...written('kind', '哪一种'), options: { list: choices(kinds) } },
    written('subject', '关于什么'),
    defineField({
      name: 'outcome',
      title: '怎么处理的',
      type: 'string',
      options: { list: choices(outcomes) },
    }),
    defineField({ name: 'text', title: '内容', type: 'text', rows: 3 }),
    defineField({
      name: 'about',
      title: '有关的内容',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    written('author', '谁记的'),
    written('writtenAt', '什么时候'),
    countyOrAllField(),
  ],
  preview: {
    select: { kind: 'kind', subject: 'subject', author: 'author' },
    prepare: ({ kind, subject, author }) => ({
      title: subject ?? '（没有内容）',
      subtitle: subtitle(kinds[kind as DeskNote['kind']], author),
    }),
  },
})
