/** @file One article of one law, cited, with its meaning in a sentence of ours. */
import { defineField, defineType } from 'sanity'
import { LawIcon } from '../../icons/knowledge.tsx'
import { articleNumber } from '../rules/time.ts'

export const citation = defineType({
  name: 'citation',
  title: '法律依据',
  type: 'object',
  icon: LawIcon,
  fields: [
    defineField({
      name: 'law',
      title: '法律',
      type: 'reference',
      to: [{ type: 'law' }],
      options: { disableNew: true },
      validation: (rule) => rule.required().error('请选择法律'),
    }),
    defineField({
      name: 'article',
      title: '第几条',
      description: '写阿拉伯数字，例如 1079；“第一百二十条之一”写 120-1。',
      type: 'string',
      placeholder: '1079',
      validation: (rule) => [rule.required().error('请写第几条'), rule.custom(articleNumber)],
    }),
    defineField({
      name: 'meaning',
      title: '大意',
      description: '用一句大白话说清这一条讲什么，不要抄条文。',
      type: 'text',
      rows: 2,
      validation: (rule) => [
        rule.required().error('请写一句大意'),
        rule.max(120).warning('大意最好在 120 个字以内'),
      ],
    }),
  ],
  preview: {
    select: { law: 'law.shortTitle', article: 'article', meaning: 'meaning' },
    prepare: ({ law, article, meaning }) => ({
      title: `${law ? `《${law}》` : '未选法律'}第 ${article ?? '？'} 条`,
      subtitle: meaning,
    }),
  },
})
