/** @file 审核记录: a content's trail of review. The lake writes it; nobody edits it by a form. */
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { stateWords } from '../review/words.ts'

const line = (name: string, title: string) => defineField({ name, title, type: 'string', readOnly: true })

export const reviewStep = defineType({
  name: 'reviewStep',
  title: '一笔记录',
  type: 'object',
  fields: [
    line('kind', '做了什么'),
    line('stage', '审次'),
    line('byName', '谁'),
    line('onBehalfOfName', '代谁'),
    defineField({ name: 'at', title: '时间', type: 'datetime', readOnly: true }),
    defineField({ name: 'words', title: '意见', type: 'text', readOnly: true }),
  ],
})

export const review = defineType({
  name: 'review',
  title: '审核记录',
  type: 'document',
  icon: CheckmarkCircleIcon,
  readOnly: true,
  // A search for the content would find its trail beside it, under the same title.
  __experimental_omnisearch_visibility: false,
  fields: [
    line('title', '内容'),
    line('state', '状态'),
    defineField({
      name: 'county',
      title: '县区',
      type: 'reference',
      weak: true,
      readOnly: true,
      to: [{ type: 'county' }],
    }),
    defineField({
      name: 'steps',
      title: '经过',
      type: 'array',
      readOnly: true,
      of: [defineArrayMember({ type: 'reviewStep' })],
    }),
  ],
  preview: {
    select: { title: 'title', state: 'state' },
    prepare: ({ title, state }) => ({ title: title ?? '（没有标题）', subtitle: stateWords(state) }),
  },
})
