/** @file 法律版本: the text of a law in force for a time. */
import { defineField, defineType } from 'sanity'
import { EditionIcon } from '../icons/knowledge.tsx'
import { titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

interface Dates {
  effectiveFrom?: string
}

export const lawEdition = defineType({
  name: 'lawEdition',
  title: '法律版本',
  type: 'document',
  icon: EditionIcon,
  fields: [
    defineField({
      name: 'law',
      title: '法律',
      type: 'reference',
      to: [{ type: 'law' }],
      options: { disableNew: true },
      validation: (rule) => rule.required().error('请选择法律'),
    }),
    titleField('版本名称', '例如：2019年修正版；不清楚就写：现行文本。', 40),
    defineField({
      name: 'adoption',
      title: '通过与修正',
      description: '照文本题注写。',
      type: 'text',
      rows: 2,
    }),
    defineField({ name: 'promulgatedOn', title: '公布日期', type: 'date' }),
    defineField({
      name: 'effectiveFrom',
      title: '施行日期',
      description: '从这一天起有效。没有可靠来源就不填，网页上写“日期未知”。',
      type: 'date',
    }),
    defineField({
      name: 'effectiveTo',
      title: '失效日期',
      description: '从这一天起不再有效（当天已经失效）。现行有效就不填。',
      type: 'date',
      validation: (rule) =>
        rule.custom((to: string | undefined, { document }) => {
          const { effectiveFrom } = (document ?? {}) as Dates
          return !to || !effectiveFrom || to > effectiveFrom || '失效日期要晚于施行日期'
        }),
    }),
    defineField({
      name: 'articleCount',
      title: '条数',
      type: 'number',
      validation: (rule) => rule.required().integer().min(1).max(3000).error('请写从 1 开始的整数'),
    }),
  ],
  orderings: [{ name: 'latest', title: '新的在前', by: [{ field: 'effectiveFrom', direction: 'desc' }] }],
  preview: {
    select: {
      law: 'law.shortTitle',
      title: 'title',
      from: 'effectiveFrom',
      to: 'effectiveTo',
      count: 'articleCount',
    },
    prepare: ({ law, title, from, to, count }) => ({
      title: `${law ? `《${law}》` : ''}${title ?? ''}`,
      subtitle: subtitle(
        from ? `${from} 起施行` : '施行日期未知',
        to && `${to} 起失效`,
        count && `${count} 条`,
      ),
    }),
  },
})
