/** @file 法律: the work; its text in force for a time is an edition. */
import { defineField, defineType } from 'sanity'
import { LawIcon } from '../icons/knowledge.tsx'
import { slugField, textField, titleField } from './fields/wording.ts'
import { choices, lawKinds, subtitle } from './words.ts'

export const law = defineType({
  name: 'law',
  title: '法律',
  type: 'document',
  icon: LawIcon,
  fields: [
    titleField('全称', '正式的全称，例如：中华人民共和国民法典。', 80),
    defineField({
      name: 'shortTitle',
      title: '简称',
      description: '平时引用的叫法，例如：民法典。',
      type: 'string',
      validation: (rule) => [rule.required().error('请填写简称'), rule.max(40).error('最多 40 个字')],
    }),
    slugField('law', '/laws/网址名'),
    defineField({
      name: 'kind',
      title: '效力级别',
      type: 'string',
      options: { list: choices(lawKinds) },
      validation: (rule) => rule.required().error('请选择效力级别'),
    }),
    textField('summary', '这部法律管什么', '一两句大白话。', 2),
  ],
  orderings: [{ name: 'title', title: '按简称', by: [{ field: 'shortTitle', direction: 'asc' }] }],
  preview: {
    select: { title: 'shortTitle', full: 'title', kind: 'kind' },
    prepare: ({ title, full, kind }) => ({
      title: title ?? full,
      subtitle: subtitle(lawKinds[kind as keyof typeof lawKinds], full !== title && full),
    }),
  },
})
